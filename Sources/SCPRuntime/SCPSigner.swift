import Crypto
import Foundations
public import HTTPTypes
import ServiceRuntime

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Signs requests for Samsung Cloud Platform.
///
/// The signature is the Base64 text of HMAC-SHA256 with the secret key over method, URL, timestamp, access key and
/// client type, with nothing between them. The timestamp counts milliseconds since 1970. The client type is the value
/// of the request's `Scp-ClientType` header.
///
/// ## Which form of the URL is signed
///
/// The service documents `encodeURI(url)` of JavaScript, applied to a URL that is not escaped yet. A request is
/// escaped by the time it is signed, and `encodeURI` would turn each of its `%` into `%25`. So the URL is signed
/// exactly as it is sent, and requests are escaped such that this is `encodeURI` of the readable URL: a blank is
/// `%20`, Korean text is its UTF-8 bytes in upper-case hexadecimal, `%` itself is `%25`, and the characters
/// `- _ . ! ~ * ' ( ) $ , : @`, in a query also `/` and `?`, stay.
///
/// The two differ where `encodeURI` is ambiguous: `&`, `+`, `=`, `;` and `#` inside a query value, and `/` and `?` too
/// inside a path segment. `encodeURI` leaves them, but unescaped they would mean something else, so they are sent as
/// `%26`, `%2B`, `%3D`, `%3B`, `%23`, `%2F`, `%3F`. Then the sent form is signed, since it is the only form that the
/// service sees: it cannot know which text the caller had.
public struct SCPSigner: Sendable {
    private let credentials: Credentials
    private let accountID: String?
    private let key: SymmetricKey

    /// A signer for a key pair.
    ///
    /// An account id becomes part of the signature and is sent as `Scp-AccountId`.
    public init(credentials: Credentials, accountID: String? = nil) {
        self.credentials = credentials
        self.accountID = accountID
        key = SymmetricKey(data: Data(credentials.secretKey.utf8))
    }

    /// Adds `Scp-Accesskey`, `Scp-Signature`, `Scp-Timestamp`, and `Scp-AccountId` if there is one.
    ///
    /// Throws where the request lacks the `Scp-ClientType` header or is not an absolute URL, where the account id
    /// cannot stand in a header, and where `date` is not finite.
    public func sign(_ request: inout HTTPRequest, at date: Date) throws {
        guard let clientTypeName = HTTPField.Name("Scp-ClientType"),
            let clientType = request.headerFields[clientTypeName]
        else { throw RequestProblem("the header Scp-ClientType is missing: it is a part of the signature") }
        guard let scheme = request.scheme, let authority = request.authority, let path = request.path else {
            throw RequestProblem("only a request with scheme, host and path can be signed")
        }
        guard let timestamp = Int64(exactly: (date.timeIntervalSince1970 * 1000).rounded()) else {
            throw RequestProblem("the time of the signature is not a time")
        }
        let signature = signature(
            method: request.method.rawValue, url: "\(scheme)://\(authority)\(path)", timestamp: timestamp,
            clientType: clientType)
        try request.headerFields.set("Scp-Accesskey", to: credentials.accessKey)
        try request.headerFields.set("Scp-Signature", to: signature)
        try request.headerFields.set("Scp-Timestamp", to: String(timestamp))
        if let accountID { try request.headerFields.set("Scp-AccountId", to: accountID) }
    }

    /// The signature of a request: `url` is the whole URL with its query, escaped or not, `timestamp` counts
    /// milliseconds since 1970.
    public func signature(method: String, url: String, timestamp: Int64, clientType: String) -> String {
        let message =
            method + Self.signedForm(of: url) + String(timestamp) + credentials.accessKey + (accountID ?? "")
            + clientType
        let code = HMAC<SHA256>.authenticationCode(for: Data(message.utf8), using: key)
        return Data(code).base64EncodedString()
    }

    /// `encodeURI` for a URL that may be escaped already: each `%XX` stays, everything else is treated as JavaScript
    /// does.
    ///
    /// A URL as this library sends it comes out unchanged.
    public static func signedForm(of url: String) -> String {
        if url.utf8.allSatisfy(untouched.contains) { return url }
        let bytes = Array(url.utf8)
        var form: [UInt8] = []
        form.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == UInt8(ascii: "%") && index + 2 < bytes.count
                && Hexadecimal.isDigit(bytes[index + 1]) && Hexadecimal.isDigit(bytes[index + 2])
            if isEscape || untouched.contains(byte) {
                form.append(byte)
            } else {
                PercentEncoding.append(byte, to: &form)
            }
        }
        return String(decoding: form, as: UTF8.self)
    }

    /// What `encodeURI` leaves as it is (ECMA-262, `encodeURI`): reserved and unreserved characters and `#`.
    private static let untouched = ByteSet(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789;/?:@&=+$,-_.!~*'()#")
}
