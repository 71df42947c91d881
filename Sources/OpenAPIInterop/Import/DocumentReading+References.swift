import Diagnostics
import Foundations
import YAML

/// What a reference leads to.
struct ReferenceTarget {
    let node: YAMLNode
    let place: JSONPlace
    /// The place as text: the same for all references that lead there.
    let key: String
    /// Whether a schema there gets a name: a component, a definition, anything in another file.
    let isNamed: Bool
    /// What such a schema is called if it has no other name.
    let name: String
}

/// A reference as a document writes it.
struct WrittenReference: Hashable {
    let text: String
    let document: Int
}

extension DocumentReading {
    /// The node itself, or what its `$ref` leads to, with its place; `nil` after an error.
    mutating func resolved(_ node: YAMLNode, _ place: JSONPlace) -> (node: YAMLNode, place: JSONPlace)? {
        var (node, place) = (node, place)
        var seen: Set<String> = []
        while let reference = node["$ref"] {
            guard let text = reference.text else {
                log.report(OpenAPIImportRules.brokenReference, "`$ref` is a text", place, at: reference.location)
                return nil
            }
            guard let target = target(of: text, place, at: reference.location) else { return nil }
            guard seen.insert(target.key).inserted else {
                log.report(
                    OpenAPIImportRules.brokenReference, "the reference `\(text)` leads back to itself", place,
                    at: reference.location)
                return nil
            }
            (node, place) = (target.node, target.place)
        }
        return (node, place)
    }

    /// What a reference leads to; `nil` where that is nothing, after a finding, and after an error of a file.
    mutating func target(of reference: String, _ place: JSONPlace, at location: SourceLocation) -> ReferenceTarget? {
        let written = WrittenReference(text: reference, document: place.document)
        if let known = targets[written] { return known }
        do {
            let target = try found(reference, from: place.document)
            targets[written] = target
            return target
        } catch {
            let problem: DiagnosticError
            switch error {
            case .broken(let message):
                log.report(OpenAPIImportRules.brokenReference, message, place, at: location)
                return nil
            case .file(let error): problem = error
            }
            for diagnostic in problem.diagnostics {
                guard let other = diagnostic.location, !other.file.isEmpty, other.file != location.file else {
                    log.error(diagnostic.message, place, at: location)
                    continue
                }
                log.add(diagnostic)
            }
            return nil
        }
    }

    /// What a reference leads to; `nil` where that is nothing, and nobody has to know.
    mutating func possibleTarget(of reference: String, _ place: JSONPlace) -> ReferenceTarget? {
        let written = WrittenReference(text: reference, document: place.document)
        if let known = targets[written] { return known }
        let target = try? found(reference, from: place.document)
        if let target { targets[written] = target }
        return target
    }

    /// Why a reference cannot be followed.
    private enum ReferenceProblem: Error {
        /// It leads to nothing that this document has.
        case broken(String)
        /// It leads to a file that cannot be read, or may not be.
        case file(DiagnosticError)
    }

    private mutating func found(_ reference: String, from origin: Int) throws(ReferenceProblem) -> ReferenceTarget {
        let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let file = parts.first.map(String.init) ?? ""
        let fragment = parts.count > 1 ? String(parts[1]) : ""
        var document = origin
        if let own = documents.number(ofAddress: file) {
            document = own
        } else if !file.isEmpty {
            if let (node, place) = documents.anchor(file, in: origin), fragment.isEmpty {
                return target(node, place, name: Self.stem(of: file))
            }
            guard !Self.isAddress(file) else {
                throw .broken(
                    "the reference `\(reference)` leads to an address, and nothing is fetched; put the file beside the "
                        + "document")
            }
            let path = Self.unescaped(file)
            guard !path.utf8.contains(0) else { throw .broken("the reference `\(printable(reference))` names no file") }
            do {
                document = try documents.number(of: path, from: origin)
            } catch let error as DiagnosticError {
                throw .file(error)
            } catch {
                throw .file(
                    DiagnosticError("the reference `\(reference)` leads to a file that cannot be read", at: nil))
            }
        }
        let root = documents.all[document]
        if fragment.isEmpty {
            guard !file.isEmpty || reference == "#" else {
                throw .broken("the reference is empty")
            }
            return target(root.root, root.place, name: Self.stem(of: root.path))
        }
        guard fragment.hasPrefix("/") else {
            guard let (node, place) = documents.anchor(Self.unescaped(fragment), in: document) else {
                throw .broken(
                    "the reference `\(reference)` is not JSON pointer such as `#/components/schemas/Pet`, and no anchor, or "
                        + "more than one, has that name")
            }
            return target(node, place, name: Self.unescaped(fragment))
        }
        var node = root.root
        var place = root.place
        var name = Self.stem(of: root.path)
        for part in fragment.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            let step = Self.unescaped(String(part))
            let next =
                node.entries != nil
                ? node[step]
                : Int(step).flatMap { index in
                    node.items.flatMap { $0.indices.contains(index) ? $0[index] : nil }
                }
            guard let next else { throw .broken("the reference `\(reference)` leads nowhere") }
            node = next
            place = place.appending(step)
            if !["schema", "items", "properties"].contains(step), Int(step) == nil { name = step }
        }
        return target(node, place, name: name)
    }

    private func target(_ node: YAMLNode, _ place: JSONPlace, name: String) -> ReferenceTarget {
        let steps = place.steps
        let isDefinition =
            steps.count == 3 && steps[0] == "components" && steps[1] == "schemas"
            || steps.count == 2 && ["definitions", "$defs"].contains(steps[0])
        return ReferenceTarget(
            node: node, place: place, key: place.pointer, isNamed: place.document != 0 || isDefinition, name: name)
    }

    /// The name of the schema that a reference leads to; `nil` where schemas there have none.
    mutating func name(of target: ReferenceTarget) -> String? {
        if let name = names[target.key] { return name }
        guard target.isNamed else { return nil }
        // A file of nothing but a reference is not a type of its own.
        if let reference = target.node["$ref"]?.text, target.node.entries?.count == 1, openReferences.count < 32,
            let next = possibleTarget(of: reference, target.place), next.key != target.key
        {
            openReferences.append(target.key)
            defer { openReferences.removeLast() }
            if !openReferences.dropLast().contains(target.key) { return name(of: next) }
        }
        let name = reserve(target.name)
        names[target.key] = name
        if name != target.name, !target.name.isEmpty { impliedValues[name] = target.name }
        noteNullable(target.node, target.place, key: target.key, at: target.node.location)
        pendingSchemas.append(PendingSchema(name: name, node: target.node, place: target.place))
        return name
    }

    private static func isAddress(_ file: String) -> Bool {
        guard let colon = file.firstIndex(of: ":") else { return file.hasPrefix("//") }
        if colon == file.startIndex { return true }
        return file[..<colon].allSatisfy { $0.isASCII && $0.isLetter } && file[..<colon].count > 1
    }

    /// `pet` of `schemas/pet.yaml`.
    private static func stem(of file: String) -> String {
        let name = file.split(separator: "/").last ?? "Schema"
        let parts = name.split(separator: ".")
        return parts.count > 1 ? parts.dropLast().joined(separator: ".") : String(name)
    }

    /// A step without the escapes of fragments (RFC 3986) and of pointers (RFC 6901).
    static func unescaped(_ step: String) -> String {
        guard step.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "~") }) else { return step }
        return PercentEncoding.decode(step).replacing("~1", with: "/").replacing("~0", with: "~")
    }
}
