import Diagnostics

extension TreeBuilder {
    /// The anchors so far, and how much their aliases have already added to the document.
    struct Anchors {
        /// A node with a name.
        struct Target {
            let node: YAMLNode
            /// How many nodes it stands for, itself included.
            let nodes: Int
            /// How many levels of nesting it brings.
            let height: Int
        }

        private enum State {
            case open
            case defined(Target)
        }

        private var states: [String: State] = [:]
        private var expanded = 0

        /// Notes that the node that `name` stands for has begun.
        mutating func open(_ name: String) { states[name] = .open }

        /// Notes what `name` stands for from here on; a name may be given anew.
        mutating func define(_ name: String, as node: YAMLNode, nodes: Int, height: Int) {
            states[name] = .defined(Target(node: node, nodes: nodes, height: height))
        }

        /// What `name` stands for.
        mutating func resolve(_ name: String, limit: Int, at place: Place) throws -> Target {
            switch states[name] {
            case nil:
                throw refusal(
                    "the alias *\(excerpt(name)) has no anchor &\(excerpt(name)) above it; add the anchor, "
                        + "or put a text that begins with * into quotes", at: place)
            case .open:
                throw refusal(
                    "the alias *\(excerpt(name)) is inside the node that it names; write the value out",
                    at: place)
            case .defined(let target):
                expanded += target.nodes
                guard expanded <= limit else {
                    throw refusal(
                        "the aliases expand to more than \(limit) nodes; write fewer aliases", at: place)
                }
                return target
            }
        }
    }
}
