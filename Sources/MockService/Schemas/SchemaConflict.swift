import APIModel
import Patterns
import SchemaChecks

/// Finds types of which no value is one: bounds that exclude each other, a pattern that no text can match.
struct SchemaConflict {
    private let model: APIModel
    private let patterns: PatternBook

    /// Looks at the types of `model`.
    init(_ model: APIModel, _ patterns: PatternBook) {
        self.model = model
        self.patterns = patterns
    }

    /// Why no value is of a type, as the end of a sentence about it; `nil` where some value may be.
    ///
    /// Of objects the members that they cannot be without count, of lists the items that they must have.
    func reason(_ schema: Schema) -> String? {
        var known: [String: Reason?] = [:]
        return reason(schema, level: 0, &known)?.words
    }

    private static let greatestLevel = 24

    /// Why no value is of a type, and of which of its members that is said.
    private struct Reason {
        var place = ""
        var text: String

        var words: String { place.isEmpty ? text : "\(place): \(text)" }

        func below(_ step: String) -> Reason {
            let rest = place.isEmpty || place.hasPrefix("[") ? place : ".\(place)"
            return Reason(place: step + rest, text: text)
        }
    }

    /// `known` has the named schemas that were looked at, so that schemas which all need each other take little time.
    private func reason(_ stated: Schema, level: Int, _ known: inout [String: Reason?]) -> Reason? {
        let schema = model.resolved(stated)
        if level >= Self.greatestLevel || schema.isNullable || schema.kind == .unknown { return nil }
        if let text = ownReason(schema) { return Reason(text: text) }
        switch schema.kind {
        case .reference(let name):
            if let found = known[name] { return found }
            known.updateValue(nil, forKey: name)
            guard let named = model.schema(named: name)?.schema else { return nil }
            for property in named.properties where property.isRequired {
                guard let found = reason(property.schema, level: level + 1, &known) else { continue }
                known[name] = found.below(property.name)
                return found.below(property.name)
            }
            return nil
        case .array(let items):
            guard let least = schema.limits?.minItems, least > 0 else { return nil }
            if schema.limits?.uniqueItems == true, let count = count(items), count < least {
                return Reason(text: "the list needs \(least) different items, and there are \(count)")
            }
            return reason(items, level: level + 1, &known)?.below("[0]")
        case .union(let alternatives):
            // A union of unions holds itself by many ways; each definition is looked at once.
            if case .reference(let name) = stated.kind {
                if let found = known[name] { return found }
                known.updateValue(nil, forKey: name)
            }
            var first: Reason?
            for alternative in alternatives {
                guard let found = reason(alternative, level: level + 1, &known) else { return nil }
                first = first ?? found
            }
            if case .reference(let name) = stated.kind { known[name] = first }
            return first
        default: return nil
        }
    }

    /// How many values a type has, where they are few.
    private func count(_ schema: Schema) -> Int? {
        let schema = model.resolved(schema)
        let more = schema.isNullable ? 1 : 0
        switch schema.kind {
        case .enumeration(let values): return Set(values).count + more
        case .numbers(_, let values): return Set(values).count + more
        case .boolean: return 2 + more
        default: return nil
        }
    }

    /// What is wrong with the bounds of a type itself.
    private func ownReason(_ schema: Schema) -> String? {
        if let least = schema.minLength, let most = schema.maxLength, least > most {
            return "a text of at least \(least) and at most \(most) characters is asked for"
        }
        if case .string = schema.kind, let source = schema.pattern, let pattern = patterns[source] {
            guard let shortest = pattern.shortestMatch else { return "no text matches the pattern \(source)" }
            if let most = schema.maxLength, shortest > most {
                return "no text of at most \(most) characters matches the pattern \(source)"
            }
        }
        guard let limits = schema.limits else { return nil }
        if let least = limits.minItems, let most = limits.maxItems, least > most {
            return "a list of at least \(least) and at most \(most) items is asked for"
        }
        if let least = limits.minProperties, let most = limits.maxProperties, least > most {
            return "an object of at least \(least) and at most \(most) members is asked for"
        }
        return numberReason(schema, limits)
    }

