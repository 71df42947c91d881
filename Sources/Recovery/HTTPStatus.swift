/// What HTTP (RFC 9110, section 15) and habit say of status codes.
enum HTTPStatus {
    /// The reason phrase of a status, as the documentation writes it.
    static func phrase(_ status: Int) -> String? {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 409: "Conflict"
        case 500: "Internal Server Error"
        default: nil
        }
    }

    /// Whether the status tells success.
    static func isSuccess(_ status: Int) -> Bool { (200..<300).contains(status) }
}
