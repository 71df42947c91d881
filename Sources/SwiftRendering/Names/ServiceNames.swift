import APIModel

/// The names that a whole service gets in Swift.
struct ServiceNames: Sendable {
    /// The module: `SCPBackup`.
    let module: SwiftIdentifier
    /// The namespace that holds everything: `Backup`.
    let namespace: SwiftIdentifier
    private let versions: [String: SwiftIdentifier]

    /// The names of a service; what `options` state comes first.
    init(_ model: APIModel, options: RenderingOptions = RenderingOptions()) {
        let title = Words(model.service.title)
        let id = Words(model.service.id)
        // A title in one word keeps its own capitals: `GSLB`, `DNS`.
        let isOneWord = model.service.title.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let name: String =
            if isOneWord, !model.service.title.isEmpty {
                model.service.title.prefix(1).uppercased() + model.service.title.dropFirst()
            } else if !title.words.isEmpty, title.words.allSatisfy({ !$0.hasPrefix("u") || $0.count < 5 }) {
                title.upperCamel
            } else {
                id.upperCamel
            }
        var namespace = name
        if ReservedNames.types.contains(namespace) { namespace += "Service" }
        self.namespace = SwiftIdentifier(options.namespace ?? namespace)
        let provider = model.service.provider ?? ""
        // A module with the name of a type inside it cannot be named in front of that type.
        let marked = self.namespace.name + (self.namespace.name.hasSuffix("API") ? "Client" : "API")
        let ownModule = provider.isEmpty ? marked : provider + self.namespace.name
        module = SwiftIdentifier(options.module ?? ownModule)
        var versions: [String: SwiftIdentifier] = [:]
        for id in model.versions.map(\.id) {
            // `1` and `v1`, or `1.0` and `1-0`, may both exist.
            let plain = Self.versionName(id).name
            let taken = Set(versions.values.map(\.name))
            let wishes = [plain, "V" + plain] + (2...).lazy.prefix(model.versions.count + 1).map { "\(plain)_\($0)" }
            versions[id] = SwiftIdentifier(wishes.first { !taken.contains($0) } ?? plain)
        }
        self.versions = versions
    }

    /// The namespace of a version: `V1_2` of `1.2`.
    func version(_ id: String) -> SwiftIdentifier { versions[id] ?? Self.versionName(id) }

    /// `V1_2` of `1.2`, `V39_1` of `Version 39.1`, `V2` of `2.0.0 (v2)`, `V2024_06_01` of `2024-06-01`.
    static func versionName(_ id: String) -> SwiftIdentifier {
        let plain = number(in: id).unicodeScalars.map {
            $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) ? String($0) : "_"
        }
        return SwiftIdentifier("V" + plain.joined())
    }

    /// The part of an id that numbers the version: what stands after the word, or what a `v` marks; all of it where
    /// neither is there.
    private static func number(in id: String) -> Substring {
        let isMarked = ["v", "V"].contains(id.first) && id.dropFirst().first?.isNumber ?? false
        // `v2` is V2, not Vv2.
        if isMarked, id.allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) }) { return id.dropFirst() }
        let isNumber: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        let parts = id.split { !isNumber($0) }
        // `2.0.0 (v2)`: the name that people use is the short one.
        if parts.count > 1,
            let short = parts.first(where: { part in
                ["v", "V"].contains(part.first) && part.dropFirst().first?.isNumber ?? false
            })
        {
            return short.dropFirst()
        }
        if let word = id.lowercased().ranges(of: "version").last, id.lowercased().count == id.count {
            let distance = id.lowercased().distance(from: id.lowercased().startIndex, to: word.upperBound)
            let rest = id.dropFirst(distance).drop { !($0.isASCII && $0.isNumber) }.prefix(while: isNumber)
            if !rest.isEmpty { return rest }
        }
        return id[...]
    }
}
