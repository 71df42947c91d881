/// Something that goes wrong with one answer, on demand.
///
/// Several can go wrong at once: `.delay(.seconds(1)).and(.status(503))`.
public struct Fault: Sendable, Hashable {
    /// Where a connection breaks.
    public enum Cut: String, Sendable, Hashable {
        /// Before the first byte of the response.
        case answer
        /// In the middle of the body.
        case body
    }

    /// How long the response is held back.
    public var delay: Duration?
    /// The status of an error that is answered instead; the operation is not performed.
    public var status: Int?
    /// What `Retry-After` says beside the status, in seconds (RFC 9110 §10.2.3).
    public var retryAfter: Int?
    /// Where the connection breaks; the operation is performed before that.
    public var cut: Cut?
    /// How long the body takes, piece by piece.
    public var slowBody: Duration?
    /// Whether the body ends too early to be JSON.
    public var hasMalformedJSON = false

    /// Nothing goes wrong.
    public init() {}

    /// The response is held back.
    public static func delay(_ time: Duration) -> Fault {
        var fault = Fault()
        fault.delay = time
        return fault
    }

    /// An error is answered; `status` is 300 to 599, and anything else counts as 500. The operation is not performed.
    public static func status(_ status: Int, retryAfter: Int? = nil) -> Fault {
        var fault = Fault()
        fault.status = (300...599).contains(status) ? status : 500
        fault.retryAfter = retryAfter
        return fault
    }

    /// The connection breaks after the operation was performed.
    public static func cut(_ place: Cut = .answer) -> Fault {
        var fault = Fault()
        fault.cut = place
        return fault
    }

    /// The body takes this long, piece by piece.
    public static func slowBody(_ time: Duration) -> Fault {
        var fault = Fault()
        fault.slowBody = time
        return fault
    }

    /// The body ends too early to be JSON.
    public static var malformedJSON: Fault {
        var fault = Fault()
        fault.hasMalformedJSON = true
        return fault
    }

    /// This and another fault at once; where both say something, the other counts.
    public func and(_ other: Fault) -> Fault {
        var fault = self
        fault.delay = other.delay ?? delay
        fault.status = other.status ?? status
        fault.retryAfter = other.retryAfter ?? retryAfter
        fault.cut = other.cut ?? cut
        fault.slowBody = other.slowBody ?? slowBody
        fault.hasMalformedJSON = hasMalformedJSON || other.hasMalformedJSON
        return fault
    }
}
