import APIModel
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads the parts of `multipart/form-data` as an object; files are their Base64 text.
struct MultipartReading {
    private let check: SchemaCheck
    private var model: APIModel { check.model }

    /// Reads values that `check` can tell apart.
    init(_ check: SchemaCheck) {
        self.check = check
    }

    /// The object that the parts are; what is wrong with their types and header fields goes to `problems`.
    func value(
        _ parts: [MultipartText.Part], _ schema: Schema, _ encodings: [RequestBody.Part],
        _ problems: inout [SchemaCheck.Problem]
    ) -> JSONValue {
        for part in parts {
            guard let encoding = encodings.first(where: { $0.name == part.name }) else { continue }
            problems += self.problems(of: part, encoding)
        }
        let schema = model.resolved(schema)
        if case .union(let alternatives) = schema.kind {
            return ParameterText(check).first(alternatives) { object(parts, $0) }
        }
        return object(parts, schema)
    }

    private func object(_ parts: [MultipartText.Part], _ schema: Schema) -> JSONValue {
        var members: [JSONValue.Member] = []
        for part in parts where !members.contains(where: { $0.name == part.name }) {
            let same = parts.filter { $0.name == part.name }
            let type = model.member(part.name, of: schema) ?? Schema(.unknown)
            members.append(.init(part.name, value(same, type)))
        }
        return .object(members)
    }

    // MARK: Values

    private func value(_ parts: [MultipartText.Part], _ stated: Schema) -> JSONValue {
        let schema = model.resolved(stated)
        if case .union(let alternatives) = schema.kind {
            return ParameterText(check).first(alternatives) { value(parts, $0) }
        }
        guard case .array(let items) = schema.kind else {
            return parts.count == 1 ? value(parts[0], schema) : .array(parts.map { value($0, schema) })
        }
        // A list is a part for each element, or one part of JSON.
        if parts.count == 1, parts[0].contentType.map(MediaType.isJSON) ?? false,
            let list = try? JSONReader.value(Array(parts[0].bytes)), list.elements != nil
        {
            return list
        }
        return .array(parts.map { value($0, items) })
    }

    private func value(_ part: MultipartText.Part, _ stated: Schema) -> JSONValue {
        let schema = model.resolved(stated)
        if case .union(let alternatives) = schema.kind {
            return ParameterText(check).first(alternatives) { value(part, $0) }
        }
        let bytes = Array(part.bytes)
        if schema.kind == .string(format: "binary") { return .string(Data(bytes).base64EncodedString()) }
        if part.contentType.map(MediaType.isJSON) ?? false, let value = try? JSONReader.value(bytes) { return value }
        guard let text = TextBytes.text(bytes, part.contentType) else {
            return .string(Data(bytes).base64EncodedString())
        }
        return ParameterText(check).value([text], schema)
    }

    // MARK: Heads

    private func problems(of part: MultipartText.Part, _ encoding: RequestBody.Part) -> [SchemaCheck.Problem] {
        let place = "body.\(encoding.name)"
        var problems: [SchemaCheck.Problem] = []
        if let types = encoding.contentType, !MediaRange.admits(types, part.contentType ?? "text/plain") {
            problems.append(.init(place: place, demand: "must be sent as \(types)"))
        }
        for header in encoding.headers {
            let place = "\(place).header.\(header.name)"
            guard let text = HTTPField.Name(header.name).flatMap({ part.fields[$0] }) else {
                if header.isRequired { problems.append(.init(place: place, demand: "is required")) }
                continue
            }
            let value = HeaderText(check).value(text, header.schema, explode: nil, isJSON: false)
            problems += check.problems(of: value, header.schema, at: place)
        }
        return problems
    }
}
