import APISpec
import ApidocKit
import ApidocNetwork
import Diagnostics
import SpecDiff
import SwiftRendering

/// What the article "Embedding the pipelines" shows. A test holds the article against this file, line by line, and runs it.
struct EmbeddingExample {
    // snippet: import
    /// The spec of a page that is in memory, and what a person should look at.
    func spec(of page: String) async throws -> ImportPipeline.Service {
        var request = ImportPipeline.Request()
        request.contents = [PageContent(name: "page.txt", text: page)]
        let result = try await ImportPipeline(request).run()
        return result.services[0]  // with `result.services[0].findings`
    }
    // end

    // snippet: render
    /// The files of the module and of its tests, by their paths.
    func swift(of service: ImportPipeline.Service) throws -> [String: String] {
        let file = SpecFile(document: service.document, locations: service.locations)
        let rendered = try ServiceRenderer().render(file, specFile: "service.yaml")
        return Dictionary(
            uniqueKeysWithValues: [rendered.module, rendered.tests].flatMap { target in
                target.files.map { ("\(target.name)/\($0.path)", $0.text) }
            })
    }
    // end

    // snippet: folders
    /// Writes what is new into the folders of the modules; `nil` where nothing is.
    func generate(_ spec: String, into folder: String) async throws -> String? {
        var request = GeneratePipeline.Request()
        request.specs = [spec]
        request.output = folder
        request.isFresh = true  // an earlier run may have kept in the user's cache that nothing is new
        let plan = try await GeneratePipeline(request).plan()
        return plan.differences.isEmpty ? nil : try plan.write()
    }
    // end

    // snippet: diff
    /// Whether a client that was built against the old spec still works with the new one.
    func isCompatible(_ old: String, with new: String) async throws -> Bool {
        let result = try await DiffPipeline(.init(old: old, new: new)).run()
        return result.report.findings.allSatisfy { $0.wire < .breaking }
    }
    // end

    // snippet: address
    /// The spec of a page that a site has.
    func spec(at address: String) async throws -> ImportPipeline.Service {
        var request = ImportPipeline.Request()
        request.pages = [address]
        let context = PipelineContext(pages: NetworkPages())
        return try await ImportPipeline(request, context: context).run().services[0]
    }
    // end

    // snippet: events
    /// A context whose events become lines of a log.
    func context(log: @escaping @Sendable (String) -> Void) -> PipelineContext {
        PipelineContext { event in
            switch event {
            case .found(let findings): findings.forEach { log("\($0)") }
            case .remark(let sentence): log(sentence)
            case .waiting(let folder): log("waiting for another run in \(folder)")
            default: break  // the progress of downloads
            }
        }
    }
    // end
}
