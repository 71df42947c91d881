public import APISpec
public import Diagnostics
public import PageFetching

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a pipeline takes from the program that embeds it, apart from what it is asked to do.
///
/// One context can serve any number of pipelines, also at the same time.
public struct PipelineContext: Sendable {
    /// The version of this library, as sites see it in the `User-Agent` of requests.
    public static let version = "0.1.0"

    /// The day that counts as today: versions end and ignored changes expire by it.
    public var today: CalendarDate
    /// The variables of the environment: `APIDOC_QUERY_NAME` has the secret of the parameter `name` in the queries of
    /// addresses, and `XDG_CACHE_HOME` or `HOME` say where caches are kept.
    public var environment: [String: String]
    /// Is told what goes on while a pipeline works. It is called from several tasks at once.
    public var onEvent: @Sendable (PipelineEvent) -> Void
    /// What fetches pages; `nil` where everything is read from files.
    public var pages: (any PageTransports)?

    /// A context.
    ///
    /// - Parameters:
    ///   - today: the day that counts as today; that of the system, in UTC, where none is named.
    ///   - environment: the variables of the environment; those of this process where none are named.
    ///   - pages: what fetches pages, `NetworkPages` of `ApidocNetwork`; without it everything is read from files.
    ///   - onEvent: is told what goes on while a pipeline works.
    public init(
        today: CalendarDate? = nil, environment: [String: String]? = nil,
        pages: (any PageTransports)? = nil, onEvent: @escaping @Sendable (PipelineEvent) -> Void = { _ in }
    ) {
        self.today = today ?? Self.systemDay
        self.environment = environment ?? ProcessInfo.processInfo.environment
        self.pages = pages
        self.onEvent = onEvent
    }

    /// Today in UTC.
    private static var systemDay: CalendarDate {
        CalendarDate(daysSince1970: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}

/// What goes on while a pipeline works, before its result is there.
public enum PipelineEvent: Sendable {
    /// Something was found in a document or a page that was read in the place of a spec.
    case found([Diagnostic])
    /// A page has another address for good.
    case moved(PageMove)
    /// Another run works on the specs of this folder, and is waited for.
    case waiting(folder: String)
    /// So many pages are going to be fetched.
    case fetching(pageCount: Int)
    /// A part of a page has arrived, or the whole of it.
    case progress(FetchProgress)
    /// The pages are there, or cannot be fetched.
    case fetched
    /// Something that a user should know, a sentence without a full stop, which changes nothing of the result.
    case remark(String)
}
