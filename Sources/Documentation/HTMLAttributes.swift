/// The attributes of a tag as libxml2 hands them over: names and values by turns, up to a null pointer.
struct HTMLAttributes {
    private let list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    /// Wraps the parser's list; `nil` where the tag has no attributes.
    init(_ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) { self.list = list }

    /// The value of an attribute; empty where it stands without one, `nil` where it is missing.
    subscript(_ name: StaticString) -> String? { value(of: name).map(HTMLReferences.text) }

    /// Whether the `class` attribute holds one of `names`.
    func hasClass(_ names: StaticString...) -> Bool { hasClass(names) }

    /// Whether the `class` attribute holds one of `names`.
    func hasClass(_ names: [StaticString]) -> Bool {
        guard let classes = value(of: "class") else { return false }
        return classes.split(whereSeparator: \.isWhiteSpace).contains { word in
            let word = Bytes(rebasing: word)
            return names.contains { word.count == $0.utf8CodeUnitCount && word.starts(with: $0) }
        }
    }

    /// The value of an attribute that counts something, at least 1 and at most `limit`; 1 where it says nothing.
    func count(_ name: StaticString, limit: Int) -> Int {
        guard let value = self[name], let count = Int(value) else { return 1 }
        return min(max(count, 1), limit)
    }

    /// The bytes of a value; valid only inside the parser's event.
    private func value(of name: StaticString) -> Bytes? {
        guard let list else { return nil }
        var index = 0
        while let key = list[index] {
            if HTMLName(key) == name {
                guard let value = list[index + 1] else { return Bytes(start: nil, count: 0) }
                var count = 0
                while value[count] != 0 { count += 1 }
                return Bytes(start: value, count: count)
            }
            index += 2
        }
        return nil
    }
}
