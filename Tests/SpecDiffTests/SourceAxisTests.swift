import APISpec
import SpecDiff
import Testing

/// What stops code in Swift from compiling, and what does not.
@Suite("The axis of Swift source")
struct SourceAxisTests {
    /// The severities for Swift of what an edit of the sample gives, by rule.
    private func source(
        prepare: (inout SpecDocument) -> Void = { _ in }, _ edit: (inout SpecDocument) -> Void
    ) throws -> [String: DiffSeverity] {
        var old = LibrarySample.document
        prepare(&old)
        var new = old
        new.comesFromAnotherPage()
        edit(&new)
        let findings = try Specs.compare(old, new).findings
        return Dictionary(findings.map { ($0.rule.id, $0.source) }, uniquingKeysWith: max)
    }

    private static func sent(_ name: String, _ edit: @escaping (inout NamedSchema.Property) -> Void)
        -> (inout SpecDocument) -> Void
    {
        { $0.edit(property: name, of: "BookCreateRequest", edit) }
    }

    private static func received(_ name: String, _ edit: @escaping (inout NamedSchema.Property) -> Void)
        -> (inout SpecDocument) -> Void
    {
        { $0.edit(property: name, of: "Book", edit) }
    }

    @Test("Formats without a Swift type of their own do not matter")
    func formats() throws {
        #expect(
            try source(Self.received("id") { $0.schema.kind = .string(format: "uuid") }) == [
                "response-property-type-narrowed": .none
            ])
        #expect(
            try source(Self.received("id") { $0.schema.kind = .string(format: "date-time") }) == [
                "response-property-type-narrowed": .breaking
            ])
        #expect(
            try source(Self.sent("pages") { $0.schema.kind = .integer(format: "int64") }) == [
                "request-property-type-widened": .none
            ])
    }

    @Test("Integers beyond Int, and enumerations of numbers, have Swift types of their own")
    func numbers() throws {
        let unsigned = try source(Self.sent("pages") { $0.schema.kind = .integer(format: "uint64") })
        #expect(unsigned.values.max() == .breaking)
        let numbers = try source(
            prepare: Self.received("note") { $0.schema.kind = .enumeration(["1", "2"]) },
            Self.received("note") { $0.schema.kind = .numbers(type: .integer, ["1", "2"]) })
        #expect(numbers.values.max() == .breaking)
    }

    @Test("An optional argument takes a plain value; a member that became optional has to be unwrapped")
    func optionals() throws {
        #expect(
            try source(Self.sent("pages") { $0.isRequired = false }) == ["request-property-became-optional": .none])
        #expect(
            try source(Self.received("id") { $0.isRequired = false }) == [
                "response-property-became-optional": .breaking
            ])
    }

    @Test("What may be absent and null has a type of its own where it is sent, and only there")
    func nullable() throws {
        #expect(
            try source(Self.sent("shelf") { $0.schema.isNullable = true }) == [
                "request-property-became-nullable": .breaking
            ])
        #expect(
            try source(Self.sent("pages") { $0.schema.isNullable = true }) == [
                "request-property-became-nullable": .none
            ])
        #expect(
            try source(Self.received("isbn") { $0.schema.isNullable = true }) == [
                "response-property-became-nullable": .none
            ])
        #expect(
            try source(Self.received("published") { $0.isRequired = true }) == [
                "response-property-became-required": .none
            ])
    }

    @Test("An argument that moves past another stops callers, whether or not its own change does")
    func order() throws {
        // Required arguments stand first: `title` goes behind `pages`, where callers do not write it.
        #expect(
            try source(Self.sent("title") { $0.isRequired = false }) == [
                "request-property-became-optional": .none, "swift-initialiser-reordered": .breaking,
            ])
        #expect(
            try source { $0.edit("listBooks", parameter: "author") { $0.isRequired = false } } == [
                "request-parameter-became-optional": .none
            ])
        #expect(
            try source(
                prepare: { $0.edit("listBooks", parameter: "page") { $0.isRequired = true } },
                { $0.edit("listBooks", parameter: "page") { $0.isRequired = false } }
            ) == ["request-parameter-became-optional": .none, "swift-method-reordered": .breaking])
        // An optional one in front of the others moves none that callers write.
        #expect(
            try source { document in
                document.edit(schema: "BookCreateRequest") { schema in
                    schema.properties.insert(.init(name: "a", isRequired: false, schema: Schema(.boolean)), at: 0)
                }
            } == ["request-property-optional-added": .none])
        // Callers of the initialisers of responses are tests; nothing else is said than that the table changed.
        #expect(
            try source { $0.edit(schema: "Book") { $0.properties.swapAt(0, 1) } } == [
                "documentation-order-changed": .none
            ])
    }

    @Test("An argument that travels elsewhere keeps its name, and stops callers only where it moves")
    func location() throws {
        func move(_ name: String) -> (inout SpecDocument) -> Void {
            { $0.edit("listBooks", parameter: name) { $0.location = .header } }
        }
        #expect(try source(move("owner")) == ["request-parameter-location-changed": .none])
        #expect(try source(move("genre")) == ["request-parameter-location-changed": .breaking])
    }

    @Test("A further case of a union stops code that switches, not code that builds")
    func unions() throws {
        let two: Schema.Kind = .union([Schema(.string(format: nil)), Schema(.integer(format: nil))])
        let three: Schema.Kind = .union([Schema(.string(format: nil)), Schema(.integer(format: nil)), Schema(.boolean)])
        #expect(
            try source(
                prepare: Self.sent("shelf") { $0.schema.kind = two }, Self.sent("shelf") { $0.schema.kind = three }
            ) == ["request-property-type-widened": .none])
        #expect(
            try source(
                prepare: Self.received("note") { $0.schema.kind = two },
                Self.received("note") { $0.schema.kind = three }
            ) == ["response-property-type-widened": .breaking])
    }

    @Test("A further status of success matters to Swift only where the result has another type")
    func results() throws {
        func add(_ schema: Schema?) -> (inout SpecDocument) -> Void {
            { document in
                document.edit("showBook") { $0.responses.insert(Response(status: 206, schema: schema), at: 1) }
            }
        }
        #expect(try source(add(Schema(.reference("Book")))) == ["response-success-added": .none])
        #expect(try source(add(Schema(.boolean))) == ["response-success-added": .breaking])
    }

    @Test("The failures of an operation are one type, with a case for each body of JSON")
    func failures() throws {
        func failure(_ status: Int, _ kind: Schema.Kind?) -> Response {
            Response(status: status, schema: kind.map { Schema($0) })
        }
        func verdicts(_ old: [Response], _ new: [Response]) throws -> [String: DiffSeverity] {
            func with(_ responses: [Response]) -> (inout SpecDocument) -> Void {
                { document in
                    document.edit("showBook") { $0.responses = $0.responses.filter(\.isSuccess) + responses }
                }
            }
            return try source(prepare: with(old), with(new))
        }
        let tag = failure(401, .reference("Tag"))
        let flag = failure(410, .boolean)
        #expect(try verdicts([tag], [failure(401, .boolean)]) == ["response-body-type-changed": .breaking])
        #expect(try verdicts([tag], [tag, flag]) == ["response-error-added": .breaking])
        #expect(try verdicts([tag, flag], [tag]) == ["response-error-removed": .breaking])
        // The first case of all makes the type, and a failure without a body of a known type has no case.
        #expect(try verdicts([], [tag]) == ["response-error-added": .none])
        #expect(try verdicts([tag], [tag, failure(410, nil)]) == ["response-error-added": .none])
    }

    @Test("A schema without members is any JSON in Swift, and becomes a type with its first one")
    func firstMember() throws {
        #expect(
            try source(
                prepare: { $0.edit(schema: "Tag") { $0.properties = [] } },
                { document in
                    document.edit(schema: "Tag") { schema in
                        schema.properties = [.init(name: "a", isRequired: false, schema: Schema(.boolean))]
                    }
                }
            ) == ["request-property-optional-added": .breaking, "response-property-optional-added": .breaking])
    }
}
