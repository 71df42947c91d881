/// Why a request cannot be built or signed.
///
/// Callers see it as ``ServiceError/Kind/requestInvalid(_:)``.
struct RequestProblem: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
