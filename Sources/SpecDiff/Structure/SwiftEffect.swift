import APISpec

/// What a change of a type does to code that was written against the generated Swift.
///
/// Code does two things with a type: it builds what is sent, with initialisers and arguments, and it reads what is
/// received. An optional parameter takes a plain value, so that what is built may compile on where what is read does
/// not.
public struct SwiftEffect: Sendable, Hashable {
    /// Whether code that builds such a value stops compiling.
    public var breaksBuilding: Bool
    /// Whether code that reads such a value stops compiling.
    public var breaksReading: Bool

    /// Nothing stops compiling.
    public static let none = SwiftEffect(breaksBuilding: false, breaksReading: false)
    /// All code stops compiling.
    public static let all = SwiftEffect(breaksBuilding: true, breaksReading: true)
}

extension SwiftEffect {
    /// How generated code declares a member or an argument: see `MemberView` of the renderer.
    enum Wrapping: Hashable {
        /// `T`
        case plain
        /// `T?`
        case optional
        /// `Nullable<T>?`: absent and null are two things to say.
        case distinguished

        init(isRequired: Bool, isNullable: Bool, isSent: Bool) {
            self =
                isSent && !isRequired && isNullable
                ? .distinguished : !isRequired || isNullable ? .optional : .plain
        }
    }

    /// The effect of another wrapping around the same type.
    static func between(_ old: Wrapping, _ new: Wrapping) -> SwiftEffect {
        guard old != new else { return .none }
        return SwiftEffect(breaksBuilding: !(old == .plain && new == .optional), breaksReading: true)
    }

    /// The effect of another type inside the same wrapping. `baseName` gives the Swift name of a schema.
    static func between(_ old: Schema, _ new: Schema, baseName: (String) -> String) -> SwiftEffect {
        switch (old.kind, new.kind) {
        case (.array(let old), .array(let new)):
            let inner = between(old, new, baseName: baseName)
            let items = between(
                Wrapping(isRequired: true, isNullable: old.isNullable, isSent: false),
                Wrapping(isRequired: true, isNullable: new.isNullable, isSent: false))
            return inner.joined(items)
        case (.map(let old), .map(let new)):
            let inner = between(old, new, baseName: baseName)
            let values = between(
                Wrapping(isRequired: true, isNullable: old.isNullable, isSent: false),
                Wrapping(isRequired: true, isNullable: new.isNullable, isSent: false))
            return inner.joined(values)
        case (.union(let old), .union(let new)):
            // A further case breaks only code that switches over all of them.
            let before = Set(old.map { Shape($0, baseName: baseName) })
            let after = Set(new.map { Shape($0, baseName: baseName) })
            return SwiftEffect(breaksBuilding: !before.isSubset(of: after), breaksReading: before != after)
        default:
            return Shape(old, baseName: baseName) == Shape(new, baseName: baseName) ? .none : .all
        }
    }

    func joined(_ other: SwiftEffect) -> SwiftEffect {
        SwiftEffect(
            breaksBuilding: breaksBuilding || other.breaksBuilding,
            breaksReading: breaksReading || other.breaksReading)
    }

    /// The Swift type of a schema, as far as it can be told without names: see `TypePlan` of the renderer.
    private indirect enum Shape: Hashable {
        case json, text, date, bytes, whole, number, flag
        /// An enumeration is a structure named after its place, whatever its values.
        case values
        case list(Shape, hasOptionalItems: Bool)
        case map(Shape, hasOptionalValues: Bool)
        case model(String)
        case alternatives(Set<Shape>)

        init(_ schema: Schema, baseName: (String) -> String) {
            switch schema.kind {
            case .unknown, .object: self = .json
            case .string("byte"): self = .bytes
            case .string(let format): self = format == "date-time" ? .date : .text
            case .integer: self = .whole
            case .number: self = .number
            case .map(let values):
                self = .map(Shape(values, baseName: baseName), hasOptionalValues: values.isNullable)
            case .boolean: self = .flag
            case .enumeration, .numbers: self = .values
            case .array(let items):
                self = .list(Shape(items, baseName: baseName), hasOptionalItems: items.isNullable)
            case .reference(let name): self = .model(baseName(name))
            case .union(let members): self = .alternatives(Set(members.map { Shape($0, baseName: baseName) }))
            }
        }
    }
}
