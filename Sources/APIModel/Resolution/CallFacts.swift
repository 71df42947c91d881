/// What follows from what an operation says: its path taken apart, its parameters by place, its responses by what they tell.
final class CallFacts: Sendable {
    let path: PathTemplate
    let pathParameters: [Parameter]
    let queryParameters: [Parameter]
    let headerParameters: [Parameter]
    let successes: [Response]
    let failures: [Response]
    let onlyRedirects: Bool
    let result: Call.Result
    let streamedItem: Schema?
    let answerForm: ContentForm

    init(_ revision: Revision) {
        let path = PathTemplate(revision.path)
        let parameters = revision.parameters
        self.path = path
        pathParameters = path.parameterNames.map { name in
            let stated =
                parameters.first { $0.location == .path && $0.name == name }
                ?? Parameter(name: name, location: .path, isRequired: true, schema: Schema(.unknown))
            return path.patterns[name].map(stated.obeying) ?? stated
        }
        queryParameters = parameters.filter { $0.location == .query }
        headerParameters = parameters.filter { $0.location == .header }
        let responses = revision.responses
        let onlyRedirects = responses.contains(where: \.isRedirection) && !responses.contains(where: \.isSuccess)
        // The one for all statuses is a success where there is no other.
        let isSuccess = responses.map {
            $0.isSuccess || ($0.isDefault && responses.count == 1) || ($0.isRedirection && onlyRedirects)
        }
        let successes = zip(responses, isSuccess).filter(\.1).map(\.0)
        self.onlyRedirects = onlyRedirects
        self.successes = successes
        failures = zip(responses, isSuccess).filter { !$0.1 }.map(\.0)
        result = Self.result(of: successes, onlyRedirects: onlyRedirects)
        let streamedItem = Self.streamedItem(of: successes)
        self.streamedItem = streamedItem
        answerForm = streamedItem == nil ? Self.form(of: successes) : .items
    }

    private static func result(of successes: [Response], onlyRedirects: Bool) -> Call.Result {
        guard !successes.isEmpty else { return .unknown }
        // What stands in the body of a redirection is for people (RFC 9110, section 15.4).
        if onlyRedirects { return .empty }
        var kinds: [Schema.Kind?] = []
        for response in successes {
            let kind = response.schema?.kind
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        if kinds.count > 1 { return .several(successes) }
        guard let schema = successes.first?.schema else { return .empty }
        return schema.kind == .unknown ? .unknown : .body(schema)
    }

    private static func streamedItem(of successes: [Response]) -> Schema? {
        let bodies = successes.filter { $0.schema != nil }
        guard let items = bodies.first?.streamedItem, bodies.allSatisfy({ $0.streamedItem?.kind == items.kind }) else {
            return nil
        }
        return items
    }

    private static func form(of successes: [Response]) -> ContentForm {
        let forms = successes.compactMap { response in
            response.schema.map { ContentForm(response.mediaType, $0) }
        }
        guard let first = forms.first else { return .json }
        guard forms.allSatisfy({ $0 == first }), first == .json || first == .text else { return .binary }
        return first
    }
}

extension Parameter {
    /// The parameter with values as the path has them, where its schema does not say what they look like.
    fileprivate func obeying(_ pattern: PathPattern) -> Parameter {
        var copy = self
        switch schema.kind {
        case .unknown: copy.schema.kind = .string(format: nil)
        case .string(nil): break
        default: return self
        }
        if schema.pattern == nil { copy.schema.pattern = pattern.regularExpression }
        if case .string(let text)? = schema.example, pattern.matches(text) { return copy }
        copy.schema.example = .string(pattern.sample)
        return copy
    }
}
