import APIModel

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
    /// The effect of another wrapping around the same type.
    static func between(_ old: SwiftWrapping, _ new: SwiftWrapping) -> SwiftEffect {
        guard old != new else { return .none }
        return SwiftEffect(breaksBuilding: !(old == .plain && new == .optional), breaksReading: true)
    }

    func joined(_ other: SwiftEffect) -> SwiftEffect {
        SwiftEffect(
            breaksBuilding: breaksBuilding || other.breaksBuilding,
            breaksReading: breaksReading || other.breaksReading)
    }
}

extension SchemaPairs {
    /// What it does to Swift that values have another type, whatever is wrapped around it.
    func swiftEffect(from old: Schema, to new: Schema) -> SwiftEffect {
        effect(from: documents.old.swift.type(of: old, at: ""), to: documents.new.swift.type(of: new, at: ""))
    }

    private func effect(from old: SwiftType, to new: SwiftType) -> SwiftEffect {
        switch (old, new) {
        case (.list(let old, let before), .list(let new, let after)),
            (.dictionary(let old, let before), .dictionary(let new, let after)):
            let wrapping = SwiftEffect.between(before ? .optional : .plain, after ? .optional : .plain)
            return effect(from: old, to: new).joined(wrapping)
        case (.spelledOut(_, .union(let old)), .spelledOut(_, .union(let new))):
            // A further case breaks only code that switches over all of them.
            let before = Set(old.map { documents.old.swift.type(of: $0, at: "").withoutNames })
            let after = Set(new.map { documents.new.swift.type(of: $0, at: "").withoutNames })
            return SwiftEffect(breaksBuilding: !before.isSubset(of: after), breaksReading: before != after)
        default: return old.withoutNames == new.withoutNames ? .none : .all
        }
    }
}

extension SwiftType {
    /// The type as far as code can tell that stays in its version: without the version in names, without values, which are
    /// members of an open structure, and without the cases of unions, which are compared by themselves.
    fileprivate var withoutNames: SwiftType {
        switch self {
        case .ready, .own: self
        case .declared(let name): .declared(VersionedName(name).base)
        case .list(let item, let hasNull): .list(item.withoutNames, hasNull: hasNull)
        case .dictionary(let value, let hasNull): .dictionary(value.withoutNames, hasNull: hasNull)
        case .spelledOut(_, .enumeration): .spelledOut(place: "", .enumeration([]))
        case .spelledOut(_, .numbers(let type, _)): .spelledOut(place: "", .numbers(type: type, []))
        case .spelledOut: .spelledOut(place: "", .union([]))
        }
    }
}