    /// Whole numbers are held in 32 or in 64 bits, by us and by clients; bounds beyond leave none.
    private func widthReason(_ schema: Schema, _ limits: Schema.Limits) -> String? {
        guard case .integer(let format) = schema.kind else { return nil }
        let bits = format == "int32" ? 32 : 64
        let width = bits == 32 ? (Int64(Int32.min), Int64(Int32.max)) : (Int64.min, Int64.max)
        guard let first = DecimalText(String(width.0)), let last = DecimalText(String(width.1)) else { return nil }
        for (text, isExclusive) in [(limits.minimum, false), (limits.exclusiveMinimum, true)] {
            guard let text, let bound = DecimalText(text), isExclusive ? bound >= last : bound > last else { continue }
            return "a whole number \(isExclusive ? "above" : "from") \(text) is asked for, and none fits \(bits) bits"
        }
        for (text, isExclusive) in [(limits.maximum, false), (limits.exclusiveMaximum, true)] {
            guard let text, let bound = DecimalText(text), isExclusive ? bound <= first : bound < first else {
                continue
            }
            return "a whole number \(isExclusive ? "below" : "to") \(text) is asked for, and none fits \(bits) bits"
        }
        return nil
    }

    private func numberReason(_ schema: Schema, _ limits: Schema.Limits) -> String? {
        if let reason = widthReason(schema, limits) { return reason }
        let isWhole = if case .integer = schema.kind { true } else { false }
        for (least, excludesLeast) in [(limits.minimum, false), (limits.exclusiveMinimum, true)] {
            for (most, excludesMost) in [(limits.maximum, false), (limits.exclusiveMaximum, true)] {
                guard let leastText = least, let mostText = most, let least = DecimalText(leastText),
                    let most = DecimalText(mostText)
                else { continue }
                var isEmpty = most < least || least == most && (excludesLeast || excludesMost)
                if isWhole, let first = least.whole, let last = most.whole {
                    isEmpty = isEmpty || first + (excludesLeast ? 1 : 0) > last - (excludesMost ? 1 : 0)
                }
                if isEmpty {
                    return "a number \(excludesLeast ? "above" : "from") \(leastText) \(excludesMost ? "below" : "to") "
                        + "\(mostText) is asked for"
                }
            }
        }
        return nil
    }
}

extension SchemaConflict {
    /// What no service could do, a sentence each: members that no response can have, operations that cannot answer, and
    /// operations that no request can call.
    func findings() -> [MockService.Obstacle] {
        var findings: [MockService.Obstacle] = []
        for named in model.schemas.map(\.schema) {
            for property in named.properties {
                guard let reason = reason(property.schema) else { continue }
                findings.append(
                    .init(
                        place: ["schemas", named.name, property.name],
                        text: "no value of \(named.name).\(property.name) is possible: \(reason); "
                            + (property.isRequired
                                ? "operations that have to answer with it refuse" : "answers leave it out")))
            }
        }
        for call in model.operations.compactMap(\.calls.first) {
            let place = ["operations", call.operation, call.version]
            if let reason = answerReason(call) {
                findings.append(
                    .init(place: place, text: "\(call.operation) cannot answer: \(reason); it refuses every request"))
            }
            let sent = call.revision.parameters.filter(\.isRequired).map { ($0.name, $0.schema) }
            let body = call.request.flatMap { $0.isRequired ? [("body", $0.schema)] : nil } ?? []
            for (name, schema) in sent + body {
                guard let reason = reason(schema) else { continue }
                findings.append(
                    .init(
                        place: place,
                        text: "no request of \(call.operation) is right, since `\(name)` has no value: \(reason)"))
            }
        }
        return findings
    }

    /// Why a call has no response of its documented type; `nil` where it has one.
    func answerReason(_ call: Call) -> String? {
        guard let response = call.successes.first, let schema = response.schema else { return nil }
        return reason(schema)
            ?? response.headers.lazy.filter(\.isRequired).compactMap { header in
                reason(header.schema).map { "the field \(header.name): \($0)" }
            }.first
    }
}
