/// A value that is kept apart from what holds it, so that a type can hold a value of its own kind.
///
/// Generated models use it for members that may hold the model itself. On the wire it is the value and nothing else.
nonisolated public struct Indirect<Value: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
    private indirect enum Storage: Equatable, Sendable {
        case value(Value)
    }

    private var storage: Storage

    /// The value.
    public var value: Value {
        get {
            switch storage {
            case .value(let value): value
            }
        }
        set { storage = .value(newValue) }
    }

    /// Keeps a value apart.
    public init(_ value: Value) { storage = .value(value) }

    /// Decodes the value. Throws what the value throws.
    public init(from decoder: any Decoder) throws { self.init(try Value(from: decoder)) }

    /// Encodes the value. Throws what the value throws.
    public func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
}

extension Indirect: Hashable where Value: Hashable {
    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
