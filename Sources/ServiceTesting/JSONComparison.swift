import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One difference between two JSON documents.
struct JSONDifference: Hashable {
    /// Where the documents differ.
    let path: JSONPath
    /// The documented value in words, `nothing` where there is none.
    let documented: String
    /// The value found in words, `nothing` where there is none.
    let found: String
}

/// Compares a document with what the documentation shows.
///
/// Numbers are equal if their values are, and date-times if they name the same instant: `09:00:00.000Z` and `09:00:00Z`
/// say the same. A documented null may be left out: a model leaves out only where the documentation allows both, or the
/// null is a deviation anyway.
struct JSONComparison {
    private(set) var differences: [JSONDifference] = []

    /// All differences, in the order of member names and elements.
    static func differences(documented: JSONValue, found: JSONValue) -> [JSONDifference] {
        var comparison = JSONComparison()
        comparison.compare(documented, found, at: JSONPath())
        return comparison.differences
    }

    private mutating func compare(_ documented: JSONValue?, _ found: JSONValue?, at path: JSONPath) {
        switch (documented, found) {
        case (.object(let documented), .object(let found)):
            for name in Set(documented.keys).union(found.keys).sorted() {
                compare(documented[name], found[name], at: path.appending(.member(name)))
            }
        case (.array(let documented), .array(let found)):
            for index in 0..<max(documented.count, found.count) {
                // `.none`, since `nil` would be the JSON value null here.
                compare(
                    index < documented.count ? .some(documented[index]) : .none,
                    index < found.count ? .some(found[index]) : .none, at: path.appending(.element(index)))
            }
        default:
            if !Self.isSame(documented, found) {
                differences.append(
                    JSONDifference(path: path, documented: Self.words(documented), found: Self.words(found)))
            }
        }
    }

    private static func isSame(_ documented: JSONValue?, _ found: JSONValue?) -> Bool {
        if documented == found || (documented == .some(.null) && found == .none) { return true }
        if let documented = documented?.doubleValue, let found = found?.doubleValue { return documented == found }
        if let documented = documented?.stringValue, let found = found?.stringValue,
            let documented = instant(documented), let found = instant(found)
        {
            return abs(documented.timeIntervalSince(found)) < 0.000_001
        }
        return false
    }

    /// The instant that a text names, if it is a date-time that a service may send as it is.
    private static func instant(_ text: String) -> Date? {
        guard text.utf8.count >= 20, let json = try? JSONCoding().encode(text) else { return nil }
        return try? JSONCoding(policy: .strict).decode(Date.self, from: json)
    }

    private static func words(_ value: JSONValue?) -> String {
        guard let text = value?.description else { return "nothing" }
        return text.count > 120 ? text.prefix(120) + "…" : text
    }
}
