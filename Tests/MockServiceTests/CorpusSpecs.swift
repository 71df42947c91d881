import APIModel
import APISpec
import Documentation
import DocumentationImport
import Foundation
import Recovery
import ResourceInference
import Testing

/// Specs of real pages, where the machine has some: all pages of the folder that `APIDOC_CORPUS` names.
enum CorpusSpecs {
    static let folder = ProcessInfo.processInfo.environment["APIDOC_CORPUS"]

    static let models: [(name: String, model: APIModel)] = {
        guard let folder else { return [] }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        return names.filter { $0.hasSuffix(".html") || $0.hasSuffix(".txt") }.flatMap {
            name -> [(name: String, model: APIModel)] in
            do {
                let data = try Data(contentsOf: URL(filePath: folder + "/" + name))
                // A page with a long navigation has the content of the page without it.
                guard data.count < 2 << 20 else { return [] }
                let page = try PageReader.read(Array(data), file: name)
                return try DocumentationImporter().importPages([page], sources: []).map { reading in
                    let recovered = Recovery().recover(reading.document, locations: reading.locations).document
                    let document = ResourceInference().infer(recovered)
                    return ("\(name) \(document.service.id)", APIModel(document))
                }
            } catch {
                Issue.record("\(name) cannot be read: \(error)")
                return []
            }
        }
    }()
}
