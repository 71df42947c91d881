#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// One part of a multipart body (RFC 7578).
public struct MultipartPart: Sendable {
    /// The name of the field.
    public var name: String
    /// The name of the file, for a part that is one.
    public var fileName: String?
    /// The media type; nil sends none, which means plain text.
    public var contentType: String?
    /// Further headers of the part.
    public var headers: HeaderParameters
    /// The bytes.
    public var contents: FilePart.Contents

    /// A part of bytes in memory.
    public init(
        _ name: String, _ data: Data, fileName: String? = nil, contentType: String? = nil,
        headers: HeaderParameters = [:]
    ) {
        self.init(name, contents: .data(data), fileName, contentType, headers)
    }

    /// A part of plain text; nil as `contentType` sends none.
    public init(_ name: String, text: String, contentType: String? = nil, headers: HeaderParameters = [:]) {
        self.init(name, contents: .data(Data(text.utf8)), nil, contentType, headers)
    }

    /// A part of a file. Without a name of its own the file is called like the field: servers take a part that has no
    /// file name for text (RFC 7578, section 4.2; HTML gives every file one).
    public init(_ name: String, file: FilePart, headers: HeaderParameters = [:]) {
        self.init(name, contents: file.contents, file.fileName ?? name, file.contentType, headers)
    }

    /// A part that is sent as it is read.
    public init(
        _ name: String, stream: RequestStream, fileName: String? = nil,
        contentType: String? = "application/octet-stream", headers: HeaderParameters = [:]
    ) {
        self.init(name, contents: .stream(stream), fileName, contentType, headers)
    }

    private init(
        _ name: String, contents: FilePart.Contents, _ fileName: String?, _ contentType: String?,
        _ headers: HeaderParameters
    ) {
        self.name = name
        self.fileName = fileName
        self.contentType = contentType
        self.headers = headers
        self.contents = contents
    }
}

extension MultipartPart {
    /// The head of the part with the blank line after it.
    ///
    /// In names `"` and line breaks are percent-encoded, as browsers do it (HTML, "multipart/form-data encoding
    /// algorithm"); everything else is UTF-8.
    func head() throws -> Data {
        var text = "Content-Disposition: form-data; name=\"\(Self.quoted(name))\""
        if let fileName { text += "; filename=\"\(Self.quoted(fileName))\"" }
        text += "\r\n"
        if let contentType { try Self.add("Content-Type", contentType, to: &text) }
        for (name, value) in headers.pairs {
            let texts = try value.parameterTexts
            if !texts.isEmpty { try Self.add(name, texts.joined(separator: ","), to: &text) }
        }
        return Data((text + "\r\n").utf8)
    }

    private static func quoted(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": text += "%22"
            case "\r": text += "%0D"
            case "\n": text += "%0A"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func add(_ name: String, _ value: String, to text: inout String) throws {
        try HeaderRules.check(name, value)
        text += "\(name): \(value)\r\n"
    }
}
