import Foundation
import ServiceRuntime
import Testing

/// Every method of `Codable`'s containers.
@Suite struct JSONContainerTests {
    private struct Scalars: Codable, Equatable {
        var bool = true
        var string = "s/\u{1}"
        var double = 1e16
        var float: Float = 0.1
        var int = Int.min
        var int8 = Int8.min
        var int16 = Int16.min
        var int32 = Int32.min
        var int64 = Int64.min
        var uint = UInt.max
        var uint8 = UInt8.max
        var uint16 = UInt16.max
        var uint32 = UInt32.max
        var uint64 = UInt64.max
        var decimal = Decimal(string: "-12345678901234567890.123456789") ?? 0
        var data = Data([0, 255, 254])
        var url = URL(string: "https://example.com/a?b=c")
        var none: Int?
        var codes: [Int: String] = [2: "b", 10: "a"]
        var names: [String: [Int]] = ["b": [1], "a": []]
    }

    @Test func scalarsOfAnObject() throws {
        let text =
            #"{"bool":true,"string":"s/\u0001","double":1e+16,"float":0.1,"int":-9223372036854775808,"int8":-128,"#
            + #""int16":-32768,"int32":-2147483648,"int64":-9223372036854775808,"uint":18446744073709551615,"#
            + #""uint8":255,"uint16":65535,"uint32":4294967295,"uint64":18446744073709551615,"#
            + #""decimal":-12345678901234567890.123456789,"data":"AP/+","url":"https://example.com/a?b=c","#
            + #""codes":{"10":"a","2":"b"},"names":{"a":[],"b":[1]}}"#
        let data = try JSONCoding().encode(Scalars())
        #expect(String(decoding: data, as: UTF8.self) == text)
        #expect(try JSONCoding().decode(Scalars.self, from: data) == Scalars())
        #expect(try JSONDecoder().decode(Scalars.self, from: data) == Scalars())
    }

    private struct List: Codable, Equatable {
        var values: [String] = []

        init() {}

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            #expect(list.count == 17)
            values.append("\(try list.decodeNil())")
            #expect(try !list.decodeNil())
            values.append("\(try list.decode(Bool.self))")
            values.append(try list.decode(String.self))
            values.append("\(try list.decode(Double.self))")
            values.append("\(try list.decode(Float.self))")
            values.append("\(try list.decode(Int.self))")
            values.append("\(try list.decode(Int8.self))")
            values.append("\(try list.decode(Int16.self))")
            values.append("\(try list.decode(Int32.self))")
            values.append("\(try list.decode(Int64.self))")
            values.append("\(try list.decode(UInt.self))")
            values.append("\(try list.decode(UInt8.self))")
            values.append("\(try list.decode(UInt16.self))")
            values.append("\(try list.decode(UInt32.self))")
            values.append("\(try list.decode(UInt64.self))")
            #expect(list.currentIndex == 15)
            #expect(try list.decodeIfPresent(Int.self) == nil)
            // What fails is not passed over.
            #expect(throws: DecodingError.self) { try list.decode(Int.self) }
            let dates = try list.decode([Foundation.Date].self)
            values.append("\(dates[0].timeIntervalSince1970)")
            #expect(list.isAtEnd)
            let error = #expect(throws: DecodingError.self) { try list.decode(Int.self) }
            if case .valueNotFound(_, let context) = error {
                #expect("\(JSONPath(context.codingPath))" == "$[17]")
            }
        }

