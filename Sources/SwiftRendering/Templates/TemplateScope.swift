import Mustache
import Synchronization

/// Values as the template engine asks for them; it tells of the names that nothing provides.
struct TemplateScope: MustacheParent {
    let context: TemplateContext
    let lookups: TemplateLookups
    /// The engine asks from the innermost scope outwards; what the outermost one lacks is known nowhere.
    var isOutermost = false

    func child(named marked: String) -> Any? {
        guard let mark = TemplateMark(marked) else { return nil }
        switch context[mark.name] {
        case .code(let code):
            lookups.found()
            return code.source
        case .deferred(let code):
            lookups.found()
            return code().source
        case .comment(let source), .markdown(let source):
            lookups.found()
            return source
        case .flag(let flag):
            lookups.found()
            return flag
        case .part(let part):
            lookups.found()
            return part.map { TemplateScope(context: $0, lookups: lookups) as Any } ?? false
        case .list(let list):
            lookups.found()
            return list.map { TemplateScope(context: $0, lookups: lookups) }
        case nil:
            lookups.lacks(mark, context, isLast: isOutermost || mark.isWithin)
            return nil
        }
    }
}

/// The names that were looked for and are nowhere.
final class TemplateLookups: Sendable {
    private struct State {
        /// The scopes that lack the name that is being looked for.
        var passed: [TemplateContext] = []
        var unknown: [Int: Unknown] = [:]
    }

    /// A name that is nowhere, and those that could have stood in its place.
    struct Unknown {
        let name: String
        let known: [String]
    }

    private let storage = Mutex(State())

    /// What was missed, by the number of the tag.
    var unknown: [Int: Unknown] { storage.withLock { $0.unknown } }

    /// Ends the search for a name.
    func found() { storage.withLock { $0.passed = [] } }

    /// Notes that a scope lacks a name, and that the name is unknown where no further scope is asked.
    func lacks(_ mark: TemplateMark, _ context: TemplateContext, isLast: Bool) {
        storage.withLock { state in
            if mark.isWithin { state.passed = [] }
            state.passed.append(context)
            guard isLast else { return }
            if state.unknown[mark.tag] == nil {
                let known = Set(state.passed.flatMap(\.names)).sorted()
                state.unknown[mark.tag] = Unknown(name: mark.name, known: known)
            }
            state.passed = []
        }
    }
}
