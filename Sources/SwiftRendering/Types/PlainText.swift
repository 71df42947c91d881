import APIModel

extension Schema {
    /// Whether the values are strings in Swift: no times, no data and no files, which have types of their own.
    var isPlainText: Bool {
        if case .string(let format) = kind { !["date-time", "byte"].contains(format) && !isFilePart } else { false }
    }
}
