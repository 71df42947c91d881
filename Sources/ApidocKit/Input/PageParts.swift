import Diagnostics
import Documentation
import EmbeddedDocuments
import OutputFiles
import PageFetching

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How the documents are read that pages show.
struct PageOptions {
    /// The program that wants them read.
    var context: PipelineContext
    /// The folder that the files lie in which OpenAPI documents refer to; `nil` for their own.
    var root: String?
    /// Hosts that parts of pages may be fetched from besides their own.
    var allowedHosts: [String] = []
    /// Whether all documents of a page are read.
    var readsAll = false
    /// Whether the spec gets the new addresses of pages that have moved for good.
    var followsMoves = false
    /// What is changed in OpenAPI documents before they are read.
    var overlays: [DocumentOverlay] = []
    /// The folder that was named, where the page was found in one: what it names may be anywhere in it.
    var folder: String?
    /// The dialect that all pages are written in, where a person names it.
    var dialect: String?
}

/// Loads the files and addresses that pages name.
struct PageParts: PartLoader {
    let site: PageSite

    func load(_ part: PagePart) async throws -> LoadedPart {
        switch part {
        case .file(let path, let root): return try file(path, root: root)
        case .address(let address, let hosts): return try await fetch(address, hosts)
        }
    }

    private func file(_ path: String, root: String) throws -> LoadedPart {
        guard InputFiles.exists(path) else { throw PartFailure("there is no file `\(path)`") }
        // Links lead out of folders without `..` in their names.
        let (file, folder) = (Self.resolved(path), Self.resolved(root))
        guard file.hasPrefix(folder == "/" ? folder : folder + "/") else {
            throw PartFailure("`\(path)` is a link to a file outside the folder of the page")
        }
        do {
            let bytes = try readInput(path, limit: PageReader.maximumSize)
            return LoadedPart(bytes: bytes, address: path, shown: path)
        } catch let error as DiagnosticError {
            throw PartFailure("`\(path)`: \(error.diagnostics.first?.message ?? "it cannot be read")")
        }
    }

    private static func resolved(_ path: String) -> String {
        URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path(percentEncoded: false)
            .trimmingTrailingSlash
    }

    private func fetch(_ address: String, _ hosts: AllowedHosts) async throws -> LoadedPart {
        var options = PageFetcher.Options(version: PipelineContext.version)
        options.reads = .part
        options.mayAsk = { hosts.allow($0) }
        do {
            let fetcher = try site.fetcher(for: address, options: options)
            let pages = try await fetcher.fetch([PageRequest(url: address)])
            guard case .content(let bytes, let etag, let lastModified, let final, _)? = pages.first else {
                throw PartFailure("the site has no answer")
            }
            return LoadedPart(
                bytes: bytes, address: final, shown: RedactedURL.text(of: address), etag: etag,
                lastModified: lastModified)
        } catch let error as DiagnosticError {
            let message = error.diagnostics.first?.message ?? "it cannot be fetched"
            throw PartFailure("\(RedactedURL.text(of: address)): \(message)")
        }
    }
}

extension String {
    fileprivate var trimmingTrailingSlash: String {
        count > 1 && hasSuffix("/") ? String(dropLast()) : self
    }
}
