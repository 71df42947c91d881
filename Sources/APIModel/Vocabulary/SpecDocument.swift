/// One service as its documentation describes it: what `spec/NAME.yaml` holds.
public struct SpecDocument: Sendable, Hashable {
    /// The only format that this version of the package reads and writes (`apidoc: 1`).
    public static let format = 1

    /// What the service is and how it is reached.
    public var service: Service
    /// The versions of the API, newest first.
    public var versions: [APIVersion]
    /// The operations, in the order of the documentation.
    public var operations: [Operation]
    /// The named schemas, in the order of the documentation.
    public var schemas: [NamedSchema]
    /// What the service keeps, as far as that could be inferred, in the order of the documentation.
    public var resources: [Resource]
    /// The pages that the document was read from.
    public var sources: [Source]

    /// A document of these parts.
    public init(
        service: Service, versions: [APIVersion] = [], operations: [Operation] = [], schemas: [NamedSchema] = [],
        resources: [Resource] = [], sources: [Source] = []
    ) {
        self.service = service
        self.versions = versions
        self.operations = operations
        self.schemas = schemas
        self.resources = resources
        self.sources = sources
    }
}

/// A page that a spec was read from.
public struct Source: Sendable, Hashable {
    /// The page's file name or address; never a path of one machine.
    public var page: String
    /// The SHA-256 of its bytes, in lower-case hexadecimal: tells a changed page from a changed reading of it.
    public var sha256: String
    /// The entity tag that the site gave with the page (RFC 9110 §8.8.3); `nil` for files.
    public var etag: String?
    /// When the page was changed, in the words of the site (RFC 9110 §8.8.2); `nil` for files.
    public var lastModified: String?
    /// The page that leads to this document, as it is called among the sources; `nil` for what was named by a person.
    public var foundOn: String?
    /// The dialect that the page is written in, where that is another one than the guides'.
    public var dialect: String?
    /// The version that a person said this document describes; `nil` where it says so itself, or describes several.
    public var version: String?
    /// Whether this is an overlay of OpenAPI, by its path from the folder of the spec, that changed the documents before
    /// they were read.
    public var isOverlay: Bool

    /// A page with its digest, and with what the site said of its age.
    public init(
        page: String, sha256: String, etag: String? = nil, lastModified: String? = nil, foundOn: String? = nil,
        dialect: String? = nil, version: String? = nil, isOverlay: Bool = false
    ) {
        self.dialect = dialect
        self.version = version
        self.isOverlay = isOverlay
        self.foundOn = foundOn
        self.page = page
        self.sha256 = sha256
        self.etag = etag
        self.lastModified = lastModified
    }
}

/// What the service is and how it is reached (the documentation's Overview, OpenAPI URL and example requests).
public struct Service: Sendable, Hashable {
    /// The short name that addresses and headers use, such as `backup`.
    public var id: String
    /// The name that people use, such as `Backup`.
    public var title: String
    /// Who offers the service, in the spelling for names of modules: `SCP`.
    public var provider: String?
    /// The introduction of the documentation; paragraphs separated by line ends.
    public var description: String?
    /// Where the service answers.
    public var server: Server
    /// The headers of every request, in the order of the documentation.
    public var headers: [Header]
    /// How requests are authenticated; `nil` where the documentation shows nothing of it.
    public var authentication: Authentication?
    /// The security schemes that requirements name, in the order of the documentation.
    public var security: [SecurityScheme]
    /// What a request has to satisfy unless its operation says otherwise: all schemes of one of these lists.
    public var requirements: [[SecurityRequirement]]
    /// How requests say which version they mean, where that is known beside ``headers``; see ``versionSelector``.
    public var selector: VersionSelector?

    /// Where the service answers.
    public struct Server: Sendable, Hashable {
        /// The base address; `{region}` and `{environment}` stand for one of the pairs.
        public var url: String
        /// The documented combinations of environment and region, in the order of the documentation.
        public var pairs: [Pair]
        /// What the documentation says of the address.
        public var description: String?
        /// The variables of the addresses, apart from those that the pairs fill.
        public var variables: [Variable]
        /// Further base addresses, in the order of the documentation.
        public var alternatives: [Alternative]

