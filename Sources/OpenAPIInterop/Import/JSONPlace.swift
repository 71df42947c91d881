/// A place in a document as a JSON pointer (RFC 6901), put together only when somebody asks for its text.
final class JSONPlace: Sendable {
    private let parent: JSONPlace?
    private let step: String

    /// The root.
    init() {
        parent = nil
        step = ""
    }

    private init(_ parent: JSONPlace, _ step: String) {
        self.parent = parent
        self.step = step
    }

    /// The place of a member or item.
    func appending(_ step: String) -> JSONPlace { JSONPlace(self, step) }

    /// The place of an item.
    func appending(_ index: Int) -> JSONPlace { JSONPlace(self, String(index)) }

    /// The pointer as the fragment of a reference: `#/components/schemas/Pet`.
    var pointer: String {
        var steps: [String] = []
        var place = self
        while let parent = place.parent {
            steps.append("/" + place.step.replacing("~", with: "~0").replacing("/", with: "~1"))
            place = parent
        }
        return "#" + steps.reversed().joined()
    }
}
