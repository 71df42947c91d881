import APIModel
import HTTPTypes
import SchemaChecks

/// Answers requests from a model, without anything of the network.
final class MockEngine: Sendable {
    let model: APIModel
    let options: MockService.Options
    let plan: ServicePlan
    let store: ResourceStore
    let faults: FaultScript
    let log: RequestLog
    let behaviour: ResourceBehaviour
    let check: SchemaCheck
    let fit: ExampleBuilder

    private let versions: VersionChoice
    private let signature: SignatureCheck?
    /// The check of each version; none where nothing is checked.
    private let security: [String: SecurityCheck]
    private let headers: ServiceHeaders?
    private let parameters: ParameterCheck
    private let bodies: BodyCheck
    private let refusals: DocumentedRejection
    private let envelope: ErrorEnvelope
    private let crossOrigin: CrossOriginResponse

    /// An engine for a model.
    init(_ model: APIModel, _ options: MockService.Options) {
        self.model = model
        self.options = options
        let patterns = PatternBook(model)
        fit = ExampleBuilder(model, patterns: patterns)
        let answers = ExampleBuilder(model, patterns: patterns, isOfAnswers: true)
        check = SchemaCheck(
            model, patterns: patterns,
            unknownMembers: options.unknownFields == .refused ? .refusedWhereStated : .ignored)
        plan = ServicePlan(
            model, isStateful: options.isStateful, fit: answers, check: check)
        store = ResourceStore(
            kinds: plan.resources.map {
                .init(
                    lifecycle: $0.lifecycle, children: $0.children, depth: $0.depth,
                    remembersRemoved: $0.tellsWhatIsGone)
            },
            transitions: options.transitions, now: options.now)
        behaviour = ResourceBehaviour(
            model, plan, store, answers, check, isStrict: options.unknownFields == .refused, now: options.now)
        faults = FaultScript(operations: model.operations.map(\.id))
        log = RequestLog(capacity: options.recordedRequests)
        versions = VersionChoice(model.service, model.versions, servesPlanned: options.servesPlannedVersions)
        let isIgnored = if case .ignored = options.signatures { true } else { false }
        signature = model.service.authentication == nil ? nil : SignatureCheck(options)
        security =
            isIgnored || options.security == .ignored
            ? [:]
            : Dictionary(
                model.versions.map { ($0.id, SecurityCheck(model.service.version($0))) },
                uniquingKeysWith: { first, _ in first })
        headers = isIgnored ? nil : ServiceHeaders(model.service)
        parameters = ParameterCheck(
            check, unknownFields: options.unknownFields,
            schemes: model.service.security + model.versions.flatMap { $0.security ?? [] })
        bodies = BodyCheck(check, unknownFields: options.unknownFields)
        refusals = DocumentedRejection(model, answers)
        envelope = ErrorEnvelope(model)
        crossOrigin = CrossOriginResponse(options.crossOrigin)
        if case .examples = options.seed { seed() }
    }

    /// Answers a request.
    func respond(to request: IncomingRequest) -> Reply {
        let requestID = RandomText.requestID()
        var course = RequestCourse()
        var answer: MockResponse
        do {
            if let asked = crossOrigin.preflight(request, methods: { methods(at: request.target) }) {
                answer = asked
            } else {
                answer = try perform(request, requestID, &course)
            }
        } catch {
            answer =
                course.call.flatMap { refusals.answer(error, $0, requestID: requestID) }
                ?? envelope.answer(error, requestID: requestID)
        }
        crossOrigin.complete(&answer, request)
        record(request, course, status: answer.status)
        return Reply(answer: answer, requestID: requestID, fault: course.fault)
    }

    /// Answers a request that was not read to its end since its body is too long.
    func refuseBody(of request: IncomingRequest) -> Reply {
        let requestID = RandomText.requestID()
        let refusal = RequestRejection(413, "PayloadTooLarge", "the body has more than \(options.bodyLimit) bytes")
        var course = RequestCourse()
        course.target = try? RequestTarget(request.target)
        record(request, course, status: refusal.status)
        var answer = envelope.answer(refusal, requestID: requestID)
        crossOrigin.complete(&answer, request)
        return Reply(answer: answer, requestID: requestID)
    }

    // MARK: One request

