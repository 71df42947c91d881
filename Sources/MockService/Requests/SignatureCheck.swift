import HTTPTypes
import SCPRuntime
import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Checks the signature of a request as the service does: key, time and HMAC (see `SCPSigner`).
///
/// The signed URL is the one that the client called: `http://`, or `https://` where something in between speaks TLS,
/// then the `Host` header and the target as sent.
struct SignatureCheck: Sendable {
    private let rule: MockService.Signatures
    private let window: Duration
    private let now: @Sendable () -> Date

    private static let accessKey = HTTPField.Name("Scp-Accesskey")
    private static let signature = HTTPField.Name("Scp-Signature")
    private static let timestamp = HTTPField.Name("Scp-Timestamp")
    private static let clientType = HTTPField.Name("Scp-ClientType")
    private static let accountID = HTTPField.Name("Scp-AccountId")

    /// A check by the options of a service.
    init(_ options: MockService.Options) {
        rule = options.signatures
        window = options.timestampWindow
        now = options.now
    }

    /// Throws 401 where the request does not prove who sends it.
    func check(_ request: IncomingRequest) throws(RequestRejection) {
        if case .ignored = rule { return }
        let key = try value(Self.accessKey, request)
        let signature = try value(Self.signature, request)
        let timestamp = try time(try value(Self.timestamp, request))
        guard case .verified(let credentials) = rule else {
            guard Data(base64Encoded: signature)?.count == 32 else {
                throw Self.refusal(
                    "InvalidSignature", "the header Scp-Signature is not the Base64 text of a SHA-256 HMAC")
            }
            return
        }
        guard Self.isEqual(key, credentials.accessKey) else {
            throw Self.refusal("InvalidAccessKey", "the access key is not the one of this service")
        }
        let clientType = Self.clientType.flatMap { request.fields[$0] } ?? ""
        let signer = SCPSigner(
            credentials: credentials, accountID: Self.accountID.flatMap { request.fields[$0] })
        let isRight = ["http", "https"].contains { scheme in
            let url = "\(scheme)://\(request.authority ?? "")\(request.target)"
            let right = signer.signature(
                method: request.method, url: url, timestamp: timestamp, clientType: clientType)
            return Self.isEqual(signature, right)
        }
        guard isRight else {
            throw Self.refusal(
                "InvalidSignature",
                "the signature does not fit the request: it is made over method, URL as sent, timestamp, access key and "
                    + "client type")
        }
    }

    private func value(_ name: HTTPField.Name?, _ request: IncomingRequest) throws(RequestRejection) -> String {
        guard let name, let value = request.fields[name], !value.isEmpty else {
            throw Self.refusal("Unauthorized", "the header \(name?.rawName ?? "") is missing")
        }
        return value
    }

    private func time(_ text: String) throws(RequestRejection) -> Int64 {
        guard let timestamp = Int64(text), timestamp >= 0 else {
            throw Self.refusal("Unauthorized", "the header Scp-Timestamp is not a count of milliseconds since 1970")
        }
        let distance = abs(Double(timestamp) - now().timeIntervalSince1970 * 1000)
        let allowed = window / .milliseconds(1)
        guard distance <= allowed else {
            throw Self.refusal(
                "RequestExpired",
                "the header Scp-Timestamp is more than \(window.components.seconds) seconds away from the clock of the "
                    + "service")
        }
        return timestamp
    }

    private static func refusal(_ code: String, _ detail: String) -> RequestRejection {
        RequestRejection(401, code, detail)
    }

    /// Compares in a time that depends on the length of the texts only, not on where they differ.
    private static func isEqual(_ given: String, _ right: String) -> Bool {
        let given = Array(given.utf8)
        let right = Array(right.utf8)
        guard given.count == right.count else { return false }
        return zip(given, right).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
