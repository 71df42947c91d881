public import SCPRuntime

extension MockService {
    /// What is asked of the headers by which a request proves who sends it.
    public enum Signatures: Sendable {
        /// The signature must be the one of this key pair, and the timestamp near the clock.
        case verified(Credentials)
        /// The headers must be there and well written, and the timestamp near the clock; any key pair will do.
        case wellFormed
        /// Nothing is asked, nor of ``Options/security``, and none of the headers that the documentation shows in every
        /// request is required: for calls by hand.
        case ignored
    }
}
