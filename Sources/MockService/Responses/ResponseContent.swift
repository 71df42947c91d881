import APIModel

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes values in the media types of responses.
struct ResponseContent {
    /// The media type as it is sent.
    let mediaType: String
    /// How values are written in it.
    let form: BodyForm
    /// How the items of a stream follow each other; `nil` for a body that is one value.
    private let sequence: SequentialMedia?

    /// What separates the parts of multipart answers.
    private static let boundary = "mock-service-part"

    /// The body of a documented response.
    init(_ response: Response, _ model: APIModel) {
        let stated = MediaRange.example(response.mediaType)
        sequence = response.streamedItem == nil ? nil : response.sequence
        form = sequence == nil ? BodyForm(stated, isBytes: response.schema.map(model.isBytes) ?? false) : .binary
        switch form {
        case .multipart where MediaRange.parameter("boundary", of: stated) == nil:
            mediaType = "\(stated); boundary=\(Self.boundary)"
        case .text where MediaRange.parameter("charset", of: stated) == nil: mediaType = "\(stated); charset=utf-8"
        default: mediaType = stated
        }
    }

    /// A value where any will do.
    var anything: JSONValue {
        switch form {
        case .json, .form, .multipart: .object([])
        // Streams of events may be empty.
        case .text: .string(mediaType.hasPrefix("text/event-stream") ? "" : "text")
        case .binary: .string(mediaType.hasPrefix("text/event-stream") ? "" : "bytes")
        }
    }

    /// A value as bytes.
    func bytes(_ value: JSONValue) -> [UInt8] {
        if let sequence, case .array(let items) = value {
            return Array(sequence.body(of: items.map { sequence.text(of: $0) }).utf8)
        }
        switch form {
        case .json: return value.json
        case .text, .binary: return Array((value.parameterText.map { Array($0.utf8) } ?? value.json))
        case .form: return Array(Self.fields(value).map { "\($0)=\($1)" }.joined(separator: "&").utf8)
        case .multipart: return Array(parts(value).utf8)
        }
    }

    /// The fields of a form: lists repeat their name, objects have brackets.
    private static func fields(_ value: JSONValue) -> [(String, String)] {
        func pairs(_ value: JSONValue, _ name: String) -> [(String, String)] {
            switch value {
            case .array(let elements): elements.flatMap { pairs($0, name) }
            case .object(let members): members.flatMap { pairs($0.value, "\(name)[\($0.name)]") }
            default: value.parameterText.map { [(PercentEncoding.encode(name), PercentEncoding.encode($0))] } ?? []
            }
        }
        return (value.members ?? []).flatMap { pairs($0.value, $0.name) }
    }

    private func parts(_ value: JSONValue) -> String {
        let boundary = MediaRange.parameter("boundary", of: mediaType) ?? Self.boundary
        var text = ""
        for member in value.members ?? [] {
            let isText = member.value.parameterText != nil
            text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(member.name)\"\r\n"
            text += "Content-Type: \(isText ? "text/plain; charset=utf-8" : "application/json")\r\n\r\n"
            text += (member.value.parameterText ?? String(decoding: member.value.json, as: UTF8.self)) + "\r\n"
        }
        return text + "--\(boundary)--\r\n"
    }
}
