extension MockService {
    /// What is asked of the tokens, passwords and keys that security schemes are about.
    public enum Security: Sendable, Hashable {
        /// A request must have what one of the documented requirements of its operation asks for, well written; any
        /// token, password and key will do.
        case present
        /// Nothing is asked.
        case ignored
    }
}
