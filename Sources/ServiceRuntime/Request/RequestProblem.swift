/// Why a request cannot be built or signed.
///
/// Callers see it as ``ServiceError/Kind/requestInvalid(_:)``.
package struct RequestProblem: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
