public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A successful answer before it is decoded.
public struct ServiceAnswer: Sendable {
    /// Status and header fields.
    public let head: HTTPResponse
    /// The whole body.
    public let body: Data

    /// The HTTP status.
    public var statusCode: Int { head.status.code }
}
