#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension MockService {
    /// How a mock service behaves.
    public struct Options: Sendable {
        /// The address to listen at.
        ///
        /// By default only programs on the same machine reach it.
        public var host = "127.0.0.1"
        /// The port to listen at; 0 picks a free one.
        public var port = 0

        /// What is asked of the headers by which a request proves who sends it.
        public var signatures = Signatures.wellFormed
        /// What is asked of the tokens, passwords and keys that security schemes are about; nothing where nothing is
        /// asked of ``signatures``.
        public var security = Security.present
        /// How far the timestamp of a request may be from ``now``, in either direction.
        public var timestampWindow = Duration.seconds(300)

        /// Whether creates, updates and deletes have an effect on later answers.
        ///
        /// Otherwise every operation answers with its documented example.
        public var isStateful = true
        /// What the service holds at the start.
        public var seed = Seed.empty
        /// How long what is created takes to become ready, and what is deleted to go away.
        public var transitions = Transitions.immediate

        /// What happens to query parameters and members of a body that the documentation does not have.
        public var unknownFields = UnknownFields.refused
        /// Which pages in browsers may call the service.
        public var crossOrigin = CrossOrigin.loopback
        /// Whether versions that are documented as planned can be called.
        public var servesPlannedVersions = false

        /// The longest body of a request, in bytes; a longer one is answered with 413.
        public var bodyLimit = 1 << 20
        /// How many connections may be open at once; further ones wait.
        public var connectionLimit = 512
        /// How long a connection may be silent before it is closed.
        public var idleTimeout = Duration.seconds(60)
        /// How long requests in flight may take to finish when the service stops.
        public var shutdownTimeout = Duration.seconds(10)

        /// How many of the last requests are kept for ``MockService/requests``; 0 keeps none.
        public var recordedRequests = 1000
        /// Is told of every request right before its response is sent.
        ///
        /// It runs beside other requests and must not block.
        public var onAnswer: (@Sendable (ReceivedRequest) -> Void)?

        /// The clock: for timestamps of requests, for dates in responses, and for ``transitions``.
        public var now: @Sendable () -> Date = { Date() }

        /// The options that suit tests: loopback, a free port, empty, at once.
        public init() {}
    }

    /// What the service holds at the start.
    public enum Seed: Sendable {
        /// Nothing: lists are empty until something is created or set up with ``MockService/store(_:_:under:)``.
        case empty
        /// One of each resource, as the documentation shows it, with the id that documented calls use.
        case examples
    }

    /// How long what is created takes to become ready, and what is deleted to go away.
    public enum Transitions: Sendable, Hashable {
        /// Creates are ready and deletes are done when they are answered.
        case immediate
        /// So many answers show the state in between: `.polls(2)` shows `CREATING` twice and then `ACTIVE`.
        case polls(Int)
        /// The state in between lasts so long by the clock of the options.
        case after(Duration)
    }

    /// What happens to query parameters and members of a body that the documentation does not have.
    public enum UnknownFields: Sendable {
        /// They are answered with an error, so that a misspelt name, or one of another version, is found.
        ///
        /// Where a table is lost and was recovered from examples, they are left alone.
        case refused
        /// They are left alone, except where the documentation says that there are no others
        /// (`additionalProperties: false`).
        case ignored
    }
}
