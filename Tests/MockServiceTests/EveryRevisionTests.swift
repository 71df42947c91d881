import APIModel
import APISpec
import Foundation
import HTTPTypes
import SchemaChecks
import Testing

@testable import MockService

/// Every operation of every version, as documented.
@Suite struct EveryRevisionTests {
    /// The models under test; with `APIDOC_SPECS` also the specs of that folder.
    static let models: [(name: String, model: APIModel)] = {
        var models = [("backup", Specs.backup), ("greenhouse", Specs.greenhouse)]
        if let library = try? Specs.model(Specs.loans) { models.append(("library", library)) }
        return models + CorpusSpecs.models
    }()

    static let calls: [(String, Call)] = models.flatMap { name, model in
        model.versions.filter { $0.status != .planned }.flatMap { model.calls(in: $0.id) }.map { (name, $0) }
    }

    @Test(arguments: [true, false]) func aDocumentedRequestGetsItsDocumentedSuccess(isStateful: Bool) throws {
        for (name, model) in Self.models {
            let engine = MockEngine(model, try .verifying { $0.isStateful = isStateful })
            let ids = Dictionary(
                engine.plan.resources.map { ($0.member?.parameterNames.last ?? "", $0.documentedID) },
                uniquingKeysWith: { first, _ in first })
            let strict = SchemaCheck(model, patterns: PatternBook(model), unknownMembers: .refused)
            for (owner, call) in Self.calls where owner == name {
                engine.store.removeAll()
                engine.seed()
                let reply = engine.respond(to: try DocumentedRequest(call, of: model, ids: ids).signed())
                let place = Comment(rawValue: "\(name) \(call.operation) \(call.version)")
                let expected = call.successes.first?.status ?? call.revision.example?.status ?? 200
                let body = String(decoding: reply.answer.body ?? [], as: UTF8.self)
                #expect(reply.answer.status == expected, "\(place): \(body)")
                guard let schema = call.successes.first?.schema, expected != 204 else {
                    if call.successes.first != nil { #expect(reply.answer.body == nil, place) }
                    continue
                }
                if schema.kind == .unknown { continue }
                let value = try JSONReader.value(try #require(reply.answer.body, place))
                #expect(strict.problems(of: value, schema, at: "answer").map(\.description) == [], place)
            }
        }
    }

    @Test func theCallsAreThere() throws {
        #expect(Self.calls.count { $0.0 == "backup" } == 91)
        #expect(Self.calls.count { $0.0 == "greenhouse" } == 25)
    }

    @Test func aHeaderThatIsLeftOutIsMissed() throws {
        for (name, model) in [("backup", Specs.backup), ("greenhouse", Specs.greenhouse)] {
            let engine = MockEngine(model, try .verifying { $0.seed = .examples })
            for (owner, call) in Self.calls where owner == name { try missHeaders(of: call, model, engine) }
        }
    }

    private func missHeaders(of call: Call, _ model: APIModel, _ engine: MockEngine) throws {
        let request = try DocumentedRequest(call, of: model).signed()
        for header in model.service.headers where !header.value.contains("{version}") {
            var broken = request
            broken.fields[try #require(HTTPField.Name(header.name))] = nil
            let status = engine.respond(to: broken).answer.status
            // The client type is part of the signature, which is looked at first.
            let isSigned = header.value.hasPrefix("{") || header.name == "Scp-ClientType"
            #expect(status == (isSigned ? 401 : 400), "\(call.operation) \(call.version) without \(header.name)")
        }
    }

    @Test func aRequiredParameterThatIsLeftOutIsMissed() throws {
        var count = 0
        let callers = Dictionary(
            Self.models.map { ($0.name, Caller($0.model) { $0.seed = .examples }) }, uniquingKeysWith: { $1 })
        for (name, call) in Self.calls {
            let caller = try #require(callers[name])
            let request = DocumentedRequest(call, of: caller.engine.model)
            for parameter in call.queryParameters where parameter.isRequired {
                var broken = request
                broken.query.removeAll { $0.name == parameter.name }
                let outcome = try send(broken, caller)
                #expect(outcome.status == 400, "\(call.operation) \(call.version)")
                #expect(outcome.details == ["query.\(parameter.name): is required"])
                count += 1
            }
            for parameter in call.headerParameters where parameter.isRequired {
                var broken = request
                broken.headers.removeAll { $0.name == parameter.name }
                #expect(try send(broken, caller).details == ["header.\(parameter.name): is required"])
            }
        }
        #expect(count > 20)
    }

    @Test func aRequiredMemberThatIsLeftOutIsMissed() throws {
        var count = 0
        let callers = Dictionary(
            Self.models.map { ($0.name, Caller($0.model) { $0.seed = .examples }) }, uniquingKeysWith: { $1 })
        for (name, call) in Self.calls {
            let caller = try #require(callers[name])
            let model = caller.engine.model
            let request = DocumentedRequest(call, of: model)
            guard let stated = call.request, let body = request.body else { continue }
            if stated.isRequired {
                var broken = request
                broken.body = nil
                #expect(try send(broken, caller).details == ["body: is required"], "\(call.operation)")
            }
            for (place, value) in Self.withoutRequired(body, stated.schema, "body", model) {
                var broken = request
                broken.body = value
                let outcome = try send(broken, caller)
                #expect(outcome.status == 400, "\(call.operation) \(call.version) without \(place)")
                #expect(outcome.details == ["\(place): is required"], "\(call.operation) \(call.version)")
                count += 1
            }
        }
        #expect(count > 60)
    }

    private func send(_ request: DocumentedRequest, _ caller: Caller) throws -> Caller.Outcome {
        try caller.call(
            request.method, request.target, request.body?.jsonText, headers: request.headers.map { ($0.name, $0.value) }
        )
    }

    /// The value once without each required member, at every depth.
    static func withoutRequired(
        _ value: JSONValue, _ schema: Schema, _ place: String, _ model: APIModel
    ) -> [(String, JSONValue)] {
        switch (schema.kind, value) {
        case (.array(let items), .array(let elements)):
            return elements.enumerated().flatMap { index, element in
                withoutRequired(element, items, "\(place)[\(index)]", model).map { place, changed in
                    var elements = elements
                    elements[index] = changed
                    return (place, .array(elements))
                }
            }
        case (.reference(let name), .object(let members)):
            let properties = model.schema(named: name)?.schema.properties ?? []
            return properties.flatMap { property -> [(String, JSONValue)] in
                guard let index = members.firstIndex(where: { $0.name == property.name }) else { return [] }
                let inner = "\(place).\(property.name)"
                var results: [(String, JSONValue)] = []
                if property.isRequired { results.append((inner, .object(members.filter { $0.name != property.name }))) }
                results += withoutRequired(members[index].value, property.schema, inner, model).map { place, changed in
                    var members = members
                    members[index].value = changed
                    return (place, .object(members))
                }
                return results
            }
        default: return []
        }
    }
}
