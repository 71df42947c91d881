import APISpec
import Diagnostics
import SchemaChecks

/// Walks through examples beside their types and notes what does not agree, each thing once.
struct ExampleWalk {
    private let catalog: SchemaCatalog
    private let matcher: ExampleMatcher
    private let locations: SpecLocations
    private var said: Set<String> = []
    private var patterns = PatternBook()
    var findings: [Diagnostic] = []

    init(catalog: SchemaCatalog, locations: SpecLocations) {
        self.catalog = catalog
        matcher = ExampleMatcher(catalog: catalog)
        self.locations = locations
    }

    // MARK: What is checked

    mutating func check(_ property: NamedSchema.Property, of schema: NamedSchema) {
        let subject = "\(schema.name).\(property.name)"
        let location = locations[["schemas", schema.name, property.name]]
        checkTable(property.schema, subject: subject, at: location)
    }

    /// The example of an object with members; that of a definition stands in its type.
    mutating func check(_ schema: NamedSchema) {
        let location = locations[["schemas", schema.name]]
        if let definition = schema.definition {
            checkTable(definition, subject: schema.name, at: location)
        } else if let value = schema.example {
            check(value, Schema(.reference(schema.name)), subject: schema.name, in: schema.name, at: location)
        }
    }

    mutating func check(_ revision: Revision, of operation: Operation) {
        let place: SpecPath = ["operations", operation.id, revision.versions.first ?? ""]
        for parameter in revision.parameters {
            checkTable(
                parameter.schema, subject: "\(operation.id).\(parameter.name)",
                at: locations[place.appending("parameters", parameter.name)])
        }
        guard let example = revision.example else { return }
        if let value = example.requestBody, let request = revision.request {
            let subject = "the request of \(operation.id)"
            check(
                value, request.schema, subject: subject, in: subject,
                at: locations[place.appending("example", "request")])
        }
        if let value = example.responseBody,
            let schema = revision.responses.first(where: { $0.status == example.status })?.schema
        {
            let subject = "the answer of \(operation.id)"
            check(value, schema, subject: subject, in: subject, at: locations[place.appending("example", "response")])
        }
    }

    /// The example and the default that stand in a table.
    private mutating func checkTable(_ schema: Schema, subject: String, at location: SourceLocation) {
        if let value = schema.example { check(value, schema, subject: subject, in: subject, at: location) }
        if let value = schema.defaultValue, case .enumeration(let cases)? = schema.enumeration?.kind,
            case .string(let text) = value, !cases.contains(text)
        {
            say(
                ExampleRules.defaultOutsideEnum,
                "the default `\(text)` of \(subject) is not a value of its enumeration", about: subject, at: location)
        }
    }

    // MARK: Values

    /// Compares a value with its type. `subject` names the place of the value, `whole` the example that it is part of.
    private mutating func check(
        _ value: JSONValue, _ schema: Schema, subject: String, in whole: String, at location: SourceLocation,
        _ place: ExamplePlace = ExamplePlace()
    ) {
        check(value, keepsTo: schema.checks, subject: subject, at: location)
        switch (schema.kind, value) {
        case (.reference(let name), _) where catalog.definition(name) != nil:
            // A name for another type: a choice, a list, a text.
            guard let definition = catalog.definition(name) else { return }
            if value == .null, schema.isNullable { return }
            // Names that stand for each other are followed once.
            guard place.followed.insert(name).inserted else { return }
            check(value, definition, subject: subject, in: whole, at: location, place)
            place.followed.remove(name)
        case (.reference(let name), .object(let members)):
            if let position = catalog.position(name) { check(members, position, in: whole, at: location, place) }
        case (.array(let items), .array(let elements)):
            for (number, element) in elements.enumerated() {
                check(element, items, subject: subject, in: whole, at: location, place.at(number))
            }
        case (.map(let values), .object(let members)):
            for (number, member) in members.enumerated() {
                check(member.value, values, subject: subject, in: whole, at: location, place.at(number))
            }
        case (.union(let members), _):
            if value == .null, schema.isNullable { return }
            // What fits one member best is told of that one.
            var best: (type: Schema, cost: Int)?
            for member in members {
                let cost = cost(value, member, place)
                if cost < best?.cost ?? .max { best = (member, cost) }
            }
            if let best, best.cost < Self.mismatch {
                check(value, best.type, subject: subject, in: whole, at: location, place)
            } else {
                let problem = ExampleProblem.wrongType(shown: value.sort, stated: RecoveryFindings.name(schema))
                say(problem.rule, problem.message(subject), about: subject, at: location)
            }
        default:
            guard let problem = ExampleProblem(value, for: schema) else { return }
            say(problem.rule, problem.message(subject), about: subject, at: location)
        }
    }

