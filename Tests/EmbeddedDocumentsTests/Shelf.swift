import EmbeddedDocuments
import Foundation
import Synchronization
import Testing

/// Files and addresses that pages may name, in memory; it counts what was asked.
final class Shelf: PartLoader {
    let parts: [String: String]
    private let asked = Mutex<[String]>([])

    init(_ parts: [String: String] = [:]) { self.parts = parts }

    /// What was loaded or tried, in order.
    var requests: [String] { asked.withLock { $0 } }

    func load(_ part: PagePart) async throws -> LoadedPart {
        let name =
            switch part {
            case .file(let path, _): path
            case .address(let address, _): address
            }
        asked.withLock { $0.append(name) }
        guard let text = parts[name] else { throw PartFailure("there is no `\(name)`") }
        return LoadedPart(bytes: Array(text.utf8), address: name, shown: name)
    }
}

/// An invented document: the ferries of a harbour.
enum Harbour {
    /// The document in JSON; its description holds what readers stumble over that search instead of parsing.
    static let json = #"""
        {"openapi": "3.0.3", "info": {"title": "Harbour", "version": "2.1.0", "description": "Ends no script: <\/script>, isn't {closed}, \"said\" \\ \u00e9\u2028."}, "paths": {"/ferries": {"get": {"operationId": "listFerries", "responses": {"200": {"description": "Ferries"}}}}}}
        """#
    /// Another one.
    static let crane = #"{"openapi": "3.1.0", "info": {"title": "Crane", "version": "1"}, "paths": {}}"#
    static let yaml = """
        openapi: 3.0.3
        info:
          title: Harbour
          version: 2.1.0
        paths:
          /ferries:
            get:
              responses:
                '200':
                  description: Ferries
        """
    /// A page with these lines in its body.
    static func page(_ body: String, head: String = "") -> String {
        "<!DOCTYPE html>\n<html><head><title>Harbour</title>\(head)</head>\n<body>\n\(body)\n</body></html>\n"
    }
}

/// Reads a page at `site/docs/index.html`.
func read(
    _ page: String, _ shelf: Shelf = Shelf(), all: Bool = false, hosts: [String] = [],
    at location: PageLocation = .file(path: "site/docs/index.html", root: "site")
) async throws -> EmbeddedDocumentReader.Reading {
    let reader = EmbeddedDocumentReader(loader: shelf, allowedHosts: hosts, readsAll: all)
    return try await reader.read(page: Array(page.utf8), file: "index.html", location: location)
}

/// The title of a document in JSON or YAML.
func title(_ document: EmbeddedDocument?) -> String? {
    guard let document else { return nil }
    if let object = try? JSONSerialization.jsonObject(with: Data(document.bytes)) as? [String: Any] {
        return (object["info"] as? [String: Any])?["title"] as? String
    }
    let text = String(decoding: document.bytes, as: UTF8.self)
    return text.split(separator: "\n").first { $0.contains("title:") }.map {
        $0.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)
    }
}

/// A document in JSON as Foundation reads it, to compare.
func object(_ bytes: [UInt8]) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? NSDictionary)
}
