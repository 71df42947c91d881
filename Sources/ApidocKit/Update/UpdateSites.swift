import APISpec
import Diagnostics
import PageFetching

/// The pages of services whose operations stand on pages of their own: an update follows links and the search index once
/// more, as the import did, so that new pages are found and missing ones are named.
struct UpdateSites {
    /// What was found.
    struct Followed {
        /// The pages, each service's overview first and the others by their path; those that have not changed may have no
        /// content.
        var pages: [ServiceSite.Page] = []
        /// What is missing.
        var findings: [Diagnostic] = []
        /// The overviews that have moved for good, by their place among the requests.
        var moves: [PageMove] = []
        /// The requests that belong to no site.
        var rest: [Int] = []
        /// The addresses of the overviews, by their place among the requests.
        var addresses: [Int: String] = [:]
    }

    /// What is to be asked for, by the addresses of the last import.
    let requests: [PageRequest]
    /// Whether new addresses of pages that have moved are kept.
    let follows: Bool
    /// Where pages are fetched.
    let site: PageSite

    /// Follows the sites; `nil` where none of the pages is the overview of one. Throws `DiagnosticError` where a page of the
    /// last import cannot be read, unless the site says that it is gone.
    func follow() async throws -> Followed? {
        let starts = SitePages.starts(of: requests.map(\.url))
        // Its links are wanted, so that an overview is asked for as a whole.
        let heads = try await site.fetchWithMoves(starts.map { PageRequest(url: requests[$0].url) })
        var followed = Followed(rest: Array(requests.indices))
        var failures: [Diagnostic] = []
        var isSite = false
        for (position, index) in starts.enumerated() {
            var move = heads.moves.first { $0.page == position }
            move?.page = index
            let address = follows ? move?.to ?? requests[index].url : requests[index].url
            guard
                let found = try await ServiceSite.read(
                    heads.pages[position], at: address, known: requests, from: site)
            else { continue }
            isSite = true
            followed.pages += found.pages
            followed.findings += found.findings
            followed.moves += [move].compactMap(\.self)
            followed.addresses[index] = address
            failures += found.failures
            let start = requests[index].url
            followed.rest.removeAll { $0 == index || SitePages.isBelow(requests[$0].url, start) }
        }
        guard failures.isEmpty else { throw DiagnosticError(failures) }
        return isSite ? followed : nil
    }
}

extension UpdatePages {
    /// The pages of the spec, where a site is among them; `nil` where there is none.
    func readSites(_ sources: [Source], _ requests: [PageRequest]) async throws -> Result? {
        guard sources.allSatisfy({ $0.version == nil && $0.dialect == nil }) else { return nil }
        guard var sites = try await UpdateSites(requests: requests, follows: follows, site: site).follow() else {
            return nil
        }
        let others = try await site.fetchWithMoves(sites.rest.map { requests[$0] })
        for var move in others.moves {
            move.page = sites.rest[move.page]
            sites.moves.append(move)
        }
        sites.moves.sort { $0.page < $1.page }
        var addresses = requests.map(\.url)
        for (index, address) in sites.addresses { addresses[index] = address }
        for move in others.moves where follows { addresses[sites.rest[move.page]] = move.to }
        var pages = sites.pages
        for (index, page) in zip(sites.rest, others.pages) {
            pages.append(ServiceSite.Page(address: addresses[index], page: page))
        }
        var kept = sources
        for index in kept.indices where follows { kept[index].page = RedactedURL.text(of: addresses[index]) }
        var result = Result(moves: sites.moves, sources: kept + document.sources.filter(\.isOverlay))
        result.findings = sites.findings
        guard isFull || !keepsOverlays || !Self.areSame(pages, as: kept) else { return result }
        let unread = pages.indices.filter { pages[$0].page == .unchanged }
        let rest = try await site.fetch(unread.map { PageRequest(url: pages[$0].address) })
        for (index, page) in zip(unread, rest) { pages[index].page = page }
        var input = PageInput()
        for page in pages { try await input.add(page.page, from: page.address, options: options) }
        if !input.descriptions.isEmpty { try input.take(overlays) }
        input.findings += sites.findings
        result.input = input
        return result
    }

    /// Whether the pages are those that the spec was read from, and none has changed.
    private static func areSame(_ pages: [ServiceSite.Page], as sources: [Source]) -> Bool {
        let known = Dictionary(sources.map { ($0.page, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        return pages.count == sources.count
            && pages.allSatisfy { page in
                guard let digest = known[RedactedURL.text(of: page.address)] else { return false }
                guard case .content(let bytes, _, _, _, _) = page.page else { return true }
                return PageInput.digest(bytes) == digest
            }
    }
}
