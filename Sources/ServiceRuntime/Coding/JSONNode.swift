/// One value or one member name of a JSON document, as the parser leaves it.
///
/// A container is followed by what it holds, and the name of a member by its value, so that a whole document is one flat
/// list in the order of its text.
struct JSONNode {
    enum Kind: UInt8 {
        case null
        case `true`
        case `false`
        /// A number without fraction and exponent.
        case integer
        /// A number with a fraction or an exponent.
        case number
        case string
        case array
        case object
        /// What stands for a member that is asked for although it is absent; reads as null.
        case absent
    }

    var kind: Kind
    /// Whether a string has escapes.
    var isEscaped = false
    /// Whether a member of an object must not be looked for from the middle: a name occurs twice, or there are many.
    var needsIndex = false
    /// Where the text begins, without its quotation mark; of an object the node at which the next look-up begins.
    var start: UInt32
    /// The bytes of the text; of a container how many elements or members it has.
    var length: UInt32 = 0
    /// The node after this one and all it holds; of a member name its hash.
    var next: UInt32 = 0
    /// The container.
    var parent: UInt32
    /// The place in an array; ``memberOrdinal`` in an object.
    var ordinal: UInt32

    static let memberOrdinal = UInt32.max

    var isContainer: Bool { kind == .array || kind == .object }
}
