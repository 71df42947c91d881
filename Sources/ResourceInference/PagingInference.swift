import APISpec

/// Finds out how lists are read page by page, from the names and types of parameters, properties and header fields.
///
/// A parameter alone proves nothing: each way needs a list in the response, and beside the parameter that chooses a
/// page a second part that goes with it. Where two ways are offered, markers come first, since they do not shift when
/// items are added or removed on the way; then offsets and page numbers; then addresses, for lists that nothing else
/// leads through.
struct PagingInference {
    private let answers: ResponseParts

    init(_ answers: ResponseParts) {
        self.answers = answers
    }

    /// The ways of an operation that lists, those of the newest revision first; none where it lists as a whole.
    func paging(of operation: Operation, items: String?, identifier: String?) -> [Paging] {
        var found: [Paging] = []
        for revision in operation.revisions {
            guard let paging = paging(of: revision, items, identifier) else { continue }
            if let same = found.firstIndex(where: { $0.isWay(of: paging) }) {
                found[same].complete(with: paging)
            } else {
                found.append(paging)
            }
        }
        return found
    }

    private func paging(of revision: Revision, _ items: String?, _ identifier: String?) -> Paging? {
        guard revision.method == "GET", revision.request == nil,
            let response = revision.responses.first(where: { $0.isSuccess && $0.schema != nil }),
            let answer = response.schema, let list = answers.list(in: answer, at: items)
        else { return nil }
        let parts = PagingParts(
            query: revision.parameters.filter { $0.location == .query }, answer: answer, list: list.steps,
            headers: response.headers, answers: answers)
        return byMarker(parts) ?? byNumber(parts) ?? byAddress(parts) ?? byItem(parts, list.item, identifier)
    }

    // MARK: Ways

    /// A marker, cursor or token that the response tells.
    private func byMarker(_ parts: PagingParts) -> Paging? {
        guard let marker = parts.marker else { return nil }
        if let next = parts.nextMarker {
            var paging = parts.paging(.marker, position: marker)
            paging.next = next
            return paging
        }
        if let header = parts.nextMarkerHeader {
            var paging = parts.paging(.marker, position: marker)
            paging.nextHeader = header
            paging.inferred = ["query-parameters", "answer-headers"]
            return paging
        }
        return nil
    }

    /// The number of a page, or of items before it.
    private func byNumber(_ parts: PagingParts) -> Paging? {
        if parts.size != nil, let offset = parts.offset { return parts.numbered(.offset, position: offset.name) }
        guard let page = parts.page else { return nil }
        let isPaired =
            parts.size != nil || parts.count != nil || parts.more != nil || parts.following != nil || parts.hasLink
        guard isPaired else { return nil }
        var paging = parts.numbered(.page, position: page.name)
        if let (first, evidence) = FirstPage(page).stated {
            paging.first = first
            paging.inferred.append(evidence)
        }
        return paging
    }

    /// An address in the body or in the field `Link`.
    private func byAddress(_ parts: PagingParts) -> Paging? {
        if let next = parts.nextAddress {
            var paging = parts.paging(.address, position: nil)
            paging.next = next
            return paging
        }
        guard parts.hasLink else { return nil }
        var paging = parts.paging(.address, position: nil)
        paging.nextHeader = "Link"
        paging.inferred = ["answer-headers"]
        return paging
    }

    /// The identifier of the last item as the marker of the next page.
    private func byItem(_ parts: PagingParts, _ item: Schema, _ identifier: String?) -> Paging? {
        guard let marker = parts.itemMarker, parts.size != nil || parts.more != nil else { return nil }
        let name = [identifier, "id"].compactMap { $0 }.first { name in
            answers.properties(of: item)?.contains { $0.name == name && answers.isMarker($0.schema) } ?? false
        }
        guard let name else { return nil }
        var paging = parts.paging(.marker, position: marker)
        paging.last = name
        paging.inferred = ["query-parameters", "item-identifier"]
        return paging
    }
}

/// The number of the first page, where the documentation tells it.
struct FirstPage {
    /// The number with its evidence; `nil` where nothing tells, which mostly means 0.
    let stated: (number: Int, evidence: String)?

    /// Word after word what descriptions say of it.
    private static let sentences: [[Set<String>]] = [
        [
            ["start", "starts", "starting", "begin", "begins", "beginning", "count", "counts", "counted", "numbered"],
            ["at", "from", "with"], ["1", "one"],
        ],
        [["1", "one"], ["based", "indexed"]],
        [["first"], ["page"], ["is", "has"], ["1", "one"]],
        [["first"], ["page"], ["is", "has"], ["number"], ["1", "one"]],
    ]

    private static func saysOne(_ text: String) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return sentences.contains { sentence in
            words.indices.contains { start in
                words.count - start >= sentence.count
                    && zip(words[start...], sentence).allSatisfy { $1.contains($0) }
            }
        }
    }

    init(_ page: Parameter) {
        if case .number(let text)? = page.schema.defaultValue {
            let number = Int(text) ?? 0
            stated = number > 0 ? (number, "parameter-default") : nil
        } else if let least = page.schema.limits?.minimum.flatMap({ Int($0) }), least > 0 {
            stated = (least, "parameter-minimum")
        } else if page.schema.limits?.exclusiveMinimum == "0" {
            stated = (1, "parameter-minimum")
        } else if let text = page.schema.description, Self.saysOne(text) {
            stated = (1, "parameter-description")
        } else {
            stated = nil
        }
    }
}

extension Paging {
    /// Whether another one differs in no more than what the response tells.
    fileprivate func isWay(of other: Paging) -> Bool {
        kind == other.kind && position == other.position && size == other.size
            && (next == other.next || next == nil || other.next == nil) && nextHeader == other.nextHeader
            && last == other.last
    }

    /// Takes over what only another revision tells.
    fileprivate mutating func complete(with other: Paging) {
        first = first ?? other.first
        next = next ?? other.next
        more = more ?? other.more
        count = count ?? other.count
        countHeader = countHeader ?? other.countHeader
    }
}
