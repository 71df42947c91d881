import APIModel
import SchemaChecks

/// Finds the documented responses that do not come out as the documentation demands.
struct MadeAnswers {
    private let model: APIModel
    private let conflicts: SchemaConflict
    private let fit: ExampleBuilder
    private let check: SchemaCheck

    /// Looks at the responses of `model`; those that `conflicts` has an obstacle for are told there.
    init(_ model: APIModel, _ patterns: PatternBook, _ conflicts: SchemaConflict) {
        self.model = model
        self.conflicts = conflicts
        fit = ExampleBuilder(model, patterns: patterns, isOfAnswers: true)
        check = SchemaCheck(
            model, patterns: patterns, unknownMembers: .ignored, isOfRequests: false, isOfAnswers: true)
    }

    /// A sentence for each operation whose response breaks what is demanded of it.
    func findings() -> [MockService.Obstacle] {
        model.operations.compactMap(\.calls.first).compactMap { call in
            guard conflicts.answerReason(call) == nil else { return nil }
            let answer = DocumentedResponse(call, model, fit)
            guard let schema = answer.schema, let value = answer.value, answer.isJSON,
                let problem = check.problems(of: value, schema, at: "body").first
            else { return nil }
            return MockService.Obstacle(
                place: ["operations", call.operation, call.version],
                text: "the answer of \(call.operation) is not as documented, since no value was found that is: "
                    + "\(problem)")
        }
    }
}
