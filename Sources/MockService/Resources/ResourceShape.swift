/// The names that a resource goes by in responses.
struct ResourceShape: Sendable {
    /// The property of a response that holds the resource; `nil` where the response is the resource itself.
    let envelope: String?
    /// Where the list's answer holds the items.
    let listItems: String?
    /// The property that holds the id.
    let identifier: String
    /// The names under which other responses tell the id.
    let identifierNames: Set<String>
    /// The names of all properties that some version shows.
    let properties: Set<String>
    /// The names of all that some version shows or takes.
    let documentedNames: Set<String>
}
