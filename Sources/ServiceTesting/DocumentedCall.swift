public import ServiceRuntime
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What the documentation shows of one call: a request and the answer to it.
///
/// A generated test makes the documented request through a client over ``transport()`` and compares what was sent and
/// what came back with the documentation. The comparing methods give one line for each problem, and nothing where all
/// is well.
public final class DocumentedCall: Sendable {
    /// The HTTP method.
    public let method: String
    /// The path with example values in place of its parameters, not escaped.
    public let path: String
    /// The query as pairs, not escaped; their order has no meaning.
    public let query: [(String, String)]
    /// Headers that the request must have.
    public let headers: [String: String]
    /// The body of the request as JSON, or nil if it has none or one that is not made of values.
    public let requestBody: String?
    /// What is sent where that is not JSON.
    public let requestContent: DocumentedContent?
    /// The status of the response, or nil where the documentation does not tell: then 200.
    public let status: Int?
    /// The body of the response, or nil if it has none.
    public let responseBody: String?
    /// The media type of the response.
    public let responseType: String

    /// Whether the request must carry a signature.
    public let isSigned: Bool

    private let requestDeviations = Mutex<[Deviation]>([])

    /// A documented call.
    public init(
        method: String, path: String, query: [(String, String)] = [], headers: [String: String] = [:],
        requestBody: String? = nil, requestContent: DocumentedContent? = nil, status: Int? = nil,
        responseBody: String? = nil, responseType: String = "application/json",
        isSigned: Bool = true
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.requestBody = requestBody
        self.requestContent = requestContent
        self.status = status
        self.responseBody = responseBody
        self.responseType = responseType
        self.isSigned = isSigned
    }

    /// A transport that gives the documented response.
    public func transport() -> RecordingTransport {
        RecordingTransport(
            status: status ?? 200, headers: responseBody == nil ? [:] : ["Content-Type": responseType],
            body: responseBody)
    }

    /// The documented request body as a model.
    ///
    /// What is tolerated in it counts in ``requestDifferences(_:except:)``.
    ///
    /// Throws ``DocumentedCallError`` where there is none, and a `DecodingError` where the model does not fit it.
    public func request<Body: Decodable>(as type: Body.Type) throws -> Body {
        guard let requestBody else { throw DocumentedCallError(description: "no request body is documented") }
        return try JSONCoding().decode(type, from: Data(requestBody.utf8)) { [self] deviation in
            requestDeviations.withLock { $0.append(deviation) }
        }
    }

    /// In what the recorded request departs from the documented one.
    ///
    /// Exactly one request is expected, with the documented method, path, query pairs, headers and body, and a
    /// signature.
    /// A difference of the body at the place of a deviation is allowed, and so is one at a place of `except`.
    public func requestDifferences(_ recorded: RecordingTransport, except: [String] = []) -> [String] {
        let requests = recorded.requests
        guard let request = requests.first, requests.count == 1 else {
            return ["expected one request, \(requests.count) were sent"]
        }
        return RequestComparison(documented: self, request: request).differences(
            allowing: requestDeviations.withLock { $0 }, except: except)
    }

    /// In what a response, written as JSON again, departs from the documented one.
    ///
    /// A difference at the place of one of `deviations`, which were met in reading the response, is allowed, and so is
    /// one at a place of `except`, such as `$.contents[0].colour`: there the documentation is known to contradict
    /// itself.
    public func answerDifferences(
        _ answer: some Encodable, deviations: [Deviation] = [], except: [String] = []
    ) -> [String] {
        guard let responseBody else { return [] }
        do {
            return bodyDifferences(
                documented: try JSONValue(json: responseBody), found: try JSONValue(json: JSONCoding().encode(answer)),
                allowing: deviations, except: except, in: "answer")
        } catch {
            return ["answer: cannot be compared: \(error)"]
        }
    }
}

extension DocumentedCall {
    /// In what a text departs from the documented response: one line, or nothing.
    public func answerDifferences(text answer: String) -> [String] {
        bytesDifferences(documented: Data((responseBody ?? "").utf8), found: Data(answer.utf8), in: "answer")
    }

    /// In what the bytes of a response depart from the documented one: one line, or nothing.
    ///
    /// Throws what reading the response throws.
    public func answerDifferences(stream answer: StreamedResponse, upTo limit: Int = 16 << 20) async throws -> [String]
    {
        bytesDifferences(
            documented: Data((responseBody ?? "").utf8), found: try await answer.body.collect(upTo: limit), in: "answer"
        )
    }
}

/// Why a documented call cannot be used as asked.
public struct DocumentedCallError: Error, Hashable, CustomStringConvertible {
    /// What is missing.
    public let description: String
}

/// The differences of two bodies in words, without those that a deviation explains.
func bodyDifferences(
    documented: JSONValue, found: JSONValue, allowing deviations: [Deviation], except: [String], in subject: String
) -> [String] {
    let allowed = Set(deviations.map(\.path))
    return JSONComparison.differences(documented: documented, found: found)
        .filter { !allowed.contains($0.path) && !except.contains($0.path.description) }
        .map { "\(subject) \($0.path): documented \($0.documented), found \($0.found)" }
}
