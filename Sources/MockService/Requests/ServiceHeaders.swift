import APIModel
import HTTPTypes

/// The headers that the documentation shows in every request, apart from those that have a check of their own.
struct ServiceHeaders: Sendable {
    private let required: [HTTPField.Name]

    /// The headers of a service.
    ///
    /// Without the version, which has a default, and without what authentication fills in.
    init(_ service: Service) {
        let placeholders = ["{version}", "{access-key}", "{signature}", "{timestamp}"]
        required = service.headers
            .filter { header in !placeholders.contains { header.value.contains($0) } }
            .compactMap { HTTPField.Name($0.name) }
    }

    /// What is missing in a request.
    func problems(of fields: HTTPFields) -> [SchemaCheck.Problem] {
        required.filter { fields[$0] == nil }
            .map { SchemaCheck.Problem(place: "header.\($0.rawName)", demand: "is required") }
    }
}