    private func perform(
        _ request: IncomingRequest, _ requestID: String, _ course: inout RequestCourse
    ) throws(RequestRejection) -> MockResponse {
        var target = try RequestTarget(request.target)
        course.target = target
        let version = try versions.version(of: request.fields, &target)
        course.version = version
        guard let match = plan.match(&target, in: version) else {
            return try answerElsewhere(request, target, version)
        }
        guard let number = operation(of: match.target.numbers(request.method), for: target) else {
            guard request.method == "OPTIONS" else {
                let others = model.versions.map(\.id).filter { other in
                    var target = target
                    return other != version
                        && plan.match(&target, in: other)?.target.numbers(request.method).isEmpty == false
                }
                throw Self.wrongMethod(match.target.methods, Self.elsewhere(request.method, version, others))
            }
            return Self.options(match.target.methods)
        }
        let operation = plan.operations[number]
        course.operation = operation.call.operation
        course.call = operation.call
        try takeFault(operation, request, &course)

        try signature?.check(request)
        try security[version]?.check(request, target.pairs, operation.call.revision)
        var problems = headers?.problems(of: request.fields) ?? []
        problems += parameters.problems(of: request.fields, operation.call)
        problems += parameters.problems(ofCookies: request.fields, operation.call)
        let values = parameters.path(match.values, target, operation.path, operation.call, &problems)
        // The parameter that addresses of pages have where the documentation names none.
        let own = operation.pages.flatMap { $0.isOwn ? $0.position : nil }
        // What selects the version has been read.
        let apart = Set([own, versions.queryName].compactMap(\.self))
        var query = parameters.query(
            apart.isEmpty ? target.pairs : target.pairs.filter { !apart.contains($0.name) }, operation.call, &problems)
        if let own { query[own] = target.pairs.last { $0.name == own }.map { .string($0.value) } }
        let body = try bodies.value(request, operation.call, &problems)
        guard problems.isEmpty else { throw RequestRejection(Array(problems.prefix(SchemaCheck.mostProblems))) }
        if let obstacle = operation.obstacle {
            throw RequestRejection(501, "NotImplemented", "no answer of the documented type is possible: \(obstacle)")
        }
        return try behaviour.perform(
            operation,
            .init(
                values: values, query: query, body: body, requestID: requestID,
                target: PageTarget(
                    authority: request.authority ?? "localhost", path: target.path, pairs: target.pairs,
                    base: target.base))
        )
    }

    /// Of operations with one method and path, the one whose fixed query the request has; of several, the one that fixes
    /// most.
    private func operation(of numbers: [Int], for target: RequestTarget) -> Int? {
        guard numbers.count > 1 else { return numbers.first }
        let given = Set(target.pairs.map { "\($0.name)=\($0.value)" })
        func fixed(_ number: Int) -> [String: String] { plan.operations[number].call.revision.fixedQuery }
        let fitting = numbers.filter { number in fixed(number).allSatisfy { given.contains("\($0.key)=\($0.value)") } }
        return fitting.max { fixed($0).count < fixed($1).count } ?? numbers.first
    }

    private func takeFault(
        _ operation: OperationPlan, _ request: IncomingRequest, _ course: inout RequestCourse
    ) throws(RequestRejection) {
        if let planned = faults.take(operation.call.operation) {
            course.fault = planned
        } else {
            course.fault = try FaultHeader.fault(in: request.fields)
        }
        guard let status = course.fault?.status else { return }
        let pause = course.fault?.retryAfter.map { HTTPField(name: .retryAfter, value: String($0)) }
        throw RequestRejection(
            (300...599).contains(status) ? status : 500, "Fault", "this error was asked for",
            fields: [pause].compactMap { $0 })
    }

    // MARK: Paths without an operation

    /// The list of versions at `/`; 404 anywhere else.
    private func answerElsewhere(
        _ request: IncomingRequest, _ target: RequestTarget, _ version: String
    ) throws(RequestRejection) -> MockResponse {
        if target.path == "/" {
            let methods = ["GET", "HEAD", "OPTIONS"]
            if request.method == "OPTIONS" { return Self.options(methods) }
            guard methods.contains(request.method) else { throw Self.wrongMethod(methods) }
            return VersionList.answer(model.versions, url: "http://\(request.authority ?? "")")
        }
        let others = model.versions.map(\.id).filter { version in
            var target = target
            return plan.match(&target, in: version) != nil
        }
        throw RequestRejection(
            404, "NotFound",
            others.isEmpty
                ? "there is nothing at this path"
                : "version \(version) has nothing at this path; \(others.joined(separator: ", ")) "
                    + (others.count == 1 ? "has" : "have"))
    }

    /// What a path is for (RFC 9110, section 9.3.7).
    private static func options(_ allowed: [String]) -> MockResponse {
        MockResponse(status: 204, fields: [HTTPField(name: .allow, value: allowed.joined(separator: ", "))])
    }

    /// The methods that some version has for a path.
    private func methods(at target: String) -> [String] {
        guard let target = try? RequestTarget(target) else { return [] }
        var methods: [String] = []
        for version in model.versions {
            var target = target
            for method in plan.match(&target, in: version.id)?.target.methods ?? [] where !methods.contains(method) {
                methods.append(method)
            }
        }
        return methods
    }

    private static func wrongMethod(_ allowed: [String], _ note: String = "") -> RequestRejection {
        let list = allowed.joined(separator: ", ")
        return RequestRejection(
            405, "MethodNotAllowed", "this path is for \(list)\(note)", fields: [HTTPField(name: .allow, value: list)])
    }

    /// ` in version 1.0; version 1.1 has POST here`, where other versions have a method that this one lacks.
    private static func elsewhere(_ method: String, _ version: String, _ others: [String]) -> String {
        guard !others.isEmpty else { return "" }
        let words = others.count == 1 ? "version \(others[0]) has" : "versions \(others.joined(separator: ", ")) have"
        return " in version \(version); \(words) \(method) here"
    }

    private func record(_ request: IncomingRequest, _ course: RequestCourse, status: Int) {
        let logged = LoggedRequest(request: request, course: course, status: status)
        log.append(logged)
        options.onAnswer?(logged.received)
    }
}
