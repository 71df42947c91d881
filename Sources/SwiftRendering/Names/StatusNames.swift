import APIModel
import Foundations

/// What statuses are called in Swift: by their words in the registry of HTTP status codes.
enum StatusNames {
    /// The case for the responses with a status: `notFound`, `clientError` of `4XX`, `other` of `default`.
    static func name(of response: Response) -> String {
        if response.isDefault { return "other" }
        if response.isRange { return Words(ReasonPhrase.text(for: response.status)).lowerCamel }
        return ReasonPhrase.standard(for: response.status).map { Words($0).lowerCamel } ?? "status\(response.status)"
    }
}
