import ServiceRuntime
import ServiceTesting

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What generated code looks like: a model with every kind of field, and an open enumeration.
struct Item: Codable, Equatable, Sendable {
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

    init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        name = try fields.required(.name)
        count = try fields.nullable(.count)
        createdAt = try fields.required(.createdAt)
        tags = try fields.optional(.tags)
        owner = try fields.optionalNullable(.owner)
        policy = try fields.optional(.policy)
        enabled = try fields.optional(.enabled)
        ratio = try fields.optionalNullable(.ratio)
        sizes = try fields.optional(.sizes)
        times = try fields.optional(.times)
        quotas = try fields.optional(.quotas)
        extra = try fields.optional(.extra)
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(name, forKey: .name)
        try fields.encode(count, forKey: .count)
        try fields.encode(createdAt, forKey: .createdAt)
        try fields.encodeIfPresent(tags, forKey: .tags)
        try fields.encodeIfPresent(owner, forKey: .owner)
        try fields.encodeIfPresent(policy, forKey: .policy)
        try fields.encodeIfPresent(enabled, forKey: .enabled)
        try fields.encodeIfPresent(ratio, forKey: .ratio)
        try fields.encodeIfPresent(sizes, forKey: .sizes)
        try fields.encodeIfPresent(times, forKey: .times)
        try fields.encodeIfPresent(quotas, forKey: .quotas)
        try fields.encodeIfPresent(extra, forKey: .extra)
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case count
        case createdAt = "created_at"
        case tags
        case owner
        case policy
        case enabled
        case ratio
        case sizes
        case times
        case quotas
        case extra
    }
}

struct Tag: Codable, Equatable, Sendable {
    var key: String
    var weight: Int

    init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        key = try fields.required(.key)
        weight = try fields.required(.weight)
    }

    func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(key, forKey: .key)
        try fields.encode(weight, forKey: .weight)
    }

    private enum CodingKeys: String, CodingKey {
        case key
        case weight
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
