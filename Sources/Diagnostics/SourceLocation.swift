/// A place in an input file, for people and for editors.
public struct SourceLocation: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The file as the user named it; `<standard input>` for a pipe.
    public var file: String
    /// The line, counted from 1; 0 where only the file as a whole is meant.
    public var line: Int
    /// The column in characters, counted from 1; 0 where the whole line is meant.
    public var column: Int

    /// A place in `file`, both counts from 1; leave them out to mean the whole file.
    public init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, the form that editors and CI follow; 1:1 where only the file is known.
    public var description: String { "\(file):\(max(line, 1)):\(max(column, 1))" }

    /// Orders by file, then line, then column.
    public static func < (left: Self, right: Self) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
