import Foundations
import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Compares a body that is not JSON with the documented one.
struct ContentComparison {
    let documented: DocumentedContent
    let request: RecordedRequest

    /// All differences in words.
    func differences(allowing deviations: [Deviation], except: [String]) -> [String] {
        guard let body = request.body else { return ["request: no body was sent, one is documented"] }
        switch documented {
        case .text(let text): return bytesDifferences(documented: Data(text.utf8), found: body, in: "request")
        case .form(let fields): return differences(fields, body)
        case .multipart(let parts):
            let boundary = request.header("Content-Type").flatMap { MultipartReading.boundary(in: $0) }
            guard let boundary, let found = MultipartReading(Array(body), boundary: boundary)?.parts else {
                return ["request: the body is not multipart/form-data"]
            }
            return differences(parts, found, allowing: deviations, except: except)
        }
    }

    private func differences(_ fields: [(String, String)], _ body: Data) -> [String] {
        var missing = fields.map { "\($0)=\($1)" }
        var extra: [String] = []
        for pair in String(decoding: body, as: UTF8.self).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                PercentEncoding.decode($0.replacing("+", with: "%20")[...])
            }
            let text = "\(parts[0])=\(parts.count > 1 ? parts[1] : "")"
            if let index = missing.firstIndex(of: text) { missing.remove(at: index) } else { extra.append(text) }
        }
        return missing.map { "request: the field \($0) is documented, not found" }
            + extra.map { "request: the field \($0) is found, not documented" }
    }

    private func differences(
        _ parts: [DocumentedPart], _ found: [MultipartReading.Part], allowing deviations: [Deviation], except: [String]
    ) -> [String] {
        let names = parts.map(\.name)
        guard names == found.map(\.name) else {
            return ["request: documented the parts \(names), found \(found.map(\.name))"]
        }
        return zip(parts, found).flatMap { part, found -> [String] in
            var differences: [String] = []
            let place = "part \(part.name)"
            if let type = part.contentType, type != found.contentType {
                differences.append("\(place): documented \(type), found \(found.contentType ?? "no type")")
            }
            let isJSON = found.contentType?.hasPrefix("application/json") ?? false
            if isJSON, let stated = try? JSONValue(json: part.text), let sent = try? JSONValue(json: found.body) {
                return differences
                    + ServiceTesting.bodyDifferences(
                        documented: stated, found: sent, allowing: deviations, except: except, in: place)
            }
            return differences + bytesDifferences(documented: Data(part.text.utf8), found: found.body, in: place)
        }
    }
}

/// A multipart body taken apart (RFC 7578), as far as tests look at it.
struct MultipartReading {
    struct Part {
        let name: String
        let contentType: String?
        let body: Data
    }

    let parts: [Part]

    /// The boundary that a media type states; nil where it states none.
    static func boundary(in mediaType: String) -> String? {
        guard let range = mediaType.firstRange(of: "boundary=") else { return nil }
        let rest = mediaType[range.upperBound...]
        return rest.hasPrefix("\"") ? String(rest.dropFirst().prefix { $0 != "\"" }) : String(rest.prefix { $0 != ";" })
    }

    /// The parts between boundaries; nil where a boundary or the head of a part is missing.
    init?(_ body: [UInt8], boundary: String) {
        let mark = Data("--\(boundary)".utf8)
        let data = Data([13, 10]) + Data(body)
        var pieces: [Data] = []
        var rest = data
        while let range = rest.firstRange(of: Data([13, 10]) + mark) {
            pieces.append(Data(rest[rest.startIndex..<range.lowerBound]))
            rest = Data(rest[range.upperBound...])
        }
        guard pieces.count > 0, rest.starts(with: "--".utf8) else { return nil }
        var parts: [Part] = []
        for piece in pieces.dropFirst() {
            guard let end = piece.firstRange(of: Data([13, 10, 13, 10])) else { return nil }
            var name: String?
            var type: String?
            for line in String(decoding: piece[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n") {
                let lowered = line.lowercased()
                if lowered.hasPrefix("content-type:") { type = String(line.dropFirst(13).drop { $0 == " " }) }
                if lowered.hasPrefix("content-disposition:"), let start = line.firstRange(of: "; name=\"") {
                    name = String(line[start.upperBound...].prefix { $0 != "\"" })
                }
            }
            guard let name else { return nil }
            parts.append(Part(name: name, contentType: type, body: Data(piece[end.upperBound...])))
        }
        self.parts = parts
    }
}
