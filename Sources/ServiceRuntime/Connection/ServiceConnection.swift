import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a generated client calls its operations through: one version of one service at one address.
public struct ServiceConnection: Sendable {
    /// The service, such as `Backup`.
    public let service: String
    /// The version of its API, such as `1.2`.
    public let version: String
    /// How the client behaves.
    public let configuration: ClientConfiguration

    private var builder: RequestBuilder
    private let chain: RequestChain
    private let redactor: Redactor
    private let security: [[String]]?

    /// A connection; nothing is sent yet.
    ///
    /// `baseURL` is an absolute http or https URL. Where it is not, each call fails with
    /// ``ServiceError/Kind/requestInvalid(_:)``. `headers` go with every request. `security` is what requests have to
    /// satisfy whose operation does not say: all security schemes of one of these lists.
    public init(
        service: String, version: String, baseURL: String, headers: HeaderParameters = [:],
        authentication: Authentication = .none, security: [[String]]? = nil, transport: any Transport,
        configuration: ClientConfiguration = ClientConfiguration()
    ) {
        self.service = service
        self.version = version
        self.configuration = configuration
        self.security = security
        builder = RequestBuilder(baseURL: baseURL, headers: headers)
        chain = RequestChain(authentication: authentication, transport: transport, configuration: configuration)
        redactor = Redactor(
            secrets: authentication.secrets, fresh: authentication.fresh, headers: authentication.secretHeaders)
    }

    /// Calls an operation and decodes its response, which is JSON.
    ///
    /// `success` are the documented statuses of success; none means any status from 200 to 299. An empty body decodes
    /// as `JSONValue.null` or as nil. Throws ``ServiceError``, or `CancellationError`.
    public func call<Answer: Decodable & Sendable>(
        _ request: OperationRequest, success: SuccessStatuses
    ) async throws -> Answer {
        try await answer(to: request, success: success).json()
    }

    /// Calls an operation whose response has no content.
    ///
    /// `success` are the documented statuses of success; none means any status from 200 to 299. A body is read and
    /// ignored. Throws ``ServiceError``, or `CancellationError`.
    public func call(_ request: OperationRequest, success: SuccessStatuses) async throws {
        _ = try await answer(to: request, success: success)
    }

    /// Calls an operation and gives its response as it came.
    ///
    /// `success` are the documented statuses of success; none means any status from 200 to 299. Throws
    /// ``ServiceError``, or `CancellationError`.
    public func answer(to request: OperationRequest, success: SuccessStatuses) async throws -> ServiceResponse {
        let (response, reader) = try await respond(to: request, success: success, streams: false)
        do {
            let body = try await response.body.collect(upTo: configuration.bodyLimit)
            return ServiceResponse(head: response.head, body: body, reader: reader)
        } catch {
            throw reader.failure(error)
        }
    }

    /// Sends a request; the response has a status of success, and its body may not have been read yet.
    func respond(
        to request: OperationRequest, success: SuccessStatuses, streams: Bool, hasItems: Bool = false
    ) async throws -> (TransportResponse, ResponseReader) {
        var context = context(of: request)
        context.streamsAnswer = streams
        context.streamsItems = hasItems
        let reader = ResponseReader(context: context, configuration: configuration)
        let response: TransportResponse
        let body: ErrorBody
        do {
            try Task.checkCancellation()
            let (requestHead, requestBody) = try builder.build(request)
            response = try await chain.send(requestHead, requestBody, context)
            if success.contains(response.head.status.code) { return (response, reader) }
            // The status of an error counts, also where its body is too long or breaks off.
            let limit = min(configuration.bodyLimit, configuration.errorBodyLimit)
            // A stream of items may last for a day; an error in its place has the time of any other response.
            let (bytes, isWhole) =
                hasItems
                ? try await response.body.beginning(upTo: limit, within: configuration.timeout)
                : try await response.body.beginning(upTo: limit)
            body = ErrorBody(bytes, mediaType: response.head.contentType, isIncomplete: !isWhole)
        } catch {
            throw reader.failure(error)
        }
        throw ServiceError(
            context: context, kind: Self.kind(ofStatus: response.head.status.code),
            answer: ErrorEnvelope.read(response.head, body, redactor: redactor, now: configuration.now()))
    }

    private func context(of request: OperationRequest) -> OperationContext {
        var context = context(request.operation, title: request.title)
        context.security = request.security ?? security
        return context
    }

    /// What errors and logs say about an operation.
    func context(_ operation: String, title: String?) -> OperationContext {
        OperationContext(service: service, version: version, operation: operation, title: title, redactor: redactor)
    }

    /// The same connection for calls at an address that a response told, such as that of the next page; with nil the
    /// same.
    ///
    /// The address, absolute or relative to that of the operation, takes the place of its path and its query; header
    /// fields and authentication stay. A call at an address with another scheme, host or port fails with
    /// ``ServiceError/Kind/requestInvalid(_:)``, and nothing is sent.
    public func following(_ address: String?) -> ServiceConnection {
        var copy = self
        copy.builder.address = address
        return copy
    }

    /// The same connection without one of the headers that go with every request.
    package func without(header name: String) -> ServiceConnection {
        var copy = self
        copy.builder.headers.remove(name)
        return copy
    }
}

extension ServiceConnection {
    private static func kind(ofStatus status: Int) -> ServiceError.Kind {
        switch status {
        case 401: .unauthorized
        case 403: .forbidden
        case 404: .notFound
        case 409: .conflict
        case 300...303, 305, 307, 308: .redirected
        case 400..<500: .clientError
        case 500...: .serverError
        default: .undocumentedResponse(status: status)
        }
    }
}
