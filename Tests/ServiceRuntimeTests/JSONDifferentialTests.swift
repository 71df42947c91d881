import Foundation
import ServiceRuntime
import Testing

/// What is read and written is what Foundation reads and writes.
@Suite struct JSONDifferentialTests {
    private func foundation(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    @Test func randomValuesAreWrittenAlike() throws {
        var samples = JSONSamples(seed: 1)
        for _ in 0..<2000 {
            let value = samples.value()
            let ours = try JSONCoding().encode(value)
            #expect(String(decoding: ours, as: UTF8.self) == String(decoding: try foundation(value), as: UTF8.self))
            #expect(try JSONValue(json: ours) == JSONDecoder().decode(JSONValue.self, from: ours))
        }
    }

    @Test func randomNumbersAreReadAlike() throws {
        var samples = JSONSamples(seed: 2)
        for _ in 0..<3000 {
            let number = samples.number()
            let data = Data("[\(number)]".utf8)
            #expect(try JSONCoding().decode([Double].self, from: data) == [number])
            expectAlike([Double].self, data)
            // Foundation refuses what is too small for a Float; here it is 0.
            if number == 0 || Float(number).isNormal { expectAlike([Float].self, data) }
            expectAlike([Int].self, data)
            expectAlike([UInt8].self, data)
            expectAlike([Decimal].self, data)
            #expect(try JSONCoding().encode([number]) == foundation([number]))
            #expect(try JSONCoding().encode([Float(number / 1e300)]) == foundation([Float(number / 1e300)]))
        }
    }

    @Test(arguments: [
        "0", "-0", "-0.0", "1.0", "1e2", "1E+2", "100e-2", "1e-2", "127", "128", "-128", "-129", "255",
        "256", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "18446744073709551615", "18446744073709551616",
        "123456789012345678901234567890", "0.1", "1.7976931348623157e308", "1e308", "3.4028235e38",
        "0.30000000000000004", "123456789.123456789", "12345678901234567890.123456789", "9007199254740993",
    ])
    func numbersAreReadAlike(_ text: String) {
        let data = Data("[\(text)]".utf8)
        expectAlike([Int].self, data)
        expectAlike([Int8].self, data)
        expectAlike([Int16].self, data)
        expectAlike([Int32].self, data)
        expectAlike([Int64].self, data)
        expectAlike([UInt].self, data)
        expectAlike([UInt8].self, data)
        expectAlike([UInt16].self, data)
        expectAlike([UInt32].self, data)
        expectAlike([UInt64].self, data)
        expectAlike([Double].self, data)
        expectAlike([Float].self, data)
        expectAlike([Decimal].self, data)
        expectAlike(JSONValue.self, data)
    }

    /// Where Foundation refuses or rounds.
    @Test func numbersAreExact() throws {
        #expect(try JSONCoding().decode([Int].self, from: Data("[9223372036854775807.0]".utf8)) == [Int.max])
        #expect(try JSONValue(json: "9223372036854775807.0") == .integer(.max))
        #expect(try JSONCoding().decode([Decimal].self, from: Data("[0e999999999999]".utf8)) == [0])
        #expect(try JSONCoding().decode([Float].self, from: Data("[5e-324]".utf8)) == [0])
    }

    /// Both read the same, or both refuse.
    private func expectAlike<Value: Decodable & Equatable>(_ type: Value.Type, _ data: Data) {
        let ours = try? JSONCoding().decode(type, from: data)
        let theirs = try? JSONDecoder().decode(type, from: data)
        #expect(ours == theirs, "\(type) from \(String(decoding: data, as: UTF8.self))")
    }

    @Test func mutilatedDocumentsAreReadAlike() throws {
        var samples = JSONSamples(seed: 3)
        let bytes = Array("\"\\{}[],:0123-+.eEtfnu \u{1}\u{7F}é".utf8) + [0x80, 0xC3, 0xED, 0xFF]
        for _ in 0..<1500 {
            var document = Array(try JSONCoding().encode([samples.value(), samples.value()]))
            for _ in 0..<Int.random(in: 1...3, using: &samples.random) {
                let place = Int.random(in: 0..<document.count, using: &samples.random)
                document[place] = bytes.randomElement(using: &samples.random) ?? 0
            }
            expectAlike([JSONValue].self, Data(document))
        }
    }

    @Test func everyBeginningIsRefused() throws {
        let document = Data(#"{"a":[1,-2.5e3,true,null,"x\u00e9\ud83d\ude00\n가"],"b":{"c":{}}}"#.utf8)
        for count in document.indices {
            #expect(throws: DecodingError.self) { try JSONValue(json: document[..<count]) }
            #expect(throws: DecodingError.self) { try JSONValue(json: document.dropFirst(count + 1)) }
        }
        // A slice of data does not begin at 0.
        let slice = (Data("xx".utf8) + document).dropFirst(2)
        #expect(try JSONValue(json: slice) == JSONValue(json: document))
    }

    private struct Wanted: Decodable {
        var inner: Inner
        struct Inner: Decodable {
            var list: [Int]
            var text: String
            var date: URL
            var more: [String: Bool]
        }
    }

    @Test(arguments: [
        "{}", "[]", "1", "null", #"{"inner":null}"#, #"{"inner":[]}"#, #"{"inner":{"list":{}}}"#,
        #"{"inner":{"list":["a"]}}"#, #"{"inner":{"list":[true]}}"#, #"{"inner":{"list":[1,null]}}"#,
        #"{"inner":{"list":[]}}"#, #"{"inner":{"list":[],"text":1}}"#, #"{"inner":{"list":[],"text":null}}"#,
        #"{"inner":{"list":[],"text":[]}}"#, #"{"inner":{"list":[],"text":{}}}"#,
        #"{"inner":{"list":[],"text":"","date":""}}"#,
        #"{"inner":{"list":[],"text":"","date":"a:b","more":{"a":"x"}}}"#,
        #"{"inner":{"list":[],"text":"","date":"a:b","more":null}}"#,
        #"{"inner":{"list":[],"text":"","date":"a:b","more":5}}"#,
    ])
    func errorsSayTheSame(_ text: String) {
        let data = Data(text.utf8)
        func description(_ body: () throws -> Wanted) -> String {
            do {
                _ = try body()
                return "none"
            } catch let error as DecodingError {
                switch error {
                case .keyNotFound(let key, let context):
                    return "key \(key.stringValue) \(JSONPath(context.codingPath))"
                case .valueNotFound(let type, let context):
                    return "value \(type) \(JSONPath(context.codingPath)) \(context.debugDescription)"
                case .typeMismatch(let type, let context):
                    return "type \(type) \(JSONPath(context.codingPath)) \(context.debugDescription)"
                case .dataCorrupted(let context):
                    return "data \(JSONPath(context.codingPath)) \(context.debugDescription)"
                @unknown default: return "unknown"
                }
            } catch {
                return "another error"
            }
        }
        let ours = description { try JSONCoding().decode(Wanted.self, from: data) }
        let theirs = description { try JSONDecoder().decode(Wanted.self, from: data) }
        #expect(ours == theirs)
        #expect(ours != "none")
    }
}
