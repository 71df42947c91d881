import Foundations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes `application/x-www-form-urlencoded`.
enum FormText {
    /// The fields of an object.
    static func encode(_ value: any Encodable, _ styles: [String: QueryStyle]) throws -> Data {
        guard case .object(let members) = try FieldTree(value, of: "the body") else {
            throw RequestProblem("the body cannot be encoded: a form is made of an object")
        }
        var text = ""
        for (name, value) in members {
            for pair in try pairs(name, value, styles[name]) {
                text += text.isEmpty ? "\(pair.name)=\(pair.value)" : "&\(pair.name)=\(pair.value)"
            }
        }
        return Data(text.utf8)
    }

    private static func pairs(
        _ name: String, _ value: FieldTree, _ style: QueryStyle?
    ) throws -> [(name: String, value: String)] {
        let writer = StyledPairs(style: style ?? .deepObject, name: escape, value: escape, element: escape)
        do {
            return try writer.pairs(value, named: name)
        } catch {
            throw RequestProblem("the field '\(name)' of the body: \(error)")
        }
    }

    private static func escape(_ text: String) -> String {
        PercentEncoding.encode(text, leaving: PercentEncoding.unreserved)
    }
}

/// Makes the parts of a multipart body from an object.
struct PartList {
    private let contentTypes: [String: String]
    private let headers: [String: HeaderParameters]

    init(_ contentTypes: [String: String], _ headers: [String: HeaderParameters]) {
        self.contentTypes = contentTypes
        self.headers = headers
    }

    /// A part for each member, and for each element of a member that is a list.
    func parts(of value: any Encodable) throws -> [MultipartPart] {
        guard case .object(let members) = try FieldTree(value, of: "the body") else {
            throw RequestProblem("the body cannot be encoded: a multipart body is made of an object")
        }
        return try members.flatMap { name, value in
            if case .array(let elements) = value { return try elements.compactMap { try part(name, $0) } }
            return try part(name, value).map { [$0] } ?? []
        }
    }

    private func part(_ name: String, _ value: FieldTree) throws -> MultipartPart? {
        let headers = headers[name] ?? [:]
        let type = contentTypes[name]
        switch value {
        case .null: return nil
        case .file(var file):
            if let type { file.contentType = type }
            return MultipartPart(name, file: file, headers: headers)
        case .scalar(let text, _):
            let isJSON = type.map { $0.hasPrefix("application/json") } ?? false
            return MultipartPart(name, text: isJSON ? try value.jsonText() : text, contentType: type, headers: headers)
        case .array, .object:
            return MultipartPart(
                name, text: try value.jsonText(), contentType: type ?? "application/json", headers: headers)
        }
    }
}
