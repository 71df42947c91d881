import APISpec
import Diagnostics
import Patterns
import YAML

/// How a pattern is read.
enum PatternReading {
    case exact
    /// As without the flag `u`.
    case loose
    /// Not at all, with the reason.
    case unusable(String)
}

extension DocumentReading {
    /// Reports the keywords of a schema object that specs have no place for.
    mutating func noteRest(of words: SchemaWords) {
        for entry in words.rest { log.unkept(entry, words.place) }
        for entry in words.constraints {
            switch (entry.key.text, entry.value.text) {
            case ("contentMediaType", "application/octet-stream"?), ("contentEncoding", "base64"?): continue
            case ("contentMediaType", _) where words.contentFormat == "binary": continue
            default:
                log.report(
                    OpenAPIImportRules.unkeptConstraint,
                    "`\(entry.key.text)` has no place in specs and is left out",
                    words.place.appending(entry.key.text), at: entry.key.location)
            }
        }
        for entry in words.unreadable {
            let text = entry.value.scalar.map { "`\($0.text.prefix(40))`" } ?? "what is there"
            log.report(
                OpenAPIImportRules.unkeptConstraint,
                "`\(entry.key.text)` is left out: \(text) is not a number that a bound can be",
                words.place.appending(entry.key.text), at: entry.key.location)
        }
        notePattern(of: words)
        if let entry = words.manyExamples {
            log.report(
                OpenAPIImportRules.unkeptExample,
                "there are \(entry.value.items?.count ?? 0) examples; the first is taken",
                words.place.appending("examples"), at: entry.key.location)
        }
        if words.oneOf == nil, words.anyOf == nil, let (node, place) = words.discriminator {
            log.report(
                OpenAPIImportRules.unkeptKeyword,
                "a discriminator without alternatives has no place in specs; list them under `oneOf`", place,
                at: node.location)
        }
    }

    /// Reports a pattern that nobody can check, or that is read although the flag `u` forbids it.
    private mutating func notePattern(of words: SchemaWords) {
        guard let source = words.facts.pattern, let node = words.node["pattern"] else { return }
        let reading: PatternReading
        if let known = patterns[source] {
            reading = known
        } else {
            do {
                reading = try LinearRegex(reading: source).isLoose ? .loose : .exact
            } catch {
                reading = .unusable("\(error)")
            }
            patterns[source] = reading
        }
        let place = words.place.appending("pattern")
        switch reading {
        case .exact: break
        case .loose:
            log.report(
                OpenAPIImportRules.loosePattern,
                "the pattern is invalid with the flag `u`; it is read as it is without",
                place, at: node.location)
        case .unusable(let reason):
            log.report(
                OpenAPIImportRules.uncheckedPattern, "the mock service does not check the pattern: \(reason)", place,
                at: node.location)
        }
    }

    /// Reports what is said of an object with members as a whole and has no place in specs.
    mutating func noteModel(_ words: SchemaWords) {
        let facts = words.facts
        if facts.defaultValue != nil {
            noteConstraint("the default of a schema with members is left out", words.place, words.node)
        }
        if facts.limits != nil {
            noteConstraint("the number of members is not kept", words.place, words.node)
        }
        if facts.isReadOnly || facts.isWriteOnly {
            noteConstraint("`readOnly` and `writeOnly` of a schema with members are left out", words.place, words.node)
        }
    }

    mutating func noteRequired(_ words: SchemaWords, known: Set<String>) {
        for node in words.required {
            guard let name = node.text, !known.contains(name) else { continue }
            log.report(
                OpenAPIImportRules.requiredWithoutProperty, "the schema requires `\(name)` and does not describe it",
                words.place.appending("required"), at: node.location)
        }
    }

    mutating func noteFormat(_ words: SchemaWords) {
        guard let entry = words.format else { return }
        log.report(
            OpenAPIImportRules.unkeptConstraint, "the format of this type has no place in specs and is left out",
            words.place.appending("format"), at: entry.key.location)
    }

    mutating func noteEnumeration(_ message: String, _ words: SchemaWords, _ node: YAMLNode) {
        log.report(OpenAPIImportRules.unusualEnumeration, message, words.place, at: node.location)
    }

    mutating func noteConstraint(_ message: String, _ place: JSONPlace, _ node: YAMLNode) {
        log.report(OpenAPIImportRules.unkeptConstraint, message, place, at: node.location)
    }
}
