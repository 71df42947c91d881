import Diagnostics
import Documentation
import DocumentationImport
import PageFetching

/// The pages of a service whose operations stand on pages of their own, read from a site by the address of the service.
struct ServiceSite {
    /// A page to import.
    struct Page {
        /// The address that the spec is to name.
        var address: String
        /// The page.
        var page: FetchedPage
    }

    /// The pages, the overview first and the others by their path: as files of a folder are read.
    var pages: [Page] = []
    /// What is missing.
    var findings: [Diagnostic] = []
    /// Why pages that were known could not be read, though the site does not say that they are gone.
    var failures: [Diagnostic] = []

    /// The pages below `address`; `nil` where `first`, the page there, is read by itself.
    ///
    /// Pages that an import has found before are `known`; those that the site calls unchanged have no content.
    static func read(
        _ first: FetchedPage, at address: String, known: [PageRequest] = [], from pages: PageSite
    ) async throws -> ServiceSite? {
        guard role(of: first, at: address) == .overview else { return nil }
        let site = SitePages(fetcher: try pages.fetcher(for: address), links: PageLinks.addresses)
        if let printable = try await site.printable(of: address, first),
            role(of: printable.page, at: printable.address) == .guide
        {
            return ServiceSite(pages: [Page(address: printable.address, page: printable.page)])
        }
        let result = try await site.collect(from: address, first, known: known)
        var read = ServiceSite()
        var operations: [String: [String]] = [:]
        for found in result.found {
            let steps = found.path.split(separator: "/").filter { $0 != "index.html" }.map(String.init)
            // An operation that only a page without versions names counts as named.
            if let name = Self.operation(steps) { operations[name, default: []] += [] }
            // Only operations and models are known, and the page has not changed since.
            let role = found.page == .unchanged ? .operation : role(of: found.page, at: found.address)
            switch role {
            case .overview, .operation, .model:
                read.pages.append(Page(address: found.address, page: found.page))
                if role == .operation, let name = Self.operation(steps) {
                    operations[name, default: []].append(found.path)
                }
            case .gatewayError:
                read.miss(found.path, because: "the site answers with an error of its gateway", at: found.address)
            case .guide, .other:
                let place = SourceLocation(file: RedactedURL.text(of: found.address))
                let message = "this describes no operation and no model of the service; it is left out"
                read.findings.append(SiteRules.otherPage.finding(message, at: place))
            }
        }
        for missing in result.missing {
            if missing.isKnown, !missing.isGone { read.failures += missing.diagnostics }
            let reason = missing.diagnostics.first
            read.miss(
                missing.path, because: reason?.message ?? "there is no page", at: reason?.location?.file ?? address)
            let steps = missing.path.split(separator: "/").map(String.init)
            if let name = Self.operation(steps) { operations[name, default: []] += [] }
        }
        for name in operations.filter(\.value.isEmpty).keys.sorted() {
            let message = "no page was found of the operation `\(name)`, which the site names; it is not in the spec"
            read.findings.append(
                SiteRules.missingPage.finding(message, at: SourceLocation(file: RedactedURL.text(of: address))))
        }
        if result.isCutShort {
            let message = "the service has more than \(site.limit) pages; only so many were read"
            read.findings.append(
                SiteRules.pagesCutShort.finding(message, at: SourceLocation(file: RedactedURL.text(of: address))))
        }
        return read
    }

    private mutating func miss(_ path: String, because reason: String, at file: String) {
        let message = "the page `\(path)` of the service could not be read: \(reason)"
        findings.append(SiteRules.missingPage.finding(message, at: SourceLocation(file: file)))
    }

    /// The name in `apis/NAME/…`.
    private static func operation(_ steps: [String]) -> String? {
        guard let place = steps.firstIndex(of: "apis"), place + 1 < steps.count else { return nil }
        return steps[place + 1]
    }

    private static func role(of page: FetchedPage, at address: String) -> PageRole {
        guard case .content(let bytes, _, _, _, let type) = page,
            let page = try? PageReader.read(bytes, file: RedactedURL.text(of: address), contentType: type)
        else { return .other }
        return PageRole(of: page)
    }
}
