/// A spec that was read, with the place of each of its parts.
public struct SpecFile: Sendable {
    /// What the file says.
    public var document: SpecDocument
    /// Where it says it.
    public var locations: SpecLocations

    /// A document with its places.
    public init(document: SpecDocument, locations: SpecLocations) {
        self.document = document
        self.locations = locations
    }
}
