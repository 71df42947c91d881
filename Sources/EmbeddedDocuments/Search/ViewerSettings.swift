/// Reads what viewers are told: which documents they show, and which of them first.
enum ViewerSettings {
    /// The documents that settings of this shape name; none where they speak of something else.
    static func candidates(_ value: ScriptValue, _ settings: Viewer.Settings) -> [Candidate] {
        switch settings {
        case .swaggerUI: swaggerUI(value)
        case .content: content(value).map { [$0] } ?? []
        case .scalar: scalar(value)
        case .component: component(value)
        }
    }

    /// Settings of Swagger UI: `spec` comes before `configUrl`, that before `urls`, and that before `url`.
    static func swaggerUI(_ value: ScriptValue) -> [Candidate] {
        switch settled(value).kind {
        case .object(let settings):
            if let spec = settings["spec"] ?? settings["swaggerDoc"], let found = content(spec) {
                // A text here is a document in JSON, never an address.
                return [found]
            }
            let others = addresses(of: settings)
            guard let found = address(settings["configUrl"]) else { return others }
            guard case .address(let address) = found.content else { return [found] }
            return [Candidate(content: .settings(address), place: found.place, otherwise: others)]
        case .fetched(let fetched):
            // Settings that the page loads first.
            guard let found = address(fetched.address), case .address(let address) = found.content else { return [] }
            return [Candidate(content: .settings(address), place: value.place)]
        case .unknown: return [Candidate(content: .unread("its settings"), place: value.place)]
        default: return []
        }
    }

    /// The addresses that settings of Swagger UI name themselves.
    private static func addresses(of settings: ScriptObject) -> [Candidate] {
        var primary: String?
        if case .text(let name)? = settings["urls.primaryName"].map(settled)?.kind { primary = name }
        let several = entries(settings["urls"] ?? settings["swaggerUrls"], primary: primary)
        if !several.isEmpty { return several }
        return (address(settings["url"]) ?? address(settings["swaggerUrl"])).map { [$0] } ?? []
    }

    /// Settings of Scalar.
    static func scalar(_ value: ScriptValue) -> [Candidate] {
        switch settled(value).kind {
        case .list(let list): return list.items.flatMap(scalar)
        case .object(let settings):
            if case .list(let sources)? = settings["sources"].map(settled)?.kind, !sources.items.isEmpty {
                return sources.items.flatMap(scalar)
            }
            var found = settings["content"].flatMap(content) ?? address(settings["url"])
            if found == nil, case .object(let spec)? = settings["spec"].map(settled)?.kind {
                found = spec["content"].flatMap(content) ?? address(spec["url"])
            }
            guard var found else { return [] }
            found.title = text(settings["title"]) ?? text(settings["slug"])
            if case .flag(true)? = settings["default"]?.kind { found.isDefault = true }
            return [found]
        case .text(let text):
            guard let parsed = JSONText.value(of: text, at: value.place) else { return [] }
            return scalar(parsed)
        default: return []
        }
    }

    private static func component(_ value: ScriptValue) -> [Candidate] {
        guard case .object(let properties) = settled(value).kind else { return [] }
        for (key, value) in properties.members {
            // A component of Scalar's, whatever its name is in a bundle.
            if key == "configuration", case .object(let settings) = settled(value).kind,
                settings.members.contains(where: { Viewer.scalarOptions.contains($0.key) })
            {
                let found = scalar(value).filter(\.isRead)
                if !found.isEmpty { return found }
            }
            guard let (_, isAddress) = Viewer.keyed(key) else { continue }
            if let found = isAddress ? address(value) : content(value), found.isRead { return [found] }
        }
        return []
    }

    /// The entries of `urls`.
    private static func entries(_ value: ScriptValue?, primary: String?) -> [Candidate] {
        guard let value, case .list(let list) = settled(value).kind else { return [] }
        return list.items.compactMap { item in
            guard case .object(let entry) = item.kind, var found = address(entry["url"]) else { return nil }
            found.title = text(entry["name"])
            found.isDefault = primary != nil && found.title == primary
            return found
        }
    }

