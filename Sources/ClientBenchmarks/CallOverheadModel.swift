import Foundation
import ServiceRuntime

/// What a service answers: a list of parts, written by hand in the form of generated models.
struct CallOverheadModel: Decodable, Sendable {
    var contents: [Part]
    var count: Int
    var page: Int?

    init(from decoder: any Decoder) throws {
        let fields = try decoder.fields(CodingKeys.self)
        contents = try fields.required(.contents)
        count = try fields.required(.count)
        page = try fields.optional(.page)
    }

    private enum CodingKeys: String, CodingKey {
        case contents
        case count
        case page
    }

    /// One part.
    struct Part: Codable, Sendable {
        var createdAt: Date
        var createdBy: String
        var id: String
        var modifiedAt: Date
        var name: String
        var policyType: String?
        var size: Int
        var state: String

        init(from decoder: any Decoder) throws {
            let fields = try decoder.fields(CodingKeys.self)
            createdAt = try fields.required(.createdAt)
            createdBy = try fields.required(.createdBy)
            id = try fields.required(.id)
            modifiedAt = try fields.required(.modifiedAt)
            name = try fields.required(.name)
            policyType = try fields.optional(.policyType)
            size = try fields.required(.size)
            state = try fields.required(.state)
        }

        private enum CodingKeys: String, CodingKey {
            case createdAt = "created_at"
            case createdBy = "created_by"
            case id
            case modifiedAt = "modified_at"
            case name
            case policyType = "policy_type"
            case size
            case state
        }
    }

    /// The body of a response: 1 KB.
    static let answer = Data(
        #"{"contents":[\#((0..<3).map(part).joined(separator: ","))],"count":3,"page":0}"#.utf8)

    private static func part(_ number: Int) -> String {
        """
        {"created_at":"2024-05-17T00:23:17Z","created_by":"90dddfc2b1e04edba54ba2b41539a9ac",\
        "id":"0fdd87aab8cb46f59b7c1f81ed\(100_000 + number)","modified_at":"2024-05-18T10:03:07Z",\
        "name":"part-\(number) of the thing that was made for measuring","policy_type":"VM_IMAGE",\
        "size":\(number * 1024),"state":"AVAILABLE"}
        """
    }

    /// The body of a request: 1 KB.
    static let request = Parts(
        parts: (0..<9).map { number in
            NewPart(
                name: "part-\(number) of the thing that was made for measuring", policyType: "VM_IMAGE",
                size: number * 1024,
                isEncrypted: number.isMultiple(of: 2))
        })

    /// The body of a request.
    struct Parts: Encodable, Sendable {
        var parts: [NewPart]
    }

    /// A part that is to be made.
    struct NewPart: Encodable, Sendable {
        var name: String
        var policyType: String
        var size: Int
        var isEncrypted: Bool

        private enum CodingKeys: String, CodingKey {
            case name
            case policyType = "policy_type"
            case size
            case isEncrypted = "is_encrypted"
        }
    }
}
