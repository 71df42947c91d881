import Diagnostics
import Foundations
import YAML

extension DocumentReading {
    /// The node itself, or what its `$ref` leads to, with its place; `nil` after an error.
    mutating func resolved(_ node: YAMLNode, _ place: JSONPlace) -> (node: YAMLNode, place: JSONPlace)? {
        var (node, place) = (node, place)
        var seen: Set<String> = []
        while let reference = node["$ref"] {
            guard let text = reference.text else {
                log.error("`$ref` is a text", place, at: reference.location)
                return nil
            }
            guard seen.insert(text).inserted else {
                log.error("the reference `\(text)` leads back to itself", place, at: reference.location)
                return nil
            }
            guard let target = target(of: text, place, at: reference.location) else { return nil }
            (node, place) = target
        }
        return (node, place)
    }

    /// What a reference leads to; `nil` after an error.
    mutating func target(
        of reference: String, _ place: JSONPlace, at location: SourceLocation
    ) -> (node: YAMLNode, place: JSONPlace)? {
        guard let steps = Self.steps(of: reference) else {
            log.error(
                reference.hasPrefix("#")
                    ? "the reference `\(reference)` is no JSON pointer such as `#/components/schemas/Pet`"
                    : "the reference `\(reference)` leads out of the document; bundle the documents into one first",
                place, at: location)
            return nil
        }
        var node = root
        var target = JSONPlace()
        for step in steps {
            let next =
                node.entries != nil
                ? node[step]
                : Int(step).flatMap { index in
                    node.items.flatMap { $0.indices.contains(index) ? $0[index] : nil }
                }
            guard let next else {
                log.error("the reference `\(reference)` leads nowhere", place, at: location)
                return nil
            }
            node = next
            target = target.appending(step)
        }
        return (node, target)
    }

    /// The key of the component that a reference to a schema names; `nil` for any other place.
    static func schemaKey(of reference: String) -> String? {
        let prefix = "#/components/schemas/"
        guard reference.hasPrefix(prefix) else { return nil }
        let key = reference.dropFirst(prefix.count)
        if key.utf8.contains(UInt8(ascii: "/")) { return nil }
        return unescaped(String(key))
    }

    /// The steps of a local reference; `nil` for what is none.
    private static func steps(of reference: String) -> [String]? {
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false)
            .map { unescaped(String($0)) }
    }

    /// A step without the escapes of fragments (RFC 3986) and of pointers (RFC 6901).
    private static func unescaped(_ step: String) -> String {
        PercentEncoding.decode(step).replacing("~1", with: "/").replacing("~0", with: "~")
    }
}