        func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encodeNil()
            try list.encode(true)
            try list.encode("s")
            try list.encode(1.5)
            try list.encode(Float(2.5))
            try list.encode(-1)
            try list.encode(Int8(-2))
            try list.encode(Int16(-3))
            try list.encode(Int32(-4))
            try list.encode(Int64(-5))
            try list.encode(UInt(1))
            try list.encode(UInt8(2))
            try list.encode(UInt16(3))
            try list.encode(UInt32(4))
            try list.encode(UInt64(5))
            try list.encode(Int?.none)
            try list.encode([Date(timeIntervalSince1970: 0.5)])
            #expect(list.count == 17)
        }
    }

    @Test func elementsOfAnArray() throws {
        let data = try JSONCoding().encode(List())
        #expect(
            String(decoding: data, as: UTF8.self)
                == #"[null,true,"s",1.5,2.5,-1,-2,-3,-4,-5,1,2,3,4,5,null,["1970-01-01T00:00:00.500Z"]]"#)
        #expect(
            try JSONCoding().decode(List.self, from: data).values == [
                "true", "true", "s", "1.5", "2.5", "-1", "-2", "-3", "-4", "-5", "1", "2", "3", "4", "5", "0.5",
            ])
    }

    private enum Name: String, CodingKey { case a, b, c, d, e }

    /// Fills containers in an order of its own.
    private struct Nested: Encodable {
        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Name.self)
            var inner = fields.nestedContainer(keyedBy: Name.self, forKey: .a)
            var list = fields.nestedUnkeyedContainer(forKey: .b)
            try fields.encode(1, forKey: .c)
            try inner.encode(2, forKey: .a)
            try list.encode(3)
            var deep = list.nestedContainer(keyedBy: Name.self)
            var deeper = list.nestedUnkeyedContainer()
            try list.superEncoder().singleValue("x")
            try deeper.encode(4)
            try deep.encode(5, forKey: .e)
            try inner.encodeNil(forKey: .b)
            try fields.superEncoder().singleValue("super")
            _ = fields.superEncoder(forKey: .d)
            var again = encoder.container(keyedBy: Name.self)
            try again.encode(6, forKey: .e)
            #expect("\(JSONPath(deep.codingPath))" == "$.b[1]" && "\(JSONPath(inner.codingPath))" == "$.a")
        }
    }

    @Test func nestedContainers() throws {
        let text = #"{"a":{"a":2,"b":null},"b":[3,{"e":5},[4],"x"],"c":1,"super":"super","d":{},"e":6}"#
        let data = try JSONCoding().encode(Nested())
        #expect(String(decoding: data, as: UTF8.self) == text)
        struct Reader: Decodable {
            init(from decoder: any Decoder) throws {
                let fields = try decoder.container(keyedBy: Name.self)
                #expect(fields.allKeys == [.a, .b, .c, .d, .e])
                #expect(fields.contains(.a))
                let inner = try fields.nestedContainer(keyedBy: Name.self, forKey: .a)
                #expect(try inner.decodeNil(forKey: .b) && !inner.decodeNil(forKey: .a) && !inner.contains(.c))
                #expect("\(JSONPath(inner.codingPath))" == "$.a")
                var list = try fields.nestedUnkeyedContainer(forKey: .b)
                #expect(try list.decode(Int8.self) == 3)
                let deep = try list.nestedContainer(keyedBy: Name.self)
                #expect(try deep.decode(Int.self, forKey: .e) == 5)
                var deeper = try list.nestedUnkeyedContainer()
                #expect("\(JSONPath(deeper.codingPath))" == "$.b[2]")
                #expect(try deeper.decode(UInt64.self) == 4)
                #expect(try list.superDecoder().singleValueContainer().decode(String.self) == "x")
                #expect(try fields.superDecoder().singleValueContainer().decode(String.self) == "super")
                #expect("\(JSONPath(try fields.superDecoder().codingPath))" == "$.super")
                let absent = try inner.superDecoder(forKey: .d)
                #expect("\(JSONPath(absent.codingPath))" == "$.a.d")
                #expect(try absent.singleValueContainer().decodeNil())
                #expect(throws: DecodingError.self) { try absent.container(keyedBy: Name.self) }
                #expect(throws: DecodingError.self) { try inner.nestedContainer(keyedBy: Name.self, forKey: .e) }
                #expect(throws: DecodingError.self) { try list.nestedUnkeyedContainer() }
            }
        }
        _ = try JSONCoding().decode(Reader.self, from: data)
    }

    @Test func whatFailsLeavesNothingBehind() throws {
        struct Halves: Encodable {
            func encode(to encoder: any Encoder) throws {
                var fields = encoder.container(keyedBy: Name.self)
                try fields.encode(1, forKey: .a)
                try? fields.encode(["x": [1, Double.nan]], forKey: .b)
                try? fields.encode(Double.nan, forKey: .b)
                try? fields.encode(Float.nan, forKey: .b)
                var list = fields.nestedUnkeyedContainer(forKey: .c)
                try? list.encode(Double.nan)
                try? list.encode(["x": JSONValue.array([1, .number(.nan)])])
                try list.encode(Either())
                #expect(list.count == 1)
            }
        }
        struct Either: Encodable {
            func encode(to encoder: any Encoder) throws {
                var value = encoder.singleValueContainer()
                try? value.encode(Double.nan)
                try? value.encode([[1, Double.nan]])
                try value.encode("other")
            }
        }
        #expect(String(decoding: try JSONCoding().encode(Halves()), as: UTF8.self) == #"{"a":1,"c":["other"]}"#)
    }

    private class Animal: Codable {
        var legs = 4
    }

    private final class Dog: Animal {
        var name = "Rex"
        override init() { super.init() }
        required init(from decoder: any Decoder) throws {
            name = try decoder.container(keyedBy: Name.self).decode(String.self, forKey: .a)
            try super.init(from: decoder.container(keyedBy: Name.self).superDecoder())
        }
        override func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Name.self)
            try super.encode(to: fields.superEncoder())
            try fields.encode(name, forKey: .a)
        }
    }

    @Test func superclasses() throws {
        let data = try JSONCoding().encode([Dog()])
        #expect(String(decoding: data, as: UTF8.self) == #"[{"super":{"legs":4},"a":"Rex"}]"#)
        #expect(try JSONCoding().decode([Dog].self, from: data)[0].legs == 4)
    }

    @Test func whatJSONCannotHold() throws {
        func reason(_ value: some Encodable) -> String? {
            do {
                return String(decoding: try JSONCoding().encode(value), as: UTF8.self)
            } catch EncodingError.invalidValue(_, let context) {
                return "\(JSONPath(context.codingPath)): \(context.debugDescription)"
            } catch {
                return nil
            }
        }
        #expect(
            reason(["a": [1, Double.infinity]]) == "$.a[1]: Unable to encode Double.infinity directly in JSON.")
        #expect(reason([-Float.infinity]) == "$[0]: Unable to encode -Float.infinity directly in JSON.")
        #expect(reason(Double.nan) == "$: Unable to encode Double.nan directly in JSON.")
        #expect(
            reason(["a": Date(timeIntervalSince1970: 1e15)]) == "$.a: a date outside the years 0 to 9999")
        struct Nothing: Encodable { func encode(to encoder: any Encoder) {} }
        #expect(reason(Nothing()) == "$: Nothing did not encode any values.")
        #expect(reason([Nothing()]) == "[{}]")
        #expect(reason(Int?.none) == "null")
    }
}

extension Encoder {
    fileprivate func singleValue(_ text: String) throws {
        var value = singleValueContainer()
        try value.encode(text)
    }
}
