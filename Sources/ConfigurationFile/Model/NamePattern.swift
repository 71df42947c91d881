public import Diagnostics

/// An id in which `*` stands for any characters, or none.
public struct NamePattern: Sendable, Hashable {
    /// The pattern as the file has it.
    public var text: String
    /// Where it stands, for the error that it matches nothing. Services that share a default share its place.
    public var location: SourceLocation

    /// A pattern with its place.
    public init(_ text: String, at location: SourceLocation) {
        self.text = text
        self.location = location
    }

    /// Whether the whole of `name` is of this form; upper and lower case differ.
    ///
    /// Takes at most time in proportion to the product of both lengths, whatever the stars.
    public func matches(_ name: String) -> Bool {
        let pattern = Array(text.utf8)
        let name = Array(name.utf8)
        let star = UInt8(ascii: "*")
        var position = 0
        var index = 0
        // Where the last star stands, and up to where it reaches; earlier stars never have to reach further.
        var last: (position: Int, end: Int)?
        while index < name.count {
            if position < pattern.count, pattern[position] == star {
                last = (position, index)
                position += 1
            } else if position < pattern.count, pattern[position] == name[index] {
                position += 1
                index += 1
            } else if let back = last {
                last = (back.position, back.end + 1)
                position = back.position + 1
                index = back.end + 1
            } else {
                return false
            }
        }
        return pattern[position...].allSatisfy { $0 == star }
    }
}

/// Which operations are generated.
public struct OperationSelection: Sendable, Hashable {
    /// The ids to generate; empty for all.
    public var include: [NamePattern]
    /// The ids to leave out, of those that are included.
    public var exclude: [NamePattern]

    /// A selection.
    public init(include: [NamePattern], exclude: [NamePattern]) {
        self.include = include
        self.exclude = exclude
    }

    /// Whether the operation of this id is generated.
    public func contains(_ id: String) -> Bool {
        (include.isEmpty || include.contains { $0.matches(id) }) && !exclude.contains { $0.matches(id) }
    }
}