    private static let mismatch = 1000

    /// How little a value is one of the type; `mismatch` or more where it is of another sort.
    private func cost(_ value: JSONValue, _ schema: Schema, _ place: ExamplePlace) -> Int {
        switch (schema.kind, value) {
        case (.reference(let name), _) where catalog.definition(name) != nil:
            guard let definition = catalog.definition(name) else { return 0 }
            if let known = place.costs[name] { return known }
            // What stands for itself is no better than it is without that.
            place.costs[name] = Self.mismatch
            let cost = cost(value, definition, place)
            place.costs[name] = cost
            return cost
        case (.reference(let name), .object):
            guard let position = catalog.position(name) else { return 0 }
            let fit = matcher.fit(value, schemaAt: position, place)
            return min(Self.mismatch - 1, fit.unknownKeys + fit.missingRequired + fit.clashes)
        case (.array(let items), .array(let elements)):
            return elements.enumerated().map { cost($0.element, items, place.at($0.offset)) }.max() ?? 0
        case (.map(let values), .object(let members)):
            return members.enumerated().map { cost($0.element.value, values, place.at($0.offset)) }.max() ?? 0
        case (.union(let members), _):
            return members.map { cost(value, $0, place) }.min() ?? Self.mismatch
        default:
            switch ExampleProblem(value, for: schema) {
            case nil: return 0
            case .wrongType: return Self.mismatch
            case .outsideEnum, .listsValues, .withoutZone: return 1
            }
        }
    }

    private mutating func check(
        _ members: [JSONValue.Member], _ position: Int, in whole: String, at location: SourceLocation,
        _ place: ExamplePlace
    ) {
        let schema = catalog.schemas[position]
        guard !schema.isLost else { return }
        check(.object(members), keepsTo: schema.checks, subject: whole, at: location)
        for (number, member) in members.enumerated() {
            let below = place.at(number)
            guard let property = catalog.property(member.name, of: position) else {
                switch schema.additionalProperties {
                case .any: continue
                case .schema(let other):
                    check(
                        member.value, other, subject: "\(schema.name).\(member.name)", in: whole, at: location, below)
                    continue
                case .forbidden, nil: break
                }
                say(
                    ExampleRules.unknownKey,
                    "the example of \(whole) has `\(member.name)`, which \(schema.name) lacks",
                    about: "\(whole) \(schema.name).\(member.name)", at: location)
                continue
            }
            check(
                member.value, property.schema, subject: "\(schema.name).\(member.name)", in: whole, at: location, below)
        }
        let names = Set(members.map(\.name))
        for property in schema.properties where property.isRequired && !names.contains(property.name) {
            say(
                ExampleRules.missingRequired,
                "the example of \(whole) lacks `\(property.name)`, which \(schema.name) requires",
                about: "\(whole) \(schema.name).\(property.name)", at: location)
        }
    }

    /// Holds a value against what JSON Schema demands besides the type.
    private mutating func check(
        _ value: JSONValue, keepsTo checks: JSONValue?, subject: String, at location: SourceLocation
    ) {
        guard let checks, value != .null else { return }
        patterns.add(checks: checks)
        guard let keyword = ConstraintCheck(patterns: patterns).brokenKeyword(of: checks, by: value) else { return }
        say(
            ExampleRules.brokenCheck, "the example of \(subject) does not keep to `\(keyword)`, as its type demands",
            about: "\(subject) \(keyword)", at: location)
    }

    private mutating func say(_ rule: Rule, _ message: String, about place: String, at location: SourceLocation) {
        guard said.insert("\(rule.id) \(place)").inserted else { return }
        findings.append(rule.finding(message, at: location))
    }
}

extension Schema {
    /// The enumeration that values are of, alone or beside other types.
    fileprivate var enumeration: Schema? {
        switch kind {
        case .enumeration: self
        case .union(let members):
            members.allSatisfy { member in
                if case .enumeration = member.kind { true } else { false }
            } ? members.first : nil
        default: nil
        }
    }
}
