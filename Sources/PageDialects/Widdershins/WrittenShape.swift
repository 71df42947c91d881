/// A type as the tables of a page describe it, while it is being put together.
final class WrittenShape {
    indirect enum Kind {
        /// Nothing is said.
        case any
        /// `integer(int64)`.
        case primitive(String, format: String?)
        case object
        case array(WrittenShape)
        case reference(String)
    }

    /// How choices are joined.
    enum Joint: String { case oneOf, anyOf, allOf }

    struct Member {
        var name: String
        var isRequired: Bool
        var shape: WrittenShape
    }

    var kind: Kind
    var isNullable = false
    var isReadOnly = false
    var isWriteOnly = false
    var title: String?
    var description: String?
    private(set) var members: [Member] = []
    /// The places of members by their names.
    private var places: [String: Int] = [:]
    var additional: WrittenShape?
    var choices: [(joint: Joint, shapes: [WrittenShape])] = []
    /// Whether a row of the tables describes the type itself.
    var hasRow = false
    /// Whether rows below have no name and nothing says how they are joined: any value fits.
    var isOpen = false
    /// The values that the page lists, as it writes them.
    var values: [String] = []
    /// The default, as the page writes it.
    var fallback: String?
    /// The line that says so.
    var line: Int

    /// The member of a name.
    func member(_ name: String) -> Member? { places[name].map { members[$0] } }

    /// Adds a member whose name no other has.
    func add(_ member: Member) {
        places[member.name] = places[member.name] ?? members.count
        members.append(member)
    }

    /// Takes all members out.
    func removeMembers() {
        members = []
        places = [:]
    }

    /// Takes the members of another shape in the place of its own.
    func takeMembers(of other: WrittenShape) {
        members = other.members
        places = other.places
    }

    init(_ kind: Kind, line: Int) {
        self.kind = kind
        self.line = line
    }

    /// What members below this row belong to: the innermost item of lists.
    var holder: WrittenShape {
        var shape = self
        while case .array(let items) = shape.kind { shape = items }
        return shape
    }

    /// Whether this is an object of which the tables show members and no row of its own.
    var isUnnamedObject: Bool {
        if case .object = kind { !members.isEmpty && choices.isEmpty && !hasRow } else { false }
    }

    /// Whether this is a file, as forms have them.
    var isBinary: Bool {
        if case .primitive("string", format: "binary") = holder.kind { true } else { false }
    }

    /// Whether `null` is all that fits.
    var isNull: Bool {
        if case .any = kind { isNullable && choices.isEmpty && members.isEmpty } else { false }
    }

    /// The name of the schema that this is, or a list of.
    var reference: String? { if case .reference(let name) = holder.kind { name } else { nil } }
}
