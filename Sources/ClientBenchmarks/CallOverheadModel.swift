import Foundation
import ServiceRuntime

/// What a service answers: a list of parts, written by hand in the form of generated models.
struct CallOverheadModel: FieldCodable, Sendable {
    var contents: [Part]
    var count: Int
    var page: Int?

    init(from fields: FieldReader) throws {
        contents = try fields.required("contents")
        count = try fields.required("count")
        page = try fields.optional("page")
    }

    func write(to fields: FieldWriter) throws {
        try fields.write("contents", contents)
        try fields.write("count", count)
        try fields.writeIfPresent("page", page)
    }

    /// One part.
    struct Part: FieldCodable, Sendable {
        var createdAt: Date
        var createdBy: String
        var id: String
        var modifiedAt: Date
        var name: String
        var policyType: String?
        var size: Int
        var state: String

        init(from fields: FieldReader) throws {
            createdAt = try fields.required("created_at")
            createdBy = try fields.required("created_by")
            id = try fields.required("id")
            modifiedAt = try fields.required("modified_at")
            name = try fields.required("name")
            policyType = try fields.optional("policy_type")
            size = try fields.required("size")
            state = try fields.required("state")
        }

        func write(to fields: FieldWriter) throws {
            try fields.write("created_at", createdAt)
            try fields.write("created_by", createdBy)
            try fields.write("id", id)
            try fields.write("modified_at", modifiedAt)
            try fields.write("name", name)
            try fields.writeIfPresent("policy_type", policyType)
            try fields.write("size", size)
            try fields.write("state", state)
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
    struct Parts: FieldCodable, Sendable {
        var parts: [NewPart]

        init(parts: [NewPart]) { self.parts = parts }

        init(from fields: FieldReader) throws { parts = try fields.required("parts") }

        func write(to fields: FieldWriter) throws { try fields.write("parts", parts) }
    }

    /// A part that is to be made.
    struct NewPart: FieldCodable, Sendable {
        var name: String
        var policyType: String
        var size: Int
        var isEncrypted: Bool

        init(name: String, policyType: String, size: Int, isEncrypted: Bool) {
            self.name = name
            self.policyType = policyType
            self.size = size
            self.isEncrypted = isEncrypted
        }

        init(from fields: FieldReader) throws {
            name = try fields.required("name")
            policyType = try fields.required("policy_type")
            size = try fields.required("size")
            isEncrypted = try fields.required("is_encrypted")
        }

        func write(to fields: FieldWriter) throws {
            try fields.write("name", name)
            try fields.write("policy_type", policyType)
            try fields.write("size", size)
            try fields.write("is_encrypted", isEncrypted)
        }
    }
}
