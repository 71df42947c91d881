import APIModel

/// Compares how the parts of two bodies are written; which parts there are, the members of their schemas tell.
struct PartComparison {
    private let old: RequestBody
    private let new: RequestBody
    private let schemas: SchemaPairs
    private let place: ([String], Difference.Area, String) -> ValuePlace
    private(set) var differences: [Difference] = []
    private(set) var children: Set<Int> = []

    /// Bodies to compare; `place` gives a place below the request by steps, area and words.
    init(
        old: RequestBody, new: RequestBody, schemas: SchemaPairs,
        place: @escaping ([String], Difference.Area, String) -> ValuePlace
    ) {
        self.old = old
        self.new = new
        self.schemas = schemas
        self.place = place
    }

    mutating func run() {
        // How parts are written goes with the format of the whole.
        guard old.mediaType.lowercased() == new.mediaType.lowercased() else { return }
        let before = Dictionary(old.parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var names = old.parts.map(\.name)
        for part in new.parts where before[part.name] == nil { names.append(part.name) }
        let oldMembers = members(of: old, in: schemas.documents.old)
        let newMembers = members(of: new, in: schemas.documents.new)
        for name in names {
            // A part that only one side has comes and goes as a member.
            guard before[name] != nil || oldMembers?.contains(name) ?? false,
                after[name] != nil || newMembers?.contains(name) ?? false
            else { continue }
            compare(
                before[name] ?? RequestBody.Part(name: name), after[name] ?? RequestBody.Part(name: name), name)
        }
    }

    private func members(of body: RequestBody, in side: DocumentPair.Side) -> Set<String>? {
        guard case .reference(let name) = body.schema.kind, let schema = side.schema(name) else { return nil }
        return Set(schema.properties.map(\.name))
    }

    private mutating func compare(_ before: RequestBody.Part, _ after: RequestBody.Part, _ name: String) {
        let whole = place(["parts", name], .part, "part `\(name)` of the request body")
        if before.contentType?.lowercased() != after.contentType?.lowercased() {
            func words(_ type: String?) -> String { type.map { "`\($0)`" } ?? "by its values" }
            differences.append(
                whole.difference(.mediaTypeChanged, words(before.contentType), words(after.contentType)))
        }
        let isMultipart = old.mediaType.lowercased().hasPrefix("multipart/")
        let writing = (ParameterWriting(before), ParameterWriting(after))
        // In bodies of several parts a style counts only where one is stated.
        let isStated = !isMultipart || before.style != after.style || before.explode != after.explode
        if isStated, writing.0.isOther(than: writing.1) {
            differences.append(whole.difference(.styleChanged, writing.0.words, writing.1.words))
        }
        var headers = HeaderComparison(old: before.headers, new: after.headers, schemas: schemas) { [place] header in
            place(
                ["parts", name, "headers", header], .partHeader,
                "header `\(header)` of part `\(name)` of the request body")
        }
        headers.run()
        differences += headers.differences
        children.formUnion(headers.children)
    }
}
