import SCPRuntime
import ServiceRuntime
import ServiceTesting
import Testing

/// A model as the generator writes it.
struct Schedule: FieldCodable, Equatable, Sendable {
    var name: String
    var count: Int?
    var startsAt: Date?
    var owner: String?

    init(from fields: FieldReader) throws {
        name = try fields.required("name")
        count = try fields.nullable("count")
        startsAt = try fields.optional("starts_at")
        owner = try fields.optionalNullable("owner")
    }

    func write(to fields: FieldWriter) throws {
        try fields.write("name", name)
        try fields.writeOrNull("count", count)
        try fields.writeIfPresent("starts_at", startsAt)
        try fields.writeIfPresent("owner", owner)
    }
}

@Suite struct DocumentedCallTests {
    private let body = #"{"name":"a/b","count":"3","starts_at":"2026-05-31T18:00:00+09:00","owner":null}"#

    private func documented(
        path: String = "/v1/backups/00 cd/schedules", query: [(String, String)] = [("b", "가"), ("a", "1"), ("a", "2")],
        headers: [String: String] = ["scp-api-version": "backup 1.2"], requestBody: String?,
        responseBody: String? = nil,
        isSigned: Bool = true
    ) -> DocumentedCall {
        DocumentedCall(
            method: "PUT", path: path, query: query, headers: headers, requestBody: requestBody, status: 202,
            responseBody: responseBody, isSigned: isSigned)
    }

    private func connection(_ transport: any Transport, _ configuration: ClientConfiguration) throws
        -> ServiceConnection
    {
        ServiceConnection(
            service: "Backup", version: "1.2", baseURL: "https://service.example",
            headers: ["Scp-Api-Version": "backup 1.2", "Scp-ClientType": "Openapi"],
            authentication: .scpHMAC(try Credentials(accessKey: "a", secretKey: "s")), transport: transport,
            configuration: configuration)
    }

    private func request(_ body: Schedule?) -> OperationRequest {
        OperationRequest(
            "setSchedule", .put, "/v1/backups/\("00 cd")/schedules", query: ["a": ["1", "2"], "b": "가"], body: body)
    }

    @Test func callAsDocumented() async throws {
        let documented = documented(
            headers: ["scp-api-version": "backup 1.2", "Scp-Signature": "an example"], requestBody: body,
            responseBody: body)
        let transport = documented.transport()
        let recorder = DeviationRecorder()
        let answer: Schedule = try await connection(transport, recorder.configuration).call(
            request(documented.request(as: Schedule.self)), success: [202])
        #expect(documented.requestDifferences(transport) == [])
        #expect(documented.answerDifferences(answer, deviations: recorder.deviations) == [])
        #expect(documented.answerDifferences(answer) == ["answer $.count: documented \"3\", found 3"])
    }

    @Test func everyDifferenceIsNamed() async throws {
        let transport = RecordingTransport(status: 202)
        let sent = try documented(requestBody: body).request(as: Schedule.self)
        let connection = ServiceConnection(
            service: "Backup", version: "1.2", baseURL: "https://service.example", transport: transport)
        try await connection.call(request(sent), success: [])
        let other = DocumentedCall(
            method: "POST", path: "/v1/backups/00/cd", query: [("a", "1"), ("a", "1"), ("c", "")],
            headers: ["X-Missing": "x", "Accept": "text/html"],
            requestBody: #"{"name":"b","count":3,"starts_at":"2026-05-31T09:00:01Z","more":[1]}"#)
        #expect(
            other.requestDifferences(transport) == [
                "method: documented POST, found PUT",
                "path: documented /v1/backups/00/cd, found /v1/backups/00%20cd/schedules",
                "query: documented a=1, not found",
                "query: documented c=, not found",
                "query: found a=2, not documented",
                "query: found b=가, not documented",
                "header Accept: documented 'text/html', found 'application/json'",
                "header X-Missing: documented 'x', found none",
                "header Scp-Accesskey: missing",
                "header Scp-Signature: missing",
                "header Scp-Timestamp: missing",
                "request $.more: documented [1], found nothing",
                "request $.name: documented \"b\", found \"a/b\"",
                "request $.starts_at: documented \"2026-05-31T09:00:01Z\", found \"2026-05-31T09:00:00Z\"",
            ])
    }

    @Test func bodyThatIsMissingOrTooMuch() async throws {
        let transport = RecordingTransport(status: 202)
        let connection = try connection(transport, ClientConfiguration())
        let plain = documented(requestBody: nil)
        try await connection.call(request(nil), success: [])
        #expect(plain.requestDifferences(transport) == [])
        #expect(
            documented(requestBody: body).requestDifferences(transport) == [
                "request: no body was sent, one is documented"
            ])
        let second = RecordingTransport(status: 202)
        let sent = try documented(requestBody: body).request(as: Schedule.self)
        try await self.connection(second, ClientConfiguration()).call(request(sent), success: [])
        #expect(plain.requestDifferences(second) == ["request: a body was sent, none is documented"])
        try await connection.call(request(nil), success: [])
        #expect(plain.requestDifferences(transport) == ["expected one request, 2 were sent"])
        #expect(plain.requestDifferences(RecordingTransport()) == ["expected one request, 0 were sent"])
    }

    @Test func unsignedCall() async throws {
        let transport = RecordingTransport(status: 202)
        let connection = ServiceConnection(
            service: "S", version: "1", baseURL: "https://service.example",
            headers: ["Scp-Api-Version": "backup 1.2"], transport: transport)
        try await connection.call(request(nil), success: [])
        #expect(documented(requestBody: nil, isSigned: false).requestDifferences(transport) == [])
    }

    @Test func answers() throws {
        func differences(_ documented: String?, _ answer: JSONValue) -> [String] {
            self.documented(requestBody: nil, responseBody: documented).answerDifferences(answer)
        }
        #expect(differences(nil, ["a": 1]) == [])
        #expect(differences(#"{"a":1.0,"b":[1,{"c":null}]}"#, ["a": 1, "b": [1, [:]]]) == [])
        #expect(differences(#"{"a":null}"#, ["a": 0]) == ["answer $.a: documented null, found 0"])
        #expect(differences("{}", ["a": nil]) == ["answer $.a: documented nothing, found null"])
        #expect(differences("[1,2]", [1]) == ["answer $[1]: documented 2, found nothing"])
        #expect(differences("[1]", [1, [2]]) == ["answer $[1]: documented nothing, found [2]"])
        #expect(differences(#"{"a":[]}"#, ["a": [:]]) == ["answer $.a: documented [], found {}"])
        #expect(differences(#""2026-05-31T09:00:00.000Z""#, "2026-05-31T09:00:00Z") == [])
        #expect(
            differences(#""2026-05-31T09:00:00""#, "2026-05-31T09:00:00Z") == [
                "answer $: documented \"2026-05-31T09:00:00\", found \"2026-05-31T09:00:00Z\""
            ])
        #expect(differences("not JSON", []).first?.hasPrefix("answer: cannot be compared: ") == true)
    }

    @Test func documentedRequest() throws {
        #expect(try documented(requestBody: body).request(as: Schedule.self).count == 3)
        let error = #expect(throws: DocumentedCallError.self) {
            try documented(requestBody: nil).request(as: Schedule.self)
        }
        #expect(error?.description == "no request body is documented")
        #expect(try Date(documented: "2026-05-31T18:00:00+09:00") == Date(documented: "2026-05-31T09:00:00"))
        #expect(throws: DecodingError.self) { try Date(documented: "soon") }
    }
}
