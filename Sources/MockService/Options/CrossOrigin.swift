extension MockService {
    /// Which pages in browsers may call the service (the `Origin` header, Fetch standard, section 3.2).
    public enum CrossOrigin: Sendable, Hashable {
        /// Those that come from this machine: `http://localhost:5173`, `http://127.0.0.1`, `http://[::1]:8000`.
        case loopback
        /// Those of these origins, such as `https://console.example`, and those from this machine.
        case origins([String])
        /// All, without cookies and passwords that the browser keeps.
        case any
        /// None but those that the service itself serves.
        case none
    }
}
