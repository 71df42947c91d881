public import Diagnostics
public import YAML

/// What people know better than the page: confirmations, corrections and removals, applied at every import.
///
/// After the idea of the OpenAPI Overlay Specification: each action has a target and one verb, and here a reason too.
public struct Overlay: Sendable {
    /// The only format that this version of the package reads (`overlay: 1`).
    public static let format = 1

    /// The actions, in the order in which they are applied.
    public var actions: [Action]

    /// An overlay of actions.
    public init(actions: [Action]) { self.actions = actions }

    /// The actions on resources, which are inferred from what all other actions leave.
    public var onResources: Overlay { Overlay(actions: actions.filter { $0.target.steps.first == "resources" }) }

    /// The actions on everything but resources.
    public var onDocumentation: Overlay { Overlay(actions: actions.filter { $0.target.steps.first != "resources" }) }

    /// One thing that is done to a spec.
    public struct Action: Sendable {
        /// What it is done to; `*` in the place of a version stands for every version.
        public var target: SpecPath
        /// What is done.
        public var verb: Verb
        /// Why, in words.
        public var reason: String
        /// Where the action stands in its file.
        public var location: SourceLocation

        /// An action; `target` is one as ``OverlayReader`` accepts it.
        init(target: SpecPath, verb: Verb, reason: String, location: SourceLocation) {
            self.target = target
            self.verb = verb
            self.reason = reason
            self.location = location
        }
    }

    /// What an action does.
    public enum Verb: Sendable {
        /// Holds what was recovered at and below the target to be right; with the name of the schema that a body was
        /// recovered as, if the action tells it.
        case confirm(schema: String?)
        /// Puts these keys in the place of those of the target, or adds the target where only its parent exists; a
        /// key with `null` is taken out. Where the keys tell a type that was recovered so far, the action counts as a
        /// confirmation too.
        case update([YAMLMember])
        /// Takes the target out.
        case remove
    }
}

/// What applying an overlay gave.
public struct OverlayResult: Sendable {
    /// The document with all actions done.
    public var document: SpecDocument
    /// Actions that did nothing or that meet something else than they expect.
    public var findings: [Diagnostic]
}

/// What can be wrong with an overlay that could be read, as data.
public enum OverlayRules {
    /// An action without anything to act on.
    public static let noMatch = Rule(
        "overlay-no-match", .warning, meaning: "An action of the overlay matches nothing of the page any more.",
        remedy: "Correct the target, or delete the action.")
    /// An action that changes nothing.
    public static let redundant = Rule(
        "overlay-redundant", .warning, meaning: "The page says by itself what an action of the overlay says.",
        remedy: "Delete the action.")
    /// A confirmation of something else.
    public static let conflict = Rule(
        "overlay-conflict", .warning, meaning: "An action confirms a schema and another one was recovered.",
        remedy: "Look at both; confirm the one that is right, or state it with `update`.")

    /// All rules of overlays.
    public static let all: [Rule] = [noMatch, redundant, conflict]
}
