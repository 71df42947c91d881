/// Sizes for people.
enum ByteCount {
    /// `512 B`, `1.5 KB`, `64 MB`; a KB has 1,024 bytes.
    static func text(_ count: Int) -> String {
        guard count >= 1_024 else { return "\(count) B" }
        let (unit, name) = count < 1 << 20 ? (1 << 10, "KB") : (1 << 20, "MB")
        // Rounded down, so that what is not complete does not look so.
        let tenths = count / unit * 10 + count % unit * 10 / unit
        return tenths % 10 == 0 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
}
