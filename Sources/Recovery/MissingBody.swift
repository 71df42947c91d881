import APISpec

/// A body whose table is lost: the request or the successful response of one operation in one version.
struct MissingBody {
    let cell: Int
    let direction: Words.Direction
    /// The body that the documentation shows.
    let example: JSONValue?
    /// The status of the response, where anything tells it.
    let status: Int?
    /// What the table of the nearest version says that has one; `nil` where all are lost.
    let sibling: Sibling?
    /// What the body may be, the best first.
    var candidates: [Candidate] = []
    /// The schemas that cast doubt on there being no body.
    var rivals: [CompetingSchema] = []

    /// What the table of another version says.
    struct Sibling {
        /// The type of the body; `nil` where there is none.
        var schema: Schema?
        /// The status of the response.
        var status: Int?
    }

    /// A schema that casts doubt on there being no body.
    struct CompetingSchema {
        var position: Int
        /// Whether it does so only as long as nothing uses it.
        var mustBeUnused: Bool
    }
}

/// Something that a body may be.
struct Candidate {
    var choice: Choice
    /// How much speaks for it, whatever the other bodies are.
    var score: Double
    /// What speaks for it.
    var evidence: Set<Evidence>
    /// The family of the schema; -1 without one.
    var family = -1

    /// What a body may be.
    enum Choice: Hashable {
        /// There is no body.
        case empty
        /// A schema by position.
        case schema(Int)
        /// A list of a schema.
        case list(Int)
        /// The type that the table of another version states, which names no schema.
        case stated(Schema)
    }

    /// The schema that is named.
    var position: Int? {
        switch choice {
        case .schema(let position), .list(let position): position
        case .empty, .stated: nil
        }
    }
}
