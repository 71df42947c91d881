import APIModel
import Diagnostics

/// Gathers operations under their paths, and finds what OpenAPI has no place for.
struct PathItems {
    private var items: [(path: String, item: ObjectBuilder, additional: ObjectBuilder)] = []
    private var indices: [String: Int] = [:]
    private var owners: [String: String] = [:]
    private let locations: SpecLocations?
    /// What cannot be written, in the order of the documentation.
    private(set) var errors: [Diagnostic] = []

    /// How many of the calls have one method and path.
    private let counts: [String: Int]

    /// No paths yet; `locations` tells where the operations stand that errors are about.
    init(_ calls: [Call], locations: SpecLocations?) {
        self.locations = locations
        counts = Dictionary(calls.map { (Self.key($0), 1) }, uniquingKeysWith: +)
    }

    private static func key(_ call: Call) -> String { "\(call.revision.method) \(call.revision.path)" }

    /// The path of a call; with its fixed query where that alone tells it from another.
    private func path(of call: Call) -> String {
        let query = call.revision.fixedQuery
        guard !query.isEmpty, counts[Self.key(call), default: 0] > 1 else { return call.revision.path }
        let items = query.sorted { $0.key < $1.key }.map { "\(Self.escaped($0.key))=\(Self.escaped($0.value))" }
        return "\(call.revision.path)?\(items.joined(separator: "&"))"
    }

    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
            if isPlain { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }

    /// The ids of the operations as a reader of the paths finds them.
    var order: [String] {
        items.flatMap { item in
            (item.item.members + item.additional.members).compactMap { owners["\($0.name) \(item.path)"] }
        }
    }

    /// The paths object.
    var value: JSONValue {
        .object(
            items.map { path, item, additional in
                var item = item
                item.add(ExtensionName.additionalOperations.rawValue, nonEmpty: additional)
                return JSONValue.Member(path, item.value)
            })
    }

    /// Adds the operation object of a call.
    mutating func add(_ operation: JSONValue, for call: Call) {
        let (method, path) = (call.revision.method, path(of: call))
        let isAdditional = !RequestMethod.standard.contains(method)
        let key =
            isAdditional ? method : method == "QUERY" ? ExtensionName.query.rawValue : method.lowercased()
        guard RequestMethod.isToken(method) else {
            return report(
                "`\(method)` of operation `\(call.operation)` in version \(call.version) is no method that a request can "
                    + "have; correct it, or remove the operation in an overlay", call)
        }
        guard path.hasPrefix("/") else {
            return report(
                "the path `\(path)` of operation `\(call.operation)` in version \(call.version) does not start with "
                    + "`/`, as OpenAPI demands; correct the path in an overlay", call)
        }
        guard Self.hasPlainBraces(call.path) else {
            return report(
                "the braces in the path `\(path)` of operation `\(call.operation)` in version \(call.version) do not "
                    + "enclose a name each, as OpenAPI demands; correct the path in an overlay", call)
        }
        if let owner = owners.updateValue(call.operation, forKey: "\(key) \(path)") {
            return report(
                "operations `\(owner)` and `\(call.operation)` are both `\(method) \(path)` in version "
                    + "\(call.version), and OpenAPI allows one; correct or remove one of them in an overlay", call)
        }
        let index = indices[path] ?? items.count
        if index == items.count {
            indices[path] = index
            items.append((path, ObjectBuilder(), ObjectBuilder()))
        }
        if isAdditional { items[index].additional.add(key, operation) } else { items[index].item.add(key, operation) }
    }

    private static func hasPlainBraces(_ path: PathTemplate) -> Bool {
        path.parts.allSatisfy { part in
            switch part {
            case .literal(let text): !text.unicodeScalars.contains { $0 == "{" || $0 == "}" }
            case .parameter(let name):
                !name.isEmpty && !name.unicodeScalars.contains { "{/?#".unicodeScalars.contains($0) }
            }
        }
    }

    private mutating func report(_ message: String, _ call: Call) {
        let place = locations?[["operations", call.operation, call.version]]
        errors.append(.error(message, at: place, rule: nil))
    }
}
