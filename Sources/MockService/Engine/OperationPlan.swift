import APIModel

/// What a mock service knows of one operation in one version before any request.
struct OperationPlan: Sendable {
    /// What the documentation says.
    let call: Call
    /// The path.
    let path: RoutePath
    /// The documented response.
    let documented: DocumentedResponse
    /// What it does to what is stored.
    let role: Role
    /// The resource of which a member stands in the path and must exist; `nil` where none does.
    let owner: Int?
    /// The documented defaults of the query.
    let defaults: [String: JSONValue]
    /// How it lists page by page; `nil` where it lists nothing, or lists it as a whole.
    let pages: PagePlan?

    /// Why it cannot answer: no value is of the documented type. `nil` where it can.
    let obstacle: String?

    /// What an operation does to what is stored.
    enum Role: Sendable {
        /// Nothing: it answers as documented.
        case none
        /// It makes a member of the resource with this number.
        case create(Int, ResourceResponse?)
        /// It lists members.
        case list(Int, ResourceResponse)
        /// It lists what the documentation shows, whatever was called before.
        case listDocumented
        /// It shows a member.
        case show(Int, ResourceResponse)
        /// It changes a member.
        case update(Int, ResourceResponse?)
        /// It deletes a member.
        case delete(Int, ResourceResponse?)
    }
}

extension OperationPlan.Role {
    /// Whether nothing that was called before has an effect.
    var isStateless: Bool {
        switch self {
        case .none, .listDocumented: true
        default: false
        }
    }
}
