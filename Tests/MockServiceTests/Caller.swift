import APIModel
import APISpec
import Foundation
import HTTPTypes
import Testing

@testable import MockService

/// Calls an engine without a network.
struct Caller {
    let engine: MockEngine
    /// The header fields of every request.
    var headers: [(String, String)] = []

    /// A caller of a service whose signatures are not looked at unless `options` say so.
    init(_ model: APIModel, _ change: (inout MockService.Options) -> Void = { _ in }) {
        var options = MockService.Options()
        options.signatures = .ignored
        change(&options)
        engine = MockEngine(model, options)
    }

    /// What came back.
    struct Outcome {
        let status: Int
        let json: JSONValue?
        let fields: [(String, String)]

        /// The first value of a header.
        func header(_ name: String) -> String? { fields.first { $0.0 == name }?.1 }
        /// The code of the first error.
        var code: String? { error?["code"]?.text }
        /// The details of the first error.
        var details: [String] {
            (error?["detail"]?.elements ?? error?["detail"].map { [$0] } ?? []).compactMap(\.text)
        }

        private var error: JSONValue? { json?["errors"]?.elements?.first }

        /// The value at the end of a way of members and places.
        subscript(path: String...) -> JSONValue? {
            path.reduce(json) { value, step in
                if let index = Int(step), let elements = value?.elements {
                    return elements.indices.contains(index) ? elements[index] : nil
                }
                return value?[step]
            }
        }
    }

    @discardableResult
    func call(
        _ method: String, _ target: String, _ body: String? = nil, headers more: [(String, String)] = []
    ) throws -> Outcome {
        var fields = HTTPFields()
        for (name, value) in headers + more {
            fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value))
        }
        if body != nil, fields[.contentType] == nil { fields[.contentType] = "application/json" }
        let request = IncomingRequest(
            method: method, target: target, authority: "service.example", fields: fields, body: Array((body ?? "").utf8)
        )
        return try outcome(engine.respond(to: request))
    }

    func outcome(_ reply: Reply) throws -> Outcome {
        Outcome(
            status: reply.answer.status, json: try reply.answer.body.map { try JSONReader.value($0) },
            fields: reply.answer.fields.map { ($0.name.rawName, $0.value) })
    }
}

extension JSONValue {
    /// The text of compact JSON.
    var jsonText: String { String(decoding: json, as: UTF8.self) }
}

extension MockResponse {
    /// The fields that the documentation has a say in.
    var documentedFields: [HTTPField] { fields.filter { $0.name != .vary } }
}
