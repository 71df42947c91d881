import APIModel

/// What a mock service knows of a resource before anything is stored.
struct ResourcePlan: Sendable {
    /// The resource as the model states it.
    let resource: ResolvedResource
    /// Its place among all resources.
    let number: Int
    /// The path at which one can be had, as the operation on it has it; `nil` where there is none.
    let memberPath: PathTemplate?
    /// The path of the collection.
    let collection: RoutePath
    /// The path of a member; `nil` where the documentation has none.
    let member: RoutePath?
    /// The number of the resource that it belongs to.
    let parent: Int?
    /// The numbers of the resources that belong to it.
    let children: [Int]
    /// The names that it goes by in responses.
    let shape: ResourceShape
    /// The states of its members; `nil` where no property holds one.
    let lifecycle: Lifecycle?
    /// What ids look like.
    let identifiers: IdentifierForm
    /// The id that the documentation shows in its calls.
    let documentedID: String
    /// A member as the documentation shows it, with what all versions show.
    let sample: [String: JSONValue]
    /// The types of its properties in the responses that show it, newest version first.
    let types: [String: [Schema]]
    /// The names of everything that is stored of it: what answers show and what requests set.
    let storedNames: Set<String>
    /// The properties that hold the time of the creation.
    let creationTimes: [String]
    /// The properties that hold the time of the last change.
    let changeTimes: [String]
    /// Whether the documentation has a response of its own for what was deleted (410).
    let tellsWhatIsGone: Bool

    /// How many ids of other things stand in the path of the collection.
    var depth: Int { collection.parameterCount }
}
