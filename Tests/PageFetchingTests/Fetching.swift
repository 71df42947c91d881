import Diagnostics
import Foundation
import PageFetching
import ServiceRuntime
import Testing
import URLSessionTransport

/// Fetches as the tool does, except that waits take no time and are as long as they can be.
struct Fetching {
    var transport: any Transport = URLSessionTransport()
    var options = PageFetcher.Options(version: "1.2.3")
    var clock = ManualClock()
    var now = Date(timeIntervalSince1970: 784_111_777)
    var onProgress: (@Sendable (FetchProgress) -> Void)?
    var onMove: (@Sendable (PageMove) -> Void)?

    var fetcher: PageFetcher {
        PageFetcher(
            transport: transport, options: options, clock: clock, now: { [now] in now }, randomness: { 1 },
            onProgress: onProgress, onMove: onMove)
    }

    /// The same with more time than a test has: who waits for a page to its end does not see the end of the test.
    var patient: Fetching {
        var copy = self
        copy.options.attemptTimeout = .seconds(1_200)
        copy.options.totalTimeout = .seconds(1_200)
        return copy
    }

    func page(_ url: String, etag: String? = nil, lastModified: String? = nil) async throws -> FetchedPage {
        let pages = try await fetcher.fetch([PageRequest(url: url, etag: etag, lastModified: lastModified)])
        return try #require(pages.first)
    }

    /// The messages of the failure, a line each; empty where there is none.
    func failure(_ urls: String...) async -> String {
        do {
            _ = try await fetcher.fetch(urls.map { PageRequest(url: $0) })
            return ""
        } catch let error as DiagnosticError {
            return error.description
        } catch {
            return "\(type(of: error))"
        }
    }

    /// The message of the failure of one page, without its place.
    func message(_ url: String) async -> String {
        let text = await failure(url)
        let mark = ":1:1: error: "
        guard let range = text.range(of: mark) else { return text }
        return String(text[range.upperBound...])
    }
}

extension FetchedPage {
    /// The page as text; nil where it is unchanged.
    var text: String? {
        guard case .content(let bytes, _, _, _, _) = self else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The address that the page came from.
    var finalURL: String? {
        guard case .content(_, _, _, let url, _) = self else { return nil }
        return url
    }

    /// The entity tag of the page; nil where there is none.
    var etag: String? {
        guard case .content(_, let etag, _, _, _) = self else { return nil }
        return etag
    }
}
