/// Calls whose result is known without running anything.
extension ScriptReader {
    /// A call of `operand`, or of one of its members; the bracket comes next.
    func called(_ operand: Operand, member key: String?, at place: ScriptPlace) -> ScriptValue {
        var path = operand.path
        if let key { path = path.map { "\($0).\(key)" } }
        let name = Self.withoutWindow(path ?? "")
        let arguments = arguments()
        guard !isDead else { return unknown(at: place) }
        let result = deeper {
            if let value = standard(name, arguments, at: place) { return value }
            let callee = key.map { self.member(operand.value, $0, at: place) } ?? operand.value
            if case .function(let function) = callee.kind {
                if key != nil, case .object = operand.value.kind { return call(function, arguments, on: operand.value) }
                return call(function, arguments)
            }
            if let key, let value = method(operand, key, arguments, at: place) { return value }
            return unknown(at: place)
        }
        let spoken = name.isEmpty ? key ?? "" : name
        let last = key ?? spoken.split(separator: ".").last.map(String.init) ?? spoken
        if Viewer.isCall(spoken) || Viewer.isCall(last) {
            note(Statement(name: Viewer.isCall(spoken) ? spoken : last, arguments: arguments, place: place))
        }
        return result
    }

    private static func withoutWindow(_ path: String) -> String {
        for prefix in ["window.", "globalThis.", "self."] where path.hasPrefix(prefix) {
            return String(path.dropFirst(prefix.count))
        }
        return path
    }

    /// What `new` makes.
    func construct(_ path: String, _ arguments: [ScriptValue], at place: ScriptPlace) -> ScriptValue {
        guard !isDead else { return unknown(at: place) }
        let name = Self.withoutWindow(path)
        switch name {
        case "URL":
            if let first = arguments.first, arguments.count == 1, isPageAddress(first) {
                let object = ScriptObject()
                object.address = address
                return ScriptValue(.object(object), at: first.place)
            }
            guard let first = arguments.first, case .text(let reference) = first.kind else { break }
            guard arguments.count > 1 else { return first }
            switch arguments[1].kind {
            case .text(let base) where base != address && !base.isEmpty:
                guard let joined = WebReference.resolve(reference, on: base) else { break }
                return ScriptValue(.text(joined), at: first.place)
            case .text, .browser: return first
            default: break
            }
        case "String": return arguments.first ?? unknown(at: place)
        case "TextDecoder": return ScriptValue(.browser("TextDecoder"), at: place)
        case "Uint8Array":
            if let first = arguments.first, case .bytes = first.kind { return first }
        default: break
        }
        if Viewer.isCall(name) { note(Statement(name: name, arguments: arguments, place: place)) }
        return unknown(at: place)
    }

    private func isPageAddress(_ value: ScriptValue) -> Bool {
        switch value.kind {
        case .browser(let path): path == "location"
        case .text(let text): text == address && !text.isEmpty
        default: false
        }
    }

    /// Functions of the language and of browsers.
    private func standard(_ name: String, _ arguments: [ScriptValue], at place: ScriptPlace) -> ScriptValue? {
        guard let first = arguments.first else { return nil }
        switch name {
        case "JSON.parse": return parsed(first, at: place)
        case "JSON.stringify", "Object.freeze", "structuredClone", "String", "Promise.resolve", "encodeURI",
            "jsyaml.load", "jsyaml.safeLoad", "YAML.parse", "yaml.load", "yaml.parse":
            return first
        case "Object.assign":
            guard case .object(let target) = first.kind else { return nil }
            for other in arguments.dropFirst() { merge(other, into: target) }
            return first
        case "Object.keys": return each(.keys, first)
        case "Object.values": return each(.values, first)
        case "Object.entries": return each(.pairs, first)
        case "atob", "Uint8Array.from", "escape", "unescape", "decodeURIComponent", "decodeURI":
            return ScriptBytes.result(of: name, first, at: place)
        case "fetch", "axios", "axios.get", "$.get", "$.getJSON", "jQuery.get", "jQuery.getJSON", "d3.json":
            return fetched(first, then: arguments.dropFirst(), at: place)
        case "document.createElement":
            let object = ScriptObject()
            object.isElement = true
            return ScriptValue(.object(object), at: place)
        case "document.getElementById", "document.querySelector", "$", "jQuery":
            guard case .text(let text) = first.kind else { return nil }
            return element(named: name == "document.getElementById" ? "#\(text)" : text, at: place)
        default: return nil
        }
    }

    private func each(_ kind: ScriptValue.EachKind, _ value: ScriptValue) -> ScriptValue? {
        guard case .object(let object) = value.kind else { return nil }
        return ScriptValue(.each(kind, object), at: value.place)
    }

