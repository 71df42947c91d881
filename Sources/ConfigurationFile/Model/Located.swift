public import Diagnostics

/// A value of a configuration with its place in the file, for errors that only show later.
public struct Located<Value: Sendable & Hashable>: Sendable, Hashable {
    /// What the file says.
    public var value: Value
    /// Where it says it.
    public var location: SourceLocation

    /// A value with its place.
    public init(_ value: Value, at location: SourceLocation) {
        self.value = value
        self.location = location
    }
}
