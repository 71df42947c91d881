public import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension ResponseRecorder {
    /// In what a text departs from the last body, which is read as UTF-8: one line, or nothing.
    public func differences(text answer: String) -> [String] {
        guard let body = lastBody else { return ["no answer has come"] }
        return bytesDifferences(documented: body, found: Data(answer.utf8), in: "answer")
    }

    /// In what the bytes of a response depart from the last body: one line, or nothing.
    ///
    /// Throws what reading the response throws.
    public func differences(stream answer: StreamedResponse, upTo limit: Int = 16 << 20) async throws -> [String] {
        let found = try await answer.body.collect(upTo: limit)
        guard let body = lastBody else { return ["no answer has come"] }
        return bytesDifferences(documented: body, found: found, in: "answer")
    }
}

/// The difference of two bodies of bytes in words, as text where they are some.
func bytesDifferences(documented: Data, found: Data, in subject: String) -> [String] {
    guard documented != found else { return [] }
    func words(_ bytes: Data) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { return "\(bytes.count) bytes" }
        return "'\(text.prefix(120))\(text.count > 120 ? "…" : "")'"
    }
    return ["\(subject): documented \(words(documented)), found \(words(found))"]
}
