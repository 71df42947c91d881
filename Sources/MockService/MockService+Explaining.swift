public import APIModel

extension MockService {
    /// Which operation does what to which resource, which property holds the id and the state, and which operations
    /// answer with their documented example, as text for people.
    public func explain() -> String { Explanation(engine.model, engine.plan).text }

    /// What a service would make of a model, as text for people; see ``explain()``.
    public static func explain(_ model: APIModel, options: Options = Options()) -> String {
        let engine = MockEngine(model, options)
        return Explanation(engine.model, engine.plan).text
    }
}