        /// A combination that exists.
        public struct Pair: Sendable, Hashable {
            /// The value of `{environment}`.
            public var environment: String
            /// The value of `{region}`; `nil` for a service that answers in no particular region.
            public var region: String?

            /// A combination that exists.
            public init(environment: String, region: String? = nil) {
                self.environment = environment
                self.region = region
            }
        }

        /// A part of the address that callers choose: `{port}`.
        public struct Variable: Sendable, Hashable {
            /// The name between the braces.
            public var name: String
            /// The value for those who choose none.
            public var defaultValue: String
            /// The values that exist; empty where nothing tells them.
            public var values: [String]
            /// What the variable means.
            public var description: String?

            /// A variable with its default.
            public init(name: String, defaultValue: String, values: [String] = [], description: String? = nil) {
                self.name = name
                self.defaultValue = defaultValue
                self.values = values
                self.description = description
            }
        }

        /// Another base address.
        public struct Alternative: Sendable, Hashable {
            /// The address.
            public var url: String
            /// What the documentation says of it.
            public var description: String?

            /// Another base address.
            public init(url: String, description: String? = nil) {
                self.url = url
                self.description = description
            }
        }

        /// A base address with the pairs that fill it.
        public init(
            url: String, pairs: [Pair] = [], description: String? = nil, variables: [Variable] = [],
            alternatives: [Alternative] = []
        ) {
            self.url = url
            self.pairs = pairs
            self.description = description
            self.variables = variables
            self.alternatives = alternatives
        }
    }

    /// A header of every request.
    public struct Header: Sendable, Hashable {
        /// The field name in the documentation's spelling.
        public var name: String
        /// The value; `{version}` stands for the API version, and `{access-key}`, `{timestamp}`, `{signature}` for
        /// what authentication fills in.
        public var value: String

        /// A header of every request.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The authentication schemes that are understood.
    public enum Authentication: String, Sendable, Hashable, CaseIterable {
        /// The request signature of Samsung Cloud Platform: Base64 of HMAC-SHA256 over method, URL, timestamp, access
        /// key and client type.
        case scpHMAC = "scp-hmac"

        /// Whether the services of the platform that has the scheme answer a request that names no version, in their
        /// newest current one.
        public var answersWithoutVersion: Bool {
            switch self {
            case .scpHMAC: true
            }
        }
    }

    /// A service of these parts.
    public init(
        id: String, title: String, provider: String? = nil, description: String? = nil, server: Server,
        headers: [Header] = [], authentication: Authentication? = nil, security: [SecurityScheme] = [],
        requirements: [[SecurityRequirement]] = [], selector: VersionSelector? = nil
    ) {
        self.selector = selector
        self.id = id
        self.title = title
        self.provider = provider
        self.description = description
        self.server = server
        self.headers = headers
        self.authentication = authentication
        self.security = security
        self.requirements = requirements
    }
}

/// A version of the API, from the documentation's Version table.
public struct APIVersion: Sendable, Hashable {
    /// The version as headers and headings write it: `1.2`.
    public var id: String
    /// Where it stands in its life.
    public var status: Status
    /// The day from which it is no longer supported; `nil` where none is set.
    public var notBefore: CalendarDate?
    /// Where the version answers; `nil` where that is as for the service.
    public var server: Service.Server?
    /// The security schemes of the version; `nil` where they are those of the service.
    public var security: [SecurityScheme]?
    /// What a request of the version has to satisfy; `nil` where that is as for the service.
    public var requirements: [[SecurityRequirement]]?
    /// What stands for the version where requests select it; `nil` where that is its id.
    public var selected: String?

    /// Where a version stands in its life.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// Documented, not callable yet.
        case planned
        /// The version to use.
        case current
        /// Still served; bug fixes only.
        case supported
        /// Less than 90 days left.
        case deprecated
    }

    /// A version with its status, and with what differs from the service.
    public init(
        id: String, status: Status, notBefore: CalendarDate? = nil, server: Service.Server? = nil,
        security: [SecurityScheme]? = nil, requirements: [[SecurityRequirement]]? = nil, selected: String? = nil
    ) {
        self.selected = selected
        self.id = id
        self.status = status
        self.notBefore = notBefore
        self.server = server
        self.security = security
        self.requirements = requirements
    }
}
