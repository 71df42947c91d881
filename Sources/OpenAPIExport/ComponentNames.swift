/// The keys under which things stand in `components`, where OpenAPI allows `^[a-zA-Z0-9._-]+$` only.
///
/// A name that fits is its own key. In every other one, each character that does not fit becomes `_`, and a number
/// follows where the result is taken: no two names share a key, and the same names in the same order always get the
/// same keys.
struct ComponentNames {
    private var keys: [String: String] = [:]

    /// The keys of `names`; one that is called otherwise for people is preferred under that name, as in `preferred`.
    init(_ names: [String], preferred: [String: String] = [:]) {
        for name in names where Self.isAllowed(name) { keys[name] = name }
        for (name, key) in preferred where Self.isAllowed(key) { keys[name] = key }
        var taken = Set(keys.keys)
        for name in names where keys[name] == nil {
            let stem = Self.replacingForbidden(in: name)
            var key = stem
            var number = 2
            while !taken.insert(key).inserted {
                key = "\(stem)_\(number)"
                number += 1
            }
            keys[name] = key
        }
    }

    /// The key of `name`; `nil` for a name that was not among those given.
    subscript(name: String) -> String? { keys[name] }

    private static func isAllowed(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(isAllowed)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func replacingForbidden(in name: String) -> String {
        let key = String(
            String.UnicodeScalarView(
                name.unicodeScalars.map { scalar in
                    scalar.isASCII && isAllowed(UInt8(scalar.value)) ? scalar : "_"
                }))
        return key.isEmpty ? "_" : key
    }
}
