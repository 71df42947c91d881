public import HTTPTypes

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// How requests prove who sends them.
public struct Authentication: Sendable {
    /// Adds what is needed to a request.
    typealias Step = @Sendable (_ request: inout HTTPRequest, _ body: Data?, _ now: Date) async throws -> Void

    /// Texts that errors must not show.
    let secrets: [String]
    /// Texts that errors must not show and that become known later.
    let fresh: FreshSecrets
    /// What is done with each request, in order.
    private let steps: [(isSignature: Bool, run: Step)]
    /// Headers that errors and logs must not show, beyond those whose names tell.
    var secretHeaders: [SecretHeaders] = []
    /// The ways to prove it by the names of security schemes, where each call takes what it asks for.
    var schemes: [String: Authentication]?

    /// An authentication of one's own: `sign` adds what is needed to each request right before it is sent.
    ///
    /// `secrets` are texts that errors must not show.
    public init(secrets: [String] = [], sign: @escaping @Sendable (inout HTTPRequest, Date) throws -> Void) {
        self.init(secrets: secrets, isSignature: true) { request, _, now in try sign(&request, now) }
    }

    /// An authentication of a vendor, whose headers are secret by a rule of their own.
    package init(
        secrets: [String], secretHeaders: SecretHeaders,
        sign: @escaping @Sendable (inout HTTPRequest, Date) throws -> Void
    ) {
        self.init(secrets: secrets, sign: sign)
        self.secretHeaders = [secretHeaders]
    }

    init(secrets: [String], fresh: FreshSecrets = FreshSecrets(), isSignature: Bool = false, _ step: @escaping Step) {
        self.init(secrets: secrets, fresh: fresh, steps: [(isSignature, step)])
    }

    private init(secrets: [String], fresh: FreshSecrets, steps: [(isSignature: Bool, run: Step)]) {
        self.secrets = secrets
        self.fresh = fresh
        self.steps = steps
    }

    /// Adds what is needed to a request right before it is sent.
    func apply(_ request: inout HTTPRequest, _ body: Data?, _ now: Date) async throws {
        for step in steps { try await step.run(&request, body, now) }
    }

    /// Several requirements that hold together, such as an API key and a signature.
    ///
    /// They are met in order, but signatures last: they cover what the others add.
    public static func all(_ requirements: [Authentication]) -> Authentication {
        all(requirements, sharing: FreshSecrets())
    }

    /// Several requirements that hold together; `shared` gets the secrets that one of them learns.
    static func all(_ requirements: [Authentication], sharing shared: FreshSecrets) -> Authentication {
        let steps = requirements.flatMap(\.steps)
        let sources = requirements.map(\.fresh)
        // What one of them learns is hidden for all.
        let collected: Step = { _, _, _ in
            for text in sources.flatMap(\.texts) { shared.add(text) }
        }
        var all = Authentication(
            secrets: requirements.flatMap(\.secrets), fresh: shared,
            steps: steps.filter { !$0.isSignature } + [(false, collected)] + steps.filter(\.isSignature))
        all.secretHeaders = requirements.flatMap(\.secretHeaders)
        return all
    }

    /// Requests are sent as they are.
    public static let none = Authentication(secrets: [], fresh: FreshSecrets(), steps: [])
}

extension Authentication: CustomStringConvertible {
    /// Says nothing about keys.
    public var description: String { "Authentication" }
}

extension Authentication: CustomReflectable {
    /// A mirror without contents.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
