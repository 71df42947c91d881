/// The names that a resource goes by in answers.
struct ResourceShape: Sendable {
    /// The property of an answer that holds the resource; `nil` where the answer is the resource itself.
    let envelope: String?
    /// Where the list's answer holds the items.
    let listItems: String?
    /// The property that holds the id.
    let identifier: String
    /// The names under which other answers tell the id.
    let identifierNames: Set<String>
    /// The names of all properties that some version shows.
    let properties: Set<String>
    /// The names of all that some version shows or takes.
    let documentedNames: Set<String>
}
