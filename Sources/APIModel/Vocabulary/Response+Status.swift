extension Response {
    /// Whether this is the response for every status that has no entry of its own; its ``status`` is 0.
    public var isDefault: Bool { status == 0 }

    /// Whether this is the response for a hundred statuses, such as all of `4XX`; its ``status`` is 1 to 5.
    public var isRange: Bool { (1...5).contains(status) }

    /// Whether it tells of success: a status of 200 to 299, or all of them.
    public var isSuccess: Bool { status == 2 || (200..<300).contains(status) }

    /// The status as OpenAPI writes it: `200`, `2XX` or `default`.
    public var statusText: String { Self.statusText(status) }

    /// The status as OpenAPI writes it: `200`, `2XX` or `default`.
    public static func statusText(_ status: Int) -> String {
        switch status {
        case 0: "default"
        case 1...5: "\(status)XX"
        default: String(status)
        }
    }

    /// Reads what ``statusText`` writes; `nil` for anything else.
    public static func status(_ text: String) -> Int? {
        if text == "default" { return 0 }
        let digits = Array(text.utf8)
        guard digits.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(digits[0]) else { return nil }
        if text.dropFirst() == "XX" { return Int(digits[0] - UInt8(ascii: "0")) }
        return digits.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}

extension [Response] {
    /// Puts answers in the order of documents: by status, after each hundred its range, `default` last.
    public mutating func sortByStatus() {
        sort { ($0.statusOrder, $0.status) < ($1.statusOrder, $1.status) }
    }
}

extension Response {
    fileprivate var statusOrder: Int {
        switch status {
        case 0: 1_000
        case 1...5: status * 100 + 99
        default: status
        }
    }
}