    /// A document, or the address of one.
    static func content(_ value: ScriptValue) -> Candidate? {
        let value = settled(value)
        switch value.kind {
        case .undefined, .null, .flag: return nil
        case .text(let text) where looksLikeDocument(text): return Candidate(content: .text(text), place: value.place)
        case .text, .fetched: return address(value)
        case .object(let object):
            if DocumentShape.isDocument(object) {
                return Candidate(content: .value(value), place: value.place, change: object.change)
            }
            if let inner = NestedDocument.find(in: value) { return content(inner) }
            let reason =
                object.unknownPart == nil
                ? "an object that is not an OpenAPI document" : "an object that is put together"
            return Candidate(content: .unread(reason), place: object.unknownPart ?? value.place)
        default: return Candidate(content: .unread("the document"), place: value.place)
        }
    }

    /// An address.
    static func address(_ value: ScriptValue?) -> Candidate? {
        guard let value = value.map(settled) else { return nil }
        switch value.kind {
        case .text(let text):
            let address = text.trimmedSpace
            return address.isEmpty ? nil : Candidate(content: .address(address), place: value.place)
        case .fetched(let fetched):
            var found = address(fetched.address)
            found?.change = fetched.change
            return found
        case .undefined, .null, .flag, .number: return nil
        case .either(let values):
            let texts = values.compactMap { text($0) }
            let words = texts.map { "`\($0)`" }.joined(separator: " or ")
            return Candidate(content: .unread("the address, which is \(words)"), place: value.place)
        default: return Candidate(content: .unread("the address"), place: value.place)
        }
    }

    /// Of several values that are possible the one that is known; what is unknown depends on the reader's browser.
    static func settled(_ value: ScriptValue) -> ScriptValue {
        if case .object(let object) = value.kind, let address = object.currentAddress {
            return ScriptValue(.text(address), at: value.place)
        }
        guard case .either(let values) = value.kind else { return value }
        var known: [ScriptValue] = []
        for option in values.map(settled) {
            switch option.kind {
            case .undefined, .null, .unknown, .flag, .browser, .element, .each: continue
            case .text(let text) where text.isEmpty || known.contains(where: { self.text($0) == text }): continue
            default: known.append(option)
            }
        }
        if known.count == 1 { return known[0] }
        if known.isEmpty { return ScriptValue(.unknown, at: value.place) }
        return ScriptValue(.either(known), at: value.place)
    }

    private static func text(_ value: ScriptValue?) -> String? {
        if case .text(let text)? = value?.kind { text } else { nil }
    }

    /// Whether a text is a document rather than the address of one.
    static func looksLikeDocument(_ text: String) -> Bool {
        let trimmed = text.utf8.drop { $0.isSpace }
        return trimmed.first == UInt8(ascii: "{")
            || trimmed.contains(0x0A) && DocumentShape.isDocument(Array(text.utf8))
    }
}

/// JSON in attributes and in texts of scripts.
enum JSONText {
    /// The value of a text that is JSON, all of it at one place; `nil` where it is none.
    static func value(of text: String, at place: ScriptPlace) -> ScriptValue? {
        let bytes = Array(text.utf8)
        let reader = ScriptReader(page: PageScan([]), address: "")
        return reader.literal(bytes, 0..<bytes.count, source: place.source, place: place)
    }
}

/// Finds a document inside of other data.
enum NestedDocument {
    /// How deep and how far documents are looked for.
    private static let depthLimit = 8
    private static let countLimit = 20_000

    /// The first object that is a document, the nearest to the root first.
    static func find(in value: ScriptValue) -> ScriptValue? {
        var level = [value]
        var count = 0
        for _ in 0...depthLimit {
            var next: [ScriptValue] = []
            for value in level {
                count += 1
                guard count <= countLimit else { return nil }
                switch value.kind {
                case .object(let object):
                    if DocumentShape.isDocument(object) { return value }
                    next += object.members.map(\.value)
                case .list(let list): next += list.items
                case .text(let text) where text.utf8.count > 40 && ViewerSettings.looksLikeDocument(text):
                    if DocumentShape.isDocument(Array(text.utf8)),
                        let inner = JSONText.value(of: text, at: value.place),
                        case .object(let object) = inner.kind, DocumentShape.isDocument(object)
                    {
                        return inner
                    }
                default: break
                }
            }
            level = next
        }
        return nil
    }
}