    private func parsed(_ value: ScriptValue, at place: ScriptPlace) -> ScriptValue {
        switch value.kind {
        case .text(let text):
            let bytes = Array(text.utf8)
            // What stands in a script element has places of its own.
            if value.place.source == 0,
                let tag = page.tags.first(where: { $0.content.lowerBound == value.place.offset })
            {
                if let whole = literal(page.bytes, tag.content, source: 0) { return whole }
            }
            return literal(bytes, 0..<bytes.count, source: source, place: value.place) ?? unknown(at: place)
        case .bytes(let bytes):
            let text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
            return parsed(ScriptValue(.text(text), at: value.place), at: place)
        default: return value
        }
    }

    private func fetched(_ value: ScriptValue, then others: ArraySlice<ScriptValue>, at place: ScriptPlace)
        -> ScriptValue?
    {
        switch value.kind {
        case .text, .either, .unknown: break
        default: return nil
        }
        let fetched = ScriptValue(.fetched(FetchedValue(value)), at: place)
        for case .function(let function) in others.map(\.kind) { _ = call(function, [fetched]) }
        return fetched
    }

    private func element(named selector: String, at place: ScriptPlace) -> ScriptValue {
        let index = page.tags.firstIndex { tag in
            selector.hasPrefix("#") ? tag["id"] == String(selector.dropFirst()) : tag.name == selector.lowercased()
        }
        return index.map { ScriptValue(.element($0), at: place) } ?? unknown(at: place)
    }

    /// Methods of values.
    private func method(
        _ operand: Operand, _ key: String, _ arguments: [ScriptValue], at place: ScriptPlace
    ) -> ScriptValue? {
        let base = operand.value
        switch (base.kind, key) {
        case (.fetched, "then"):
            guard case .function(let function)? = arguments.first?.kind else { return base }
            let result = call(function, [base])
            if case .unknown = result.kind { return base }
            return result
        case (.fetched, "json"), (.fetched, "text"), (.fetched, "catch"), (.fetched, "finally"), (.fetched, "clone"),
            (.fetched, "done"), (.fetched, "blob"):
            if key == "done", case .function(let function)? = arguments.first?.kind { _ = call(function, [base]) }
            return base
        case (.object(let object), "toString") where object.address != nil:
            return Self.plainText(base)
        case (.text, "toString"), (.text, "valueOf"), (.number, "toString"): return base
        case (.text(let text), _) where TextMethods.names.contains(key):
            return TextMethods.result(of: key, text, arguments, at: base.place) ?? unknown(at: place)
        case (.text(let text), "trim"): return ScriptValue(.text(text.trimmedSpace), at: base.place)
        case (.text(let text), "concat"):
            var result = text
            for argument in arguments {
                guard case .text(let other)? = Self.plainText(argument)?.kind else {
                    return unknown(at: argument.place)
                }
                result += other
            }
            return ScriptValue(.text(result), at: base.place)
        case (.list(let list), "join"):
            let texts = list.items.map { Self.plainText($0)?.kind }
            var parts: [String] = []
            for case .text(let text)? in texts { parts.append(text) }
            guard parts.count == list.items.count, list.unknownPart == nil else { return unknown(at: place) }
            var separator = ","
            if case .text(let text)? = arguments.first?.kind { separator = text }
            return ScriptValue(.text(parts.joined(separator: separator)), at: base.place)
        case (.list(let list), "push"):
            if isDoubtful { list.unknownPart = list.unknownPart ?? place } else { list.items += arguments }
            return unknown(at: place)
        case (.each(let kind, let object), "forEach"):
            guard case .function(let function)? = arguments.first?.kind else { return nil }
            let one: ScriptValue.EachKind = kind == .keys ? .key : kind == .pairs ? .pair : .value
            _ = call(function, [ScriptValue(.each(one, object), at: base.place)])
            return ScriptValue(.undefined, at: place)
        case (.browser("TextDecoder"), "decode"):
            guard case .bytes(let bytes)? = arguments.first?.kind else { return nil }
            return ScriptValue(.text(String(decoding: bytes, as: UTF8.self)), at: place)
        case (.element(let index), "getAttribute"):
            guard case .text(let name)? = arguments.first?.kind else { return nil }
            guard let value = page.tags[index][name.lowercased()] else { return unknown(at: place) }
            return ScriptValue(.text(value), at: ScriptPlace(source: 0, offset: page.tags[index].offset))
        case (_, "setAttribute"):
            guard arguments.count > 1, case .text(let name) = arguments[0].kind else { return nil }
            note(Statement(name: name, isProperty: true, arguments: [arguments[1], base], place: place))
            return ScriptValue(.undefined, at: place)
        case (_, "open"):
            // A request of the old kind: what it answers is a member of it.
            guard arguments.count > 1, case .text(let verb) = arguments[0].kind, verb.uppercased() == "GET" else {
                return nil
            }
            assign(ScriptValue(.fetched(FetchedValue(arguments[1])), at: place), to: operand, at: place)
            return ScriptValue(.undefined, at: place)
        default: return nil
        }
    }
}
