/// Members of values, and what changes them.
extension ScriptReader {
    /// The value of a member whose key is a value.
    func member(_ base: ScriptValue, _ key: ScriptValue) -> ScriptValue {
        if case .each(.key, let object) = key.kind, case .object(let other) = base.kind, object === other {
            return ScriptValue(.each(.value, object), at: base.place)
        }
        guard case .text(let name)? = Self.plainText(key)?.kind else { return unknown(at: key.place) }
        return member(base, name, at: key.place)
    }

    /// The value of a member, used at `place`.
    func member(_ base: ScriptValue, _ key: String, at place: ScriptPlace) -> ScriptValue {
        switch base.kind {
        case .object(let object):
            if let address = object.currentAddress, key == "href" { return ScriptValue(.text(address), at: base.place) }
            if let value = object[key] { return value }
            if let address = object.address {
                return ScriptValue(PageAddressParts(address)[key].map { .text($0) } ?? .unknown, at: place)
            }
            return ScriptValue(object.unknownPart == nil ? .undefined : .unknown, at: place)
        case .list(let list):
            if key == "length", list.unknownPart == nil {
                return ScriptValue(.number(String(list.items.count)), at: place)
            }
            if let index = Int(key), list.items.indices.contains(index) { return list.items[index] }
            return unknown(at: place)
        case .text where key == "href":
            // An address that `new URL` made.
            return base
        case .text(let text):
            return key == "length" ? ScriptValue(.number(String(text.utf16.count)), at: place) : unknown(at: place)
        case .fetched(let fetched):
            if Self.wholeKeys.contains(key) { return ScriptValue(.fetched(fetched), at: place) }
            return ScriptValue(.fetched(FetchedValue(fetched.address, whole: fetched)), at: place)
        case .element(let index): return elementMember(index, key, at: place)
        case .browser(let path): return browserMember(path, key, at: place)
        case .either(let values): return alternatives(values.map { member($0, key, at: place) }, at: place)
        default: return unknown(at: place)
        }
    }

    /// Members of what is fetched that are the thing itself.
    private static let wholeKeys: Set<String> = [
        "body", "content", "data", "response", "responseText", "result", "text",
    ]

    private func elementMember(_ index: Int, _ key: String, at place: ScriptPlace) -> ScriptValue {
        let tag = page.tags[index]
        let isText = ["innerHTML", "textContent", "innerText", "text"].contains(key)
        switch key {
        case _ where isText && tag.name == "script":
            let text = String(decoding: page.bytes[tag.content], as: UTF8.self)
            return ScriptValue(.text(text), at: ScriptPlace(source: 0, offset: tag.content.lowerBound))
        case "value" where tag.name == "select":
            let options = SelectedOption.options(of: index, in: page)
            guard let selected = options.first(where: \.isSelected) ?? options.first else { return unknown(at: place) }
            return ScriptValue(.text(selected.value), at: ScriptPlace(source: 0, offset: selected.offset))
        case "dataset": return ScriptValue(.element(index), at: place)
        default:
            let name = key.unicodeScalars.map { scalar in
                ("A"..."Z").contains(scalar) ? "-" + String(scalar).lowercased() : String(scalar)
            }.joined()
            guard let value = tag["data-\(name)"] ?? tag[key.lowercased()] else { return unknown(at: place) }
            return ScriptValue(.text(value), at: ScriptPlace(source: 0, offset: tag.offset))
        }
    }

    private func browserMember(_ path: String, _ key: String, at place: ScriptPlace) -> ScriptValue {
        if path == "location" {
            return ScriptValue(PageAddressParts(address)[key].map { .text($0) } ?? .unknown, at: place)
        }
        if key == "location" { return ScriptValue(.browser("location"), at: place) }
        if path == "document" {
            let isAddress = ["baseURI", "URL", "documentURI"].contains(key)
            return ScriptValue(isAddress ? .text(address) : .unknown, at: place)
        }
        return variable(key, at: place)
    }

    /// Gives a variable or a member another value.
    func assign(_ value: ScriptValue, to operand: Operand, at place: ScriptPlace) {
        guard !isDead, let target = operand.target else { return }
        switch target {
        case .variable(let name): scope.assign(name, doubted(value, before: scope.find(name)))
        case .member(let base, let key): assign(value, to: base, key, at: place)
        }
    }

    private func assign(_ value: ScriptValue, to base: ScriptValue, _ key: ScriptValue, at place: ScriptPlace) {
        if case .object(let object) = base.kind {
            if case .each(_, let keys) = key.kind, Self.isMember(value, of: keys) {
                object.merge(keys)
            } else if case .text(let name)? = Self.plainText(key)?.kind {
                if object.isElement { note(Statement(name: name, isProperty: true, arguments: [value], place: place)) }
                set(value, name, of: object, at: place)
            } else {
                object.unknownPart = object.unknownPart ?? key.place
            }
            return
        }
        if case .fetched(let fetched) = base.kind { return fetched.noteChange(at: place) }
        if case .list(let list) = base.kind {
            list.unknownPart = list.unknownPart ?? place
            return
        }
        guard case .text(let name)? = Self.plainText(key)?.kind else { return }
        if case .browser(let path) = base.kind, path == "window" { return scope.assign(name, value) }
        var arguments = [value]
        if case .element = base.kind { arguments.append(base) }
        note(Statement(name: name, isProperty: true, arguments: arguments, place: place))
    }

    /// Whether a value is that of any member of an object, whatever else it may be: some settings are made functions first.
    private static func isMember(_ value: ScriptValue, of object: ScriptObject) -> Bool {
        switch value.kind {
        case .each(_, let other): other === object
        case .either(let values): values.contains { isMember($0, of: object) }
        default: false
        }
    }

    private func set(_ value: ScriptValue, _ name: String, of object: ScriptObject, at place: ScriptPlace) {
        // Where a service answers is often made from the address of the page; a document without it is still whole.
        let isKnown = if case .unknown = value.kind { false } else { true }
        if DocumentShape.isDocument(object), DocumentShape.serverKeys.contains(name), !isKnown || !Self.isWhole(value) {
            object.change = object.change ?? place
            return
        }
        object[name] = doubted(value, before: object[name])
    }

    private static func isWhole(_ value: ScriptValue) -> Bool { (try? ScriptJSON.text(of: value)) != nil }

    /// What a variable may be after an assignment that may not happen.
    private func doubted(_ value: ScriptValue, before: ScriptValue?) -> ScriptValue {
        guard isDoubtful, let before else { return value }
        switch before.kind {
        case .undefined, .null: return value
        default: return alternatives([before, value], at: value.place)
        }
    }

    func remove(_ operand: Operand, at place: ScriptPlace) {
        guard !isDead, case .member(let base, let key)? = operand.target else { return }
        switch base.kind {
        case .object(let object):
            if case .text(let name)? = Self.plainText(key)?.kind, !isDoubtful {
                object[name] = nil
            } else {
                object.unknownPart = object.unknownPart ?? place
            }
        case .fetched(let fetched): fetched.noteChange(at: place)
        default: break
        }
    }

    /// Takes the members of a value into an object, as a spread and `Object.assign` do.
    func merge(_ value: ScriptValue, into object: ScriptObject) {
        guard !isDead else { return }
        switch value.kind {
        case .object(let other): object.merge(other)
        case .undefined, .null, .flag: break
        case .each(.value, let other): object.merge(other)
        default: object.unknownPart = object.unknownPart ?? value.place
        }
    }
}
