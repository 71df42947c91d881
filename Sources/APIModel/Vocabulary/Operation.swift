/// Something that the service does, over all its versions.
public struct Operation: Sendable, Hashable {
    /// The name in lower camel case, unique in the document: `createBackup`.
    public var id: String
    /// The heading of the documentation: `Create Backup`.
    public var title: String
    /// What the operation says in each version; versions that say the same share one entry. Newest first.
    public var revisions: [Revision]

    /// An operation with its revisions.
    public init(id: String, title: String, revisions: [Revision]) {
        self.id = id
        self.title = title
        self.revisions = revisions
    }
}

/// What an operation looks like in one or more versions.
public struct Revision: Sendable, Hashable {
    /// The ids of the versions that this entry holds for, newest first.
    public var versions: [String]
    /// The HTTP method in upper case.
    public var method: String
    /// The path with its parameters in braces, without a query: `/v1/backups/{backup_id}`.
    public var path: String
    /// What the operation does.
    public var description: String?
    /// The documentation's state where it is not plainly ACTIVE.
    public var state: String?
    /// The parameters in path, query and header, in the order of the documentation.
    public var parameters: [Parameter]
    /// The body of the request; `nil` where there is none, or where the table that would say so is lost.
    public var request: RequestBody?
    /// The answers by status code, ascending.
    public var responses: [Response]
    /// The tables that the documentation once had here and the page has lost, in part or as a whole: what rows that are
    /// left state has no ``Parameter/recovered``.
    public var lost: Set<LostTable>
    /// What the documentation shows of a call.
    public var example: CallExample?
    /// Whether new code should do without it.
    public var isDeprecated: Bool
    /// The groups that the documentation puts it into.
    public var tags: [String]
    /// What a request has to satisfy: all schemes of one of these lists; `nil` where that is as for the service, and
    /// empty where nothing is asked for.
    public var security: [[SecurityRequirement]]?
    /// The name that the document gives the operation where it differs from ``Operation/id``: `list_servers_get`.
    public var operationID: String?
    /// The pages that this was read from, as ``Source/page`` names them; empty where one page made the whole spec.
    public var pages: [String]

    /// The tables of a revision that a page can lose.
    public enum LostTable: String, Sendable, Hashable, CaseIterable {
        /// The Parameters table: parameters and request body are unknown.
        case parameters
        /// The Responses table: status codes and bodies of responses are unknown.
        case responses
    }

    /// A revision for `versions`.
    public init(
        versions: [String], method: String, path: String, description: String? = nil, state: String? = nil,
        parameters: [Parameter] = [], request: RequestBody? = nil, responses: [Response] = [],
        lost: Set<LostTable> = [], example: CallExample? = nil, isDeprecated: Bool = false, tags: [String] = [],
        security: [[SecurityRequirement]]? = nil, operationID: String? = nil,
        pages: [String] = []
    ) {
        self.versions = versions
        self.method = method
        self.path = path
        self.description = description
        self.state = state
        self.parameters = parameters
        self.request = request
        self.responses = responses
        self.lost = lost
        self.example = example
        self.isDeprecated = isDeprecated
        self.tags = tags
        self.security = security
        self.operationID = operationID
        self.pages = pages
    }
}

extension Revision {
    /// The query items that every request has, with their only values: by these, operations can share method and path.
    package var fixedQuery: [String: String] {
        var items: [String: String] = [:]
        for parameter in parameters where parameter.location == .query && parameter.isRequired {
            if case .enumeration(let values) = parameter.schema.kind, values.count == 1 {
                items[parameter.name] = values[0]
            }
        }
        return items
    }
}

/// A parameter outside the body.
public struct Parameter: Sendable, Hashable {
    /// Where a parameter travels.
    public enum Location: String, Sendable, Hashable, CaseIterable {
        /// A segment of the path.
        case path
        /// A query item.
        case query
        /// A header field.
        case header
        /// A cookie.
        case cookie
    }

    /// How a value is written as text (OpenAPI, Style Values).
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// `name=a,b`, or an item for each value: the default of query items and cookies.
        case form
        /// `a,b`: the default of path segments and header fields.
        case simple
        /// `.a.b`, in a path.
        case label
        /// `;name=a,b`, in a path.
        case matrix
        /// `name=a b`, in a query.
        case spaceDelimited
        /// `name=a|b`, in a query.
        case pipeDelimited
        /// `name[key]=a`, in a query.
        case deepObject
    }

    /// How a text is encoded before it is written (RFC 4648).
    public enum Encoding: String, Sendable, Hashable, CaseIterable {
        /// Base64 (section 4).
        case base64
        /// Base64 with the alphabet for URLs (section 5).
        case base64url
        /// The same without padding.
        case base64urlUnpadded = "base64url-unpadded"
    }

    /// The name on the wire.
    public var name: String
    /// Where it travels.
    public var location: Location
    /// Whether a request without it is refused.
    public var isRequired: Bool
    /// Its type and what is known of its values.
    public var schema: Schema
    /// The evidence for this parameter where no table states it; empty where one does.
    public var recovered: [String]
    /// Why a person holds a recovery to be right, from the overlay; `nil` where nobody confirmed one.
    public var confirmed: String?
    /// How the value is written; `nil` for the default of the location.
    public var style: Style?
    /// Whether lists and objects become an item for each value; `nil` for the default of the style.
    public var explode: Bool?
    /// The media type of the value where it is a document of its own, such as `application/json`.
    public var mediaType: String?
    /// How the text of a path parameter is encoded; `nil` where it is written as it is.
    public var encoding: Encoding?
    /// Whether new code should do without it; the same fact as that of ``schema``.
    public var isDeprecated: Bool {
        get { schema.isDeprecated }
        set { schema.isDeprecated = newValue }
    }

    /// A parameter of a type.
    public init(
        name: String, location: Location, isRequired: Bool, schema: Schema, recovered: [String] = [],
        confirmed: String? = nil, style: Style? = nil, explode: Bool? = nil, mediaType: String? = nil,
        encoding: Encoding? = nil
    ) {
        self.confirmed = confirmed
        self.encoding = encoding
        self.name = name
        self.location = location
        self.isRequired = isRequired
        self.schema = schema
        self.recovered = recovered
        self.style = style
        self.explode = explode
        self.mediaType = mediaType
    }
}

/// A call as the documentation shows it.
public struct CallExample: Sendable, Hashable {
    /// The request path as shown, with its query: `/v1/backups?name={name}`; `nil` where none is shown.
    public var path: String?
    /// The body of the request.
    public var requestBody: JSONValue?
    /// The status of the response.
    public var status: Int?
    /// The body of the response.
    public var responseBody: JSONValue?
    /// Headers that are shown and differ from those of every request.
    public var headers: [Service.Header]

    /// What is shown of a call.
    public init(
        path: String? = nil, requestBody: JSONValue? = nil, status: Int? = nil, responseBody: JSONValue? = nil,
        headers: [Service.Header] = []
    ) {
        self.path = path
        self.requestBody = requestBody
        self.status = status
        self.responseBody = responseBody
        self.headers = headers
    }
}
