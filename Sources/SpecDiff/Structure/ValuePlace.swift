import APIModel

/// Where two types are compared, and what Swift makes of types there.
struct ValuePlace {
    let area: Difference.Area
    let path: SpecPath
    let subject: String
    let oldPlace: SpecPath
    let newPlace: SpecPath
    /// Whether generated code has a type for what stands here: not for failures whose body is not JSON.
    var hasSwiftType = true
    /// How `null` shows in Swift here; `nil` where it does not, as in arguments of methods.
    var nullability: Nullability? = Nullability()

    /// What decides how a type that may be null is wrapped.
    struct Nullability {
        var isRequired = true
        var isSentBefore = false
        var isSentAfter = false
        var isReceivedBefore = false
        var isReceivedAfter = false

        func effect(from old: Bool, to new: Bool) -> SwiftEffect {
            .between(
                SwiftWrapping(isRequired: isRequired, isNullable: old, isSent: isSentBefore),
                SwiftWrapping(isRequired: isRequired, isNullable: new, isSent: isSentAfter))
        }

        /// What it does to Swift that values are only sent or only received: nobody has to invent what travels the
        /// other way.
        func useEffect(from old: Schema, to new: Schema) -> SwiftEffect {
            func insists(on schema: Schema, isSent: Bool, isReceived: Bool) -> Bool {
                isRequired && !(schema.isReadOnly && isSent) && !(schema.isWriteOnly && isReceived)
            }
            return .between(
                SwiftWrapping(
                    isRequired: insists(on: old, isSent: isSentBefore, isReceived: isReceivedBefore),
                    isNullable: new.isNullable, isSent: isSentBefore),
                SwiftWrapping(
                    isRequired: insists(on: new, isSent: isSentAfter, isReceived: isReceivedAfter),
                    isNullable: new.isNullable, isSent: isSentAfter))
        }
    }

    /// The place of the elements of a list here.
    var items: ValuePlace { inner("items", "items of \(subject)") }

    /// The place of one of several types here.
    func alternative(_ index: Int) -> ValuePlace {
        inner("anyOf-\(index + 1)", "alternative \(index + 1) of \(subject)")
    }

    private func inner(_ step: String, _ subject: String) -> ValuePlace {
        ValuePlace(
            area: area, path: path.appending(step), subject: subject, oldPlace: oldPlace, newPlace: newPlace,
            hasSwiftType: hasSwiftType)
    }

    /// The place of a thing with a name of its own below this one; the subject stays.
    func within(_ steps: String...) -> ValuePlace {
        ValuePlace(
            area: area, path: SpecPath(path.steps + steps), subject: subject,
            oldPlace: SpecPath(oldPlace.steps + steps), newPlace: SpecPath(newPlace.steps + steps),
            hasSwiftType: hasSwiftType, nullability: nullability)
    }

    func difference(
        _ change: Change, _ before: String? = nil, _ after: String? = nil, swift: SwiftEffect = .none
    ) -> Difference {
        Difference(
            area, change, at: path, subject: subject, before: before, after: after,
            swift: hasSwiftType ? swift : .none, oldPlace: oldPlace, newPlace: newPlace)
    }

    /// Whether a body is written in another media type. What Swift has for JSON is not what it has for text and files.
    func mediaType(
        from old: (type: String, schema: Schema), to new: (type: String, schema: Schema)
    ) -> Difference? {
        guard old.type.lowercased() != new.type.lowercased() else { return nil }
        let isSame = ContentForm(old.type, old.schema).swiftShape == ContentForm(new.type, new.schema).swiftShape
        return difference(.mediaTypeChanged, "`\(old.type)`", "`\(new.type)`", swift: isSame ? .none : .all)
    }
}

extension ContentForm {
    /// What stands for a body in Swift: one and the same model, in JSON and in forms; a model with files; text; bytes.
    fileprivate var swiftShape: Self { self == .form ? .json : self }
}
