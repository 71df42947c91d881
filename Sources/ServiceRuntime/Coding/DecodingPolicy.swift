/// What happens where a response departs from its documentation in a way that can be understood.
public enum DecodingPolicy: Sendable, Hashable {
    /// The value is used and the departure is reported as a ``Deviation``.
    case tolerant
    /// The departure is an error.
    ///
    /// For tests.
    case strict
}
