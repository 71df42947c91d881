/// Weights of evidence, in no unit; what counts is their order.
///
/// A table of another version says more than an example, an example more than a name, a name more than a habit.
enum Weight {
    /// The table of another version of the operation names the family.
    static let sibling = 7.0
    /// The table of another version names another family.
    static let otherSibling = -4.0
    /// The table of another version names the family, but for another status.
    static let siblingOfOtherStatus = 2.5

    /// The example has the same keys at every depth.
    static let exactExample = 4.0
    /// The example lacks optional keys only.
    static let looseExample = 2.0
    /// Nothing is known of the schema but its name.
    static let unknownExample = 3.0
    /// The example contradicts the schema that another version suggests.
    static let poorExample = -2.0
    /// All values of the example are those of the schema's table.
    static let agreement = 2.0
    /// A value is of another type than the table says.
    static let oddity = -0.75
    /// An optional key is missing.
    static let missingKey = -0.5

    /// The name says all that title and path say.
    static let name = 6.0
    /// The name says what is done: `Create`.
    static let action = 1.5
    /// The name says that something else is done.
    static let otherAction = -3.0
    /// The name does not say whether it is sent or received, as all others of its kind do.
    static let undirected = -4.0

    /// A newer member of the family would be allowed: versions use the newest that there is.
    static let olderMember = -8.0
    /// Only other schemas mention it.
    static let part = -3.0
    /// It travels the other way where tables name it.
    static let otherDirection = -2.0
    /// Other operations answer with it under the same status.
    static let sameStatus = 1.0
    /// Other operations answer with it, never under this status.
    static let otherStatus = -1.5
    /// Other operations of the same method use it.
    static let sameMethod = 0.5
    /// No table that is left uses it, and no other lost body has chosen it.
    static let unused = 3.0
    /// The next version of the operation chose the same family.
    static let neighbour = 2.0

    /// No body is shown, and that is how the page shows answers without one.
    static let usuallyEmpty = 6.0
    /// No body is shown; the page may have lost it.
    static let perhapsEmpty = 3.0
}
