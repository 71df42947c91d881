import APISpec

/// The parts of one revision of a list that have to do with pages.
struct PagingParts {
    private let query: [Parameter]
    private let answer: Schema
    private let headers: [ResponseHeader]
    private let answers: ResponseParts
    /// The properties that lead to what is listed.
    private let list: [String]

    init(
        query: [Parameter], answer: Schema, list: [String], headers: [ResponseHeader], answers: ResponseParts
    ) {
        self.query = query
        self.answer = answer
        self.list = list
        self.headers = headers
        self.answers = answers
    }

    /// A way with the parts that go with every one.
    func paging(_ kind: Paging.Kind, position: String?) -> Paging {
        var paging = Paging(
            kind, inferred: position == nil ? ["answer-properties"] : ["query-parameters", "answer-properties"])
        paging.position = position
        paging.size = size?.name
        paging.more = more
        paging.count = count
        paging.countHeader = count == nil ? countHeader : nil
        return paging
    }

    /// A way by numbers, where the parts of the response only tell the end.
    func numbered(_ kind: Paging.Kind, position: String) -> Paging {
        var paging = paging(kind, position: position)
        paging.next = following
        if following == nil, hasLink { paging.nextHeader = "Link" }
        paging.inferred = ["query-parameters"]
        if paging.next != nil || paging.more != nil || paging.count != nil {
            paging.inferred.append("answer-properties")
        }
        if paging.nextHeader != nil || paging.countHeader != nil { paging.inferred.append("answer-headers") }
        return paging
    }

    // MARK: Parameters

    var page: Parameter? { number(PagingWords.pages) }
    var size: Parameter? { number(PagingWords.sizes) }

    var offset: Parameter? {
        guard let found = number(PagingWords.offsets) else { return nil }
        let isRange = query.contains { ["to", "until", "end", "stop", "till"].contains(PagingWords.plain($0.name)) }
        return isRange && PagingWords.plain(found.name) != "offset" ? nil : found
    }

    /// The parameter that takes a marker. One that must be sent leads to no first page.
    var marker: String? { text(PagingWords.markers) }
    /// The parameter that takes the identifier of an item.
    var itemMarker: String? { text(PagingWords.itemMarkers) }

    private func number(_ words: Set<String>) -> Parameter? {
        query.first { words.contains(PagingWords.plain($0.name)) && answers.isWhole($0.schema) }
    }

    private func text(_ words: Set<String>) -> String? {
        query.first {
            !$0.isRequired && words.contains(PagingWords.plain($0.name)) && answers.isMarker($0.schema)
        }?.name
    }

    // MARK: The response

    /// Where the marker of the next page stands.
    var nextMarker: String? {
        func found(_ words: Set<String>) -> String? {
            place(words) { answers.isMarker($0.schema) && !answers.isAddress($0) }
        }
        // Some responses repeat the marker that they were asked for; so the plain word counts only where no other
        // stands.
        return found(PagingWords.nextMarkers) ?? found(PagingWords.bareMarkers)
    }

    /// Where the address of the next page stands, alone or as the `href` of an object.
    var nextAddress: String? {
        place(PagingWords.nextAddresses, inside: "href") { answers.isAddress($0) } ?? nextLink
    }

    /// Where a list of links stands, one of which leads to the next page: `links` where the documentation says so, or
    /// `servers_links` beside `servers`.
    private var nextLink: String? {
        let own = list.last.map { PagingWords.plain($0) + "links" }
        return place(PagingWords.links.union([own].compactMap { $0 })) { property in
            guard let link = answers.link(property.schema) else { return false }
            return PagingWords.plain(property.name) == own || link.mentionsNext || Self.saysNext(property.schema)
        }
    }

    /// Whether a description speaks of what comes next.
    private static func saysNext(_ schema: Schema) -> Bool {
        (schema.description ?? "").lowercased().split { !$0.isLetter }.contains("next")
    }

    /// What is there on every page but the last, whatever it says.
    var following: String? {
        place(PagingWords.nextAddresses.union(["nextpagenumber"]), inside: "href") {
            answers.isMarker($0.schema) && ($0.schema.isNullable || !$0.isRequired || answers.isAddress($0))
        } ?? nextLink
    }

    var more: String? { place(PagingWords.mores) { answers.isFlag($0.schema) } }

    var count: String? {
        PagingWords.counts.lazy.compactMap { word in place([word]) { answers.isWhole($0.schema) } }.first
    }

    private func place(
        _ words: Set<String>, inside inner: String? = nil, where fits: (NamedSchema.Property) -> Bool
    ) -> String? {
        answers.place(in: answer, words, inside: inner, onTheWayTo: list, where: fits)
    }

    // MARK: Header fields

    /// Whether the response has the field `Link` (RFC 8288).
    var hasLink: Bool { headers.contains { $0.name.lowercased() == "link" } }
    var nextMarkerHeader: String? { header(PagingWords.nextMarkers.union(PagingWords.bareMarkers)) }
    var countHeader: String? { header(PagingWords.countHeaders) }

    private func header(_ words: Set<String>) -> String? {
        headers.first { header in
            let name = header.name.lowercased()
            return words.contains(PagingWords.plain(name.hasPrefix("x-") ? String(name.dropFirst(2)) : name))
        }?.name
    }
}
