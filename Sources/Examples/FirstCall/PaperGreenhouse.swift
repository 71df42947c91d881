import Foundation
import HTTPTypes
import ServiceRuntime

/// A transport that plays the service: it shows each request, and answers as the documentation does.
struct PaperGreenhouse: Transport {
    func send(_ request: HTTPRequest, body: Data?, timeout: Duration) async throws -> TransportResponse {
        let isSigned = ["Scp-Accesskey", "Scp-Timestamp", "Scp-Signature"].allSatisfy { name in
            HTTPField.Name(name).map { request.headerFields[$0] != nil } ?? false
        }
        print("-> \(request.method) \(request.path ?? "/") \(isSigned ? "(signed)" : "(not signed)")")
        if let body { print("   \(String(decoding: body, as: UTF8.self))") }
        switch (request.method, request.path ?? "/") {
        case (.get, let path) where path.hasPrefix("/v1/beds?"): return answer(.ok, Self.beds)
        case (.post, "/v1/beds"): return answer(.accepted, Self.accepted)
        default: return answer(.notFound, Self.missing)
        }
    }

    private func answer(_ status: HTTPResponse.Status, _ json: String) -> TransportResponse {
        let head = HTTPResponse(status: status, headerFields: [.contentType: "application/json"])
        return TransportResponse(head: head, body: ResponseBody(Data(json.utf8)))
    }

    private static let beds = """
        {"contents": [
          {"created_at": "2026-03-01T07:30:00", "id": "7c1f0a52d9e84b6c", "name": "tomatoes-01", "sensor_count": 3,
           "soil": "LOAM", "state": "GROWING"},
          {"created_at": "2026-03-02T07:30:00Z", "id": "8c1f0a52d9e84b6d", "name": "moss-01", "sensor_count": "1",
           "soil": "MIST", "state": "RESTING"}
        ], "count": 2}
        """
    private static let accepted = #"{"request_id": "req-1", "resource": {"id": "9d2f", "links": []}}"#
    private static let missing = """
        {"errors": [{"code": "NotFound", "title": "Not Found", "detail": "there is no bed no-such-bed", "status": 404,
          "request_id": "req-2", "global_request_id": "g-2", "links": [], "related_resources": [], "response": null}]}
        """
}
