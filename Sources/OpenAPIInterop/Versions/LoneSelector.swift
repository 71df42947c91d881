import APISpec
import Diagnostics
import OpenAPIExport

/// Recognises in one document what selects the version, by the shapes in which services are known to do it.
struct LoneSelector {
    /// A selector with the values that the document names, the newest first.
    struct Found {
        var selector: VersionSelector
        /// What the document's own version is selected by.
        var value: String
        /// All values that are listed.
        var values: [String]
    }

    private let document: SpecDocument
    private let values: SelectorValue
    private var version: String { document.versions.first?.id ?? "" }

    init(_ document: SpecDocument) {
        self.document = document
        values = SelectorValue(document)
    }

    /// A parameter that may select the version, whatever its values are.
    static func candidate(in document: SpecDocument) -> VersionSelector? {
        let lone = LoneSelector(document)
        return lone.parameters.first.map { VersionSelector($0.location == .header ? .header : .query, name: $0.name) }
    }

    /// What selects the version; `nil` where nothing has such a shape in most operations.
    var found: Found? { parameters.lazy.compactMap(parameter).first ?? mediaType }

    // MARK: Parameters

    private struct Candidate: Hashable {
        var location: Parameter.Location
        var name: String
    }

    private var parameters: [Candidate] {
        var seen: Set<Candidate> = []
        return document.operations.flatMap(\.revisions).flatMap(\.parameters).compactMap { parameter in
            guard Self.isWellKnown(parameter) else { return nil }
            let candidate = Candidate(location: parameter.location, name: parameter.name)
            return seen.insert(candidate).inserted ? candidate : nil
        }
    }

    /// `api-version` in header or query; a header that ends in `-Version` and speaks of no program.
    private static func isWellKnown(_ parameter: Parameter) -> Bool {
        let words = NameMaking.words(parameter.name).map { $0.lowercased() }
        let isOfAPI = words == ["api", "version"] || words == ["apiversion"]
        switch parameter.location {
        case .query: return isOfAPI
        case .header:
            let ofPrograms = ["client", "app", "sdk", "agent", "min", "minimum", "browser", "os", "platform", "schema"]
            return isOfAPI
                || (words.count > 1 && words.last == "version" && !words.contains(where: ofPrograms.contains))
        case .path, .cookie: return false
        }
    }

    /// What the document says of the values of a parameter, in all operations that have it.
    private struct Statement {
        let selector: VersionSelector
        /// The values of the enumeration, the newest first.
        var listed: [String]
        /// The default that all operations agree on.
        var standard: String?
        let without: [String]
    }

    /// What is said of a parameter; `nil` where most operations lack it, or where they differ.
    private func statement(of candidate: Candidate) -> Statement? {
        var selector = VersionSelector(candidate.location == .header ? .header : .query, name: candidate.name)
        selector.isRequired = false
        var listed: [[String]] = []
        var standards: [String?] = []
        var without: [String] = []
        for operation in document.operations {
            let own = operation.revisions.flatMap(\.parameters).filter(selector.isSelector)
            if own.isEmpty { without.append(operation.id) }
            selector.isRequired = selector.isRequired || own.contains(where: \.isRequired)
            for parameter in own {
                let list = values.listed(by: parameter)
                let standard = values.standard(of: parameter)
                if !listed.contains(list) { listed.append(list) }
                if !standards.contains(standard) { standards.append(standard) }
            }
        }
        guard listed.count == 1, let list = listed.first, without.count * 2 < document.operations.count else {
            return nil
        }
        // Without an enumeration, defaults that differ are values that differ.
        guard standards.count == 1 || !list.isEmpty else { return nil }
        return Statement(
            selector: selector, listed: list.sorted { VersionOrder.precedes($1, $0) },
            standard: standards.count == 1 ? standards[0] : nil, without: without)
    }

    /// A parameter that lists versions; one with a default alone where it speaks of the API, or where that is what the
    /// document calls itself. The version of a thing that is stored, which a client states to change nothing that others
    /// changed, has a default too.
    private func parameter(_ candidate: Candidate) -> Found? {
        guard let said = statement(of: candidate) else { return nil }
        let value: String
        if said.listed.isEmpty {
            guard let standard = said.standard, isOfAPI(candidate) || standard == version else { return nil }
            value = standard
        } else if said.listed.contains(version) {
            value = version
        } else {
            value = said.standard.flatMap { said.listed.contains($0) ? $0 : nil } ?? said.listed[0]
        }
        let all = said.listed.isEmpty ? [value] : said.listed
        guard all.allSatisfy({ $0.contains(where: \.isNumber) }) else { return nil }
        var selector = said.selector
        selector.accepted = said.listed.filter { $0 != value }
        return found(selector, value: value, values: all, without: said.without, evidence: "well-known-name")
    }

    private func isOfAPI(_ candidate: Candidate) -> Bool {
        NameMaking.words(candidate.name).map { $0.lowercased() }.contains { $0.hasPrefix("api") }
    }

    /// A parameter that has such a name in most operations and tells no value to send: it stays an argument.
    var possible: VersionSelector? {
        parameters.lazy.compactMap { candidate in
            let said = statement(of: candidate)
            return said?.listed.isEmpty == true && (said?.standard != nil || isOfAPI(candidate)) ? said?.selector : nil
        }.first
    }

    // MARK: Media types

    private var mediaType: Found? {
        var values: Set<String> = []
        var patterns: [String] = []
        var count = 0
        for operation in document.operations {
            let types = operation.revisions.flatMap(\.mediaTypes)
            let found = types.compactMap { VersionText.inMediaType($0, known: []) }
            values.formUnion(found.map(\.value))
            patterns += found.map(\.pattern)
            if !types.isEmpty { count += 1 }
        }
        guard values.count == 1, let value = values.first else { return nil }
        var selector = VersionSelector(.mediaType)
        selector.pattern = MediaPattern.common(patterns)
        let without = MediaPattern.without(selector, value, in: document)
        guard without.count * 2 < count else { return nil }
        return found(selector, value: value, values: [value], without: without, evidence: "vendor-media-type")
    }

    private func found(
        _ selector: VersionSelector, value: String, values: [String], without: [String], evidence: String
    ) -> Found {
        var selector = selector
        selector.omittedBy = without
        selector.confidence = .medium
        selector.recovered = [evidence]
        return Found(selector: selector, value: value, values: values)
    }
}
