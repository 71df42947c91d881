import APIModel

/// Compares what selects the versions of two documents: not its evidence.
///
/// Clients send it and callers never pass it, so that nothing of it is an argument in Swift. On the wire it is a part of a
/// request like others: one that is asked for now, that may not be left out any more, or that lost a value stops clients.
struct SelectorComparison {
    private let old: DocumentPair.Side
    private let new: DocumentPair.Side
    /// Whether the only versions of both documents are called differently: then their values differ as well.
    private let isBump: Bool

    private static let place: SpecPath = ["service", "selector"]

    init(_ documents: DocumentPair, isBump: Bool) {
        old = documents.old
        new = documents.new
        self.isBump = isBump
    }

    /// Whether two selectors are one: by the same part of a request, of the same name and pattern.
    static func isSame(_ one: VersionSelector?, _ other: VersionSelector?) -> Bool {
        func told(_ selector: VersionSelector?) -> [String?]? {
            selector.map { [$0.kind.rawValue, $0.kind == .header ? $0.name?.lowercased() : $0.name, $0.pattern] }
        }
        return told(one) == told(other)
    }

    /// What is to be said of the service: the way as such, and whether all requests need it.
    var ofService: [Difference] {
        guard !isOfHeaders, !isOfOperations, !Self.isSame(old.selector, new.selector) else { return [] }
        return [difference(.service, .selectorChanged, Self.words(old.selector), Self.words(new.selector))]
    }

    /// Whether headers of every request say all that there is to say: these are compared as such.
    private var isOfHeaders: Bool {
        (old.isSelectedByHeader || old.selector == nil) && (new.isSelectedByHeader || new.selector == nil)
    }

    /// What is to be said of an operation that both documents have.
    func differences(of before: Call, _ after: Call) -> [Difference] {
        guard isOfOperations else { return [] }
        let had = has(old.selector, before.operation)
        let has = has(new.selector, after.operation)
        // What was or becomes an argument is compared with the other arguments.
        let arguments = (had ? [] : before.revision.parameters) + (has ? [] : after.revision.parameters)
        guard !arguments.contains(where: { (new.selector ?? old.selector)?.isSelector($0) ?? false }) else { return [] }
        switch (had, has) {
        case (false, false): return []
        case (false, true):
            let isRequired = new.selector?.isRequired ?? true
            return [difference(.parameter, isRequired ? .requiredAdded : .optionalAdded, nil, text(new))]
        case (true, false):
            let isRequired = old.selector?.isRequired ?? true
            return [difference(.parameter, isRequired ? .requiredRemoved : .optionalRemoved, text(old), nil)]
        case (true, true): return values
        }
    }

    /// Whether what changed is a matter of operations: a header field or query item that some have or lack, or of whose
    /// values something changed.
    private var isOfOperations: Bool {
        let selectors = [old.selector, new.selector].compactMap(\.self)
        guard !isOfHeaders, selectors.allSatisfy({ [.header, .query].contains($0.kind) }) else { return false }
        return selectors.count == 1 || Self.isSame(old.selector, new.selector)
    }

    private func has(_ selector: VersionSelector?, _ operation: String) -> Bool {
        selector.map { !$0.omittedBy.contains(operation) } ?? false
    }

    private var values: [Difference] {
        guard let before = old.selector, let after = new.selector else { return [] }
        var differences: [Difference] = []
        if before.isRequired != after.isRequired {
            differences.append(difference(.parameter, after.isRequired ? .becameRequired : .becameOptional))
        }
        // The value of a version that came or went is told with the version.
        func values(_ side: DocumentPair.Side, besides other: DocumentPair.Side) -> [String] {
            let own = side.document.versions.filter { version in
                !isBump && other.document.versions.contains { $0.id == version.id }
            }
            return (side.selector?.accepted ?? []) + own.compactMap { side.values[$0.id] }
        }
        let removed = values(old, besides: new).filter { !new.selectorValues.contains($0) }
        let added = values(new, besides: old).filter { !old.selectorValues.contains($0) }
        if !added.isEmpty {
            differences.append(difference(.parameter, .enumValueAdded, nil, TypeText.list(added)))
        }
        if !removed.isEmpty {
            differences.append(difference(.parameter, .enumValueRemoved, TypeText.list(removed), nil))
        }
        return differences
    }

    private func text(_ side: DocumentPair.Side) -> String? { side.selector.map { "`\($0.pattern)`" } }

    private func difference(
        _ area: Difference.Area, _ change: Change, _ before: String? = nil, _ after: String? = nil
    ) -> Difference {
        let words = (new.selector ?? old.selector).map { "\($0.words), which selects the version," }
        return Difference(
            area, change, at: Self.place, subject: area == .service ? "the service" : words ?? "the version",
            before: before, after: after, oldPlace: ["service"], newPlace: ["service"])
    }

    private static func words(_ selector: VersionSelector?) -> String {
        guard let selector else { return "not at all" }
        return "by \(selector.words): `\(selector.pattern)`"
    }
}
