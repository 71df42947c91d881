import APISpec
import Diagnostics
import HTTPTypes
import Testing

@testable import MockService

@Suite struct FaultTests {
    private func fault(_ text: String) throws -> Fault? {
        try FaultHeader.fault(in: [try #require(FaultHeader.name): text])
    }

    @Test func theHeaderIsRead() throws {
        #expect(try fault("status=503; retry-after=2") == .status(503, retryAfter: 2))
        #expect(try fault("delay=200ms;cut") == .delay(.milliseconds(200)).and(.cut()))
        #expect(try fault("delay=1.5s") == .delay(.milliseconds(1500)))
        #expect(try fault(" cut = body ; malformed-json;") == .cut(.body).and(.malformedJSON))
        #expect(try fault("slow-body=2s") == .slowBody(.seconds(2)))
        #expect(try fault("") == Fault())
        #expect(try FaultHeader.fault(in: [:]) == nil)
    }

    @Test(
        arguments: [
            ("delay", "`delay` must be a time such as 200ms or 2s"),
            ("delay=5", "`delay` must be a time such as 200ms or 2s"),
            ("delay=-1s", "`delay` must be a time such as 200ms or 2s"), ("delay=601s", "`delay` must be at most 600s"),
            ("slow-body=nans", "`slow-body` must be a time such as 200ms or 2s"),
            ("status=99", "`status` must be a number from 300 to 599"),
            ("retry-after=x", "`retry-after` must be a number of seconds"),
            ("cut=later", "`cut` must be `cut`, `cut=answer` or `cut=body`"),
        ]) func aHeaderThatCannotBeReadIsTold(text: String, reason: String) throws
    {
        let refusal = #expect(throws: RequestRejection.self) { try fault(text) }
        #expect(refusal?.status == 400)
        #expect(refusal?.code == "InvalidFault")
        #expect(refusal?.details == ["the header Mock-Fault cannot be read: \(reason)"])
    }

    @Test func anErrorIsAnsweredInsteadOfTheOperation() throws {
        let caller = Caller(Specs.backup)
        let outcome = try caller.call(
            "POST", "/v1/backup-agents", #"{"server_uuid":"x"}"#, headers: [("Mock-Fault", "status=503; retry-after=2")]
        )
        #expect(outcome.status == 503)
        #expect(outcome.header("Retry-After") == "2")
        #expect(outcome["errors", "0", "title"] == .string("Service Unavailable"))
        #expect(try caller.engine.stored("backup-agent").isEmpty)
    }

    @Test func plannedFaultsAreTakenInOrder() throws {
        let caller = Caller(Specs.backup)
        let faults = caller.engine.faults
        try faults.next(operation: "listBackups", .status(503), times: 2)
        try faults.next(.status(500))
        #expect(faults.remaining == 3)
        func status(_ target: String) throws -> Int { try caller.call("GET", target).status }
        #expect(try status("/v1/backups") == 503)
        #expect(try status("/v1/backup-agents") == 500)
        #expect(try status("/v1/backup-agents") == 200)
        #expect(try status("/v1/backups") == 503)
        #expect(try status("/v1/backups") == 200)
        try faults.next(.status(500), times: 5)
        faults.clear()
        #expect(try status("/v1/backups") == 200)
    }

    @Test func anOperationThatDoesNotExistIsTold() throws {
        let error = #expect(throws: DiagnosticError.self) {
            try Caller(Specs.greenhouse).engine.faults.next(operation: "listBed", .cut())
        }
        #expect(
            error?.description
                == "apidoc: error: there is no operation `listBed`; there are checkBedNameDuplicate, createBed, deleteBed, "
                + "listBeds, listClimateZones, listSensorReadings, setIrrigationSchedule, showBed, waterBedNow")
    }

    @Test func aStatusThatIsNoneCountsAs500() throws {
        var fault = Fault()
        fault.status = 70_000
        let caller = Caller(Specs.backup)
        try caller.engine.faults.next(fault)
        #expect(try caller.call("GET", "/v1/backups").status == 500)
        #expect(Fault.status(7).status == 500)
    }
}
