/// What users may choose about generated code.
public struct RenderingOptions: Sendable, Hashable {
    /// Whether models and unions are `Hashable`, and not only `Equatable`.
    ///
    /// Off unless asked for: it costs about a quarter of the time of a release build, and few programs need it.
    public var isHashable: Bool

    /// The choices; what is not said is as small as possible.
    public init(isHashable: Bool = false) { self.isHashable = isHashable }

    /// The protocols of models and unions.
    var conformances: SwiftCode { isHashable ? "Codable, Hashable, Sendable" : "Codable, Equatable, Sendable" }
}
