#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ServiceConnection {
    /// Calls an operation whose response is text.
    ///
    /// `success` are the documented statuses of success; none means any status from 200 to 299. Throws
    /// ``ServiceError``, or `CancellationError`.
    public func text(_ request: OperationRequest, success: SuccessStatuses) async throws -> String {
        try await answer(to: request, success: success).text()
    }

    /// Calls an operation whose response is bytes, up to ``ClientConfiguration/bodyLimit``.
    ///
    /// `success` are the documented statuses of success; none means any status from 200 to 299. Throws
    /// ``ServiceError``, or `CancellationError`.
    public func data(_ request: OperationRequest, success: SuccessStatuses) async throws -> Data {
        try await answer(to: request, success: success).body
    }

    /// Calls an operation whose response is read as it arrives.
    ///
    /// Returns once the head is there. A connection that breaks later is an error of reading and is not repeated.
    /// `success` are the documented statuses of success; none means any status from 200 to 299. Throws
    /// ``ServiceError``, or `CancellationError`.
    public func stream(_ request: OperationRequest, success: SuccessStatuses) async throws -> StreamedResponse {
        try await stream(request, success: success, hasItems: false)
    }

    /// The same; a response that has items may last for ``ClientConfiguration/streamTimeout``.
    func stream(
        _ request: OperationRequest, success: SuccessStatuses, hasItems: Bool
    ) async throws -> StreamedResponse {
        let (response, reader) = try await respond(
            to: request, success: success, streams: true, hasItems: hasItems)
        return StreamedResponse(
            head: response.head, body: ResponseBody(ReportingBody(body: response.body, reader: reader)), reader: reader)
    }
}

/// A body whose errors say which call it belongs to.
private struct ReportingBody: AsyncSequence, Sendable {
    typealias Element = Data
    typealias Failure = any Error

    let body: ResponseBody
    let reader: ResponseReader

    func makeAsyncIterator() -> Iterator { Iterator(chunks: body.makeAsyncIterator(), reader: reader) }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: ResponseBody.Iterator
        let reader: ResponseReader

        mutating func next() async throws -> Data? {
            do {
                return try await chunks.next()
            } catch {
                throw reader.failure(error)
            }
        }
    }
}
