public import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// In what the items of a stream, written as JSON again, depart from what came, and how many have come.
///
/// Throws what reading the stream throws.
private func compared<Item: Encodable>(_ stream: ItemStream<Item>) async throws -> (differences: [String], count: Int) {
    var differences: [String] = []
    var count = 0
    for try await event in stream.events {
        let place = "item \(count)"
        count += 1
        switch event.result {
        case .failure(let error): differences.append("\(place): \(error)")
        case .success(let text as String) where text == event.text: break
        case .success(let item):
            do {
                let found = try JSONValue(json: JSONCoding().encode(item))
                // A word, such as a value of an enumeration, is the data of an event as it stands.
                if found == .string(event.text) { continue }
                differences += bodyDifferences(
                    documented: try JSONValue(json: event.text), found: found, allowing: [], except: [], in: place)
            } catch {
                differences.append("\(place): cannot be compared: \(error)")
            }
        }
    }
    return (differences, count)
}

extension DocumentedCall {
    /// In what the items of a response, written as JSON again, depart from the documented ones, of which there are
    /// `count`.
    ///
    /// Throws what reading the response throws.
    public func answerDifferences<Item: Encodable>(items answer: ItemStream<Item>, count: Int) async throws -> [String]
    {
        let found = try await compared(answer)
        return found.differences
            + (found.count == count ? [] : ["answer: documented \(count) items, found \(found.count)"])
    }
}

extension ResponseRecorder {
    /// In what the items of a response, written as JSON again, depart from what came.
    ///
    /// Throws what reading the response throws.
    public func differences<Item: Encodable>(items answer: ItemStream<Item>) async throws -> [String] {
        try await compared(answer).differences
    }
}
