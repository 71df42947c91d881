public import CivilCalendar
public import ServiceRuntime

/// A version of its API that a service names at its root.
public struct ServedVersion: Hashable, Sendable {
    /// The life of a version.
    public struct Status: OpenEnum {
        /// The status as the service sends it, in capital letters.
        public let rawValue: String

        /// A status of any text.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The newest version.
        public static let current = Self(rawValue: "CURRENT")
        /// An older version; it gets corrections only.
        public static let supported = Self(rawValue: "SUPPORTED")
        /// A version whose support ends within 90 days.
        public static let deprecated = Self(rawValue: "DEPRECATED")
        /// A version that is documented but cannot be called yet.
        public static let planned = Self(rawValue: "PLANNED")
        /// All of these.
        public static let documentedValues = [current, supported, deprecated, planned]
    }

    /// A link that the service gives with a version.
    public struct Link: Hashable, Sendable {
        /// Where it leads.
        public let href: String
        /// What is there, such as `self`, if the service says so.
        public let rel: String?

        /// A link.
        public init(href: String, rel: String? = nil) {
            self.href = href
            self.rel = rel
        }
    }

    /// The id as the service sends it, such as `v1.0`.
    public let id: String
    /// The status, if the service tells it.
    public let status: Status?
    /// The day until which support is promised, as the service sends it, such as `2026-02-23`; nil if there is none.
    public let notBefore: String?
    /// The links.
    public let links: [Link]

    /// A version.
    public init(id: String, status: Status? = nil, notBefore: String? = nil, links: [Link] = []) {
        self.id = id
        self.status = status
        self.notBefore = notBefore
        self.links = links
    }

    /// The version without the letter before it, such as `1.0`.
    public var version: String {
        let number = id.dropFirst()
        let hasLetter = id.first == "v" || id.first == "V"
        return hasLetter && number.first?.isNumber == true ? String(number) : id
    }

    /// The day until which support is promised; nil if there is none, or what the service sends is not a date.
    ///
    /// Once that day has passed, the version is no longer supported.
    public var notBeforeDay: CalendarDate? { notBefore.flatMap { CalendarDate(startOf: $0) } }
}

extension ServedVersion: CustomStringConvertible {
    /// Id, status and day in one line.
    public var description: String {
        [id, status?.rawValue, notBefore.map { "not before \($0)" }].compactMap(\.self).joined(separator: ", ")
    }
}

extension ServedVersion {
    /// Reads one of the `versions`, or nil for something else: a version without an id says nothing.
    init?(_ json: JSONValue) {
        guard let id = Self.text(json["id"]) else { return nil }
        self.init(
            id: id, status: Self.text(json["status"]).map { Status(rawValue: $0.uppercased()) },
            notBefore: Self.text(json["not_before"]), links: (json["links"]?.arrayValue ?? []).compactMap(Link.init))
    }

    /// A text that is one: not null, empty or `-`.
    fileprivate static func text(_ json: JSONValue?) -> String? {
        let text: String
        switch json {
        case .string(let value): text = value.singleLine
        case .integer, .number: text = json?.description ?? ""
        default: return nil
        }
        return text.isEmpty || text == "-" ? nil : text
    }
}

extension ServedVersion.Link {
    /// Reads a link: an object with `href`, or the address alone.
    fileprivate init?(_ json: JSONValue) {
        let address = json["href"] ?? json
        guard address.stringValue != nil, let href = ServedVersion.text(address) else { return nil }
        self.init(href: href, rel: ServedVersion.text(json["rel"]))
    }
}
