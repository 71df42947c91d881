import Foundations

/// A place in a JSON document, written as `$.contents[0].count`.
public struct JSONPath: Hashable, Sendable, CustomStringConvertible {
    /// One step down into a document.
    public enum Step: Hashable, Sendable {
        /// Into the member of an object.
        case member(String)
        /// Into the element of an array, counted from 0.
        case element(Int)
    }

    /// The steps from the root; empty at the root.
    public var steps: [Step]

    /// The place that `steps` lead to.
    public init(steps: [Step] = []) {
        self.steps = steps
    }

    /// The place that a coding path of `Codable` names.
    public init(_ codingPath: [any CodingKey]) {
        steps = codingPath.map(Step.init)
    }

    /// The place one step further down.
    public func appending(_ step: Step) -> JSONPath {
        JSONPath(steps: steps + [step])
    }

    /// Whether this place is `other` or lies inside it.
    public func isWithin(_ other: JSONPath) -> Bool {
        steps.starts(with: other.steps)
    }

    /// The path in the notation of RFC 9535: `$` for the root, `.name`, `["odd name"]`, `[0]`.
    public var description: String {
        steps.reduce(into: "$") { $0 += $1.description }
    }
}

extension JSONPath.Step: CustomStringConvertible {
    init(_ key: any CodingKey) {
        // A decoder names elements "Index 0"; the key "0" of a dictionary has an integer value as well.
        if let index = key.intValue, key.stringValue == "Index \(index)" {
            self = .element(index)
        } else {
            self = .member(key.stringValue)
        }
    }

    /// The step as part of a path: `.name`, `["odd name"]` or `[0]`.
    public var description: String {
        switch self {
        case .element(let index): "[\(index)]"
        case .member(let name): Self.isPlain(name) ? ".\(name)" : "[\(name.debugDescription)]"
        }
    }

    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        let plain = ByteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
        return name.utf8.allSatisfy(plain.contains)
    }
}
