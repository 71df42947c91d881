import ServiceRuntime
import ServiceTesting

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What generated code looks like: a model with every kind of field, and an open enumeration.
struct Item: FieldCodable, Equatable, Sendable {
    var name: String
    var count: Int?
    var createdAt: Date
    var tags: [Tag]?
    var owner: String?
    var policy: PolicyType?
    var enabled: Bool?
    var ratio: Double?
    var sizes: [Int]?
    var times: [Date]?
    var quotas: [String: Int]?
    var extra: JSONValue?

    init(name: String, createdAt: Date) {
        self.name = name
        self.createdAt = createdAt
    }

    init(from fields: FieldReader) throws {
        name = try fields.required("name")
        count = try fields.nullable("count")
        createdAt = try fields.required("created_at")
        tags = try fields.optional("tags")
        owner = try fields.optionalNullable("owner")
        policy = try fields.optional("policy")
        enabled = try fields.optional("enabled")
        ratio = try fields.optionalNullable("ratio")
        sizes = try fields.optional("sizes")
        times = try fields.optional("times")
        quotas = try fields.optional("quotas")
        extra = try fields.optional("extra")
    }

    func write(to fields: FieldWriter) throws {
        try fields.write("name", name)
        try fields.writeOrNull("count", count)
        try fields.write("created_at", createdAt)
        try fields.writeIfPresent("tags", tags)
        try fields.writeIfPresent("owner", owner)
        try fields.writeIfPresent("policy", policy)
        try fields.writeIfPresent("enabled", enabled)
        try fields.writeIfPresent("ratio", ratio)
        try fields.writeIfPresent("sizes", sizes)
        try fields.writeIfPresent("times", times)
        try fields.writeIfPresent("quotas", quotas)
        try fields.writeIfPresent("extra", extra)
    }
}

struct Tag: FieldCodable, Equatable, Sendable {
    var key: String
    var weight: Int

    init(from fields: FieldReader) throws {
        key = try fields.required("key")
        weight = try fields.required("weight")
    }

    func write(to fields: FieldWriter) throws {
        try fields.write("key", key)
        try fields.write("weight", weight)
    }
}

struct PolicyType: OpenEnum {
    let rawValue: String

    init(rawValue: String) { self.rawValue = rawValue }

    static let vmImage = Self(rawValue: "VM_IMAGE")
    static let filesystem = Self(rawValue: "FILESYSTEM")
    static let documentedValues: [Self] = [vmImage, filesystem]
}

/// The instant that Unix time `seconds` names.
func instant(_ seconds: Double) -> Date {
    Date(timeIntervalSince1970: seconds)
}

/// A connection as generated clients make it.
func connection(
    _ transport: any Transport, baseURL: String = "https://backup.kr-west1.s.samsungsdscloud.com",
    headers: HeaderParameters = ["Scp-ClientType": "Openapi"], authentication: Authentication = .none,
    configuration: ClientConfiguration = ClientConfiguration()
) -> ServiceConnection {
    ServiceConnection(
        service: "Backup", version: "1.2", baseURL: baseURL, headers: headers, authentication: authentication,
        transport: transport, configuration: configuration)
}

/// The error of `body`, or nil if it throws none.
func failure(_ body: () async throws -> Void) async -> (any Error)? {
    do {
        try await body()
        return nil
    } catch {
        return error
    }
}
