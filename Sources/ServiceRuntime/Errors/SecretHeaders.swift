/// Headers of a vendor that must not be shown, whatever their names suggest: all with a prefix, but for some.
package struct SecretHeaders: Sendable {
    private let prefix: String
    private let harmless: Set<String>

    /// Headers that begin with `prefix` and are not in `harmless`; both in lower case.
    package init(prefix: String, except harmless: Set<String>) {
        self.prefix = prefix
        self.harmless = harmless
    }

    /// Whether `name`, in lower case, is one of them.
    func contains(_ name: String) -> Bool { name.hasPrefix(prefix) && !harmless.contains(name) }
}
