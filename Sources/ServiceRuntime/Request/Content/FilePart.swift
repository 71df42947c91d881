#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A binary member of a multipart body: the contents of a file, with its name and type.
///
/// In JSON it is its Base64 text.
public struct FilePart: Sendable, Hashable {
    /// Where the bytes come from.
    public enum Contents: Sendable, Hashable {
        /// Bytes in memory.
        case data(Data)
        /// Bytes that are sent as they come.
        case stream(RequestStream)
    }

    /// The bytes.
    public var contents: Contents
    /// The name of the file; nil sends the name of the field.
    public var fileName: String?
    /// The media type.
    public var contentType: String

    /// A file in memory.
    public init(_ data: Data, fileName: String? = nil, contentType: String = "application/octet-stream") {
        contents = .data(data)
        self.fileName = fileName
        self.contentType = contentType
    }

    /// A file that is sent as it is read.
    public init(_ stream: RequestStream, fileName: String? = nil, contentType: String = "application/octet-stream") {
        contents = .stream(stream)
        self.fileName = fileName
        self.contentType = contentType
    }

    /// The Base64 text of the contents.
    ///
    /// Throws for a stream.
    func base64() throws -> String {
        switch contents {
        case .data(let data): data.base64EncodedString()
        case .stream: throw RequestProblem("a file that is a stream can only be a part of a multipart body")
        }
    }
}

extension FilePart: FieldValue {
    /// Reads Base64 text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let data = Data(base64Encoded: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "the text is not Base64")
        }
        self.init(data)
    }

    /// Writes Base64 text.
    ///
    /// Throws an `EncodingError` for a stream.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        do {
            try container.encode(try base64())
        } catch let problem as RequestProblem {
            throw EncodingError.invalidValue(
                self, .init(codingPath: encoder.codingPath, debugDescription: problem.description))
        }
    }
}
