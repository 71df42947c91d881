import APISpec

/// A made-up spec of any size: operations with parameters and bodies, schemas that refer to each other, versions with
/// schemas of their own.
struct SyntheticSpec {
    private(set) var document: SpecDocument
    private var random: Random

    init(operations count: Int, seed: UInt64) {
        random = Random(seed: seed)
        document = SpecDocument(
            service: Service(
                id: "made-up", title: "Made Up",
                server: Service.Server(
                    url: "https://made-up.{region}.{environment}.example.com",
                    pairs: [.init(environment: "a", region: "one"), .init(environment: "b", region: "two")]),
                headers: [.init("Scp-Api-Version", "made-up {version}")], authentication: .scpHMAC),
            versions: [
                APIVersion(id: "1.2", status: .current),
                APIVersion(id: "1.1", status: .supported, notBefore: CalendarDate("2027-06-30")),
                APIVersion(id: "1.0", status: .deprecated, notBefore: CalendarDate("2026-12-31")),
            ],
            sources: [Source(page: "made-up.html", sha256: String(repeating: "c", count: 64))])
        for number in 0..<count { addOperation(number) }
    }

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    private mutating func addOperation(_ number: Int) {
        let name = "Thing\(number)"
        addSchema("\(name)Part", members: 4, inner: nil)
        addSchema("\(name)Response", members: 8, inner: "\(name)Part")
        addSchema("\(name)Response1Dot2", members: 9, inner: "\(name)Part")
        addSchema("\(name)Request", members: 6, inner: number > 0 ? "Thing\(number - 1)Part" : nil)
        var newest = revision(["1.2"], name, number, answer: "\(name)Response1Dot2")
        var older = revision(["1.1", "1.0"], name, number, answer: "\(name)Response")
        if number.isMultiple(of: 3) {
            newest.responses[0].recovered = ["response-example"]
            older.lost = number.isMultiple(of: 2) ? [.responses] : []
            if !older.lost.isEmpty {
                for index in older.responses.indices { older.responses[index].recovered = ["sibling-revision"] }
            }
        }
        document.operations.append(
            Operation(id: "makeThing\(number)", title: "Make Thing \(number)", revisions: [newest, older]))
    }

    private mutating func revision(_ versions: [String], _ name: String, _ number: Int, answer: String) -> Revision {
        var parameters = [
            Parameter(name: "thing_id", location: .path, isRequired: true, schema: Schema(.string(format: nil)))
        ]
        for index in 0..<self.number(1..<5) {
            parameters.append(
                Parameter(
                    name: "filter_\(index)", location: .query, isRequired: self.number(0..<3) == 0, schema: type()))
        }
        return Revision(
            versions: versions, method: "POST", path: "/v1/things-\(number)/{thing_id}", description: "Makes a thing.",
            parameters: parameters,
            request: RequestBody(isRequired: true, schema: Schema(.reference("\(name)Request"))),
            responses: [
                Response(status: 200, description: "OK", schema: Schema(.reference(answer))),
                Response(status: 404, description: "Not Found"),
            ], example: CallExample(path: "/v1/things-\(number)/{thing_id}", status: 200))
    }

    private mutating func addSchema(_ name: String, members: Int, inner: String?) {
        var properties: [NamedSchema.Property] = []
        for index in 0..<members {
            properties.append(
                NamedSchema.Property(name: "member_\(index)", isRequired: number(0..<3) > 0, schema: type()))
        }
        if let inner {
            let reference = Schema(.reference(inner))
            properties.append(
                NamedSchema.Property(
                    name: "inner", isRequired: true, schema: number(0..<2) == 0 ? reference : Schema(.array(reference)))
            )
        }
        document.schemas.append(NamedSchema(name: name, properties: properties))
    }

    private mutating func type() -> Schema {
        let kinds: [Schema.Kind] = [
            .string(format: nil), .string(format: "date-time"), .integer(format: "int32"), .boolean,
            .enumeration(["ONE", "TWO", "THREE"]), .array(Schema(.string(format: nil))),
            .union([Schema(.array(Schema(.string(format: nil)))), Schema(.string(format: nil))]), .object,
        ]
        var schema = Schema(kinds[number(0..<kinds.count)], isNullable: number(0..<3) == 0)
        schema.description = "A member"
        if number(0..<5) == 0 { schema.maxLength = 50 }
        return schema
    }
}
