import Diagnostics

/// Why a text is not an address that can be fetched.
enum AddressProblem: Error, Equatable {
    case empty
    case tooLong
    case noScheme
    case scheme(String)
    case noHost
    case host
    case port
    case userInfo
    case control
    case redacted

    /// What is wrong, as the end of a sentence that begins with the address.
    var reason: String {
        switch self {
        case .empty: "is empty"
        case .tooLong: "is longer than \(PageAddress.longest) bytes"
        case .noScheme: "does not begin with https:// or http://"
        case .scheme(let scheme): "is of \(RedactedURL.shortened(scheme, to: 20)), not of https or http"
        case .noHost: "names no host"
        case .host: "has a host name with characters that host names do not have"
        case .port: "has a port that is not a number from 1 to 65535"
        case .userInfo: "holds a user name or a password"
        case .control: "holds a line break or another control character"
        case .redacted: "has a secret in its query that is kept nowhere"
        }
    }

    /// What a person who wrote the address can do.
    var remedy: String {
        switch self {
        case .empty, .noScheme, .noHost, .port: "write it as https://host/page"
        case .tooLong: "save the page to a file and name that"
        case .scheme: "save the page to a file and name that"
        case .host: "write it as https://host/page, and a name in other letters as its xn-- form"
        case .userInfo: "take them out; where the page needs a login, save it to a file and name that"
        case .control: "take it out"
        case .redacted: "name the address with it again"
        }
    }
}
