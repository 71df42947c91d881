import APIModel

/// The values of pairs whose names have brackets: `filter[state]=on` is the value of `state` within `filter`.
struct FieldNode {
    private(set) var texts: [String] = []
    private(set) var members: [Member] = []

    /// What stands in brackets, with its value.
    struct Member {
        let name: String
        fileprivate(set) var node: FieldNode
    }

    /// What the pairs say of the field called `name`; `nil` where none is about it.
    init?(_ name: String, _ pairs: [FieldPair]) {
        for pair in pairs {
            if let steps = Self.steps(of: pair.name, within: name) { add(steps[...], pair.value) }
        }
        if texts.isEmpty, members.isEmpty { return nil }
    }

    private init() {}

    /// The names between the brackets after `name`; none where a name is just that, `nil` where it is another.
    static func steps(of name: String, within field: String) -> [String]? {
        guard name.hasPrefix(field) else { return nil }
        var rest = name.dropFirst(field.count)
        var steps: [String] = []
        while !rest.isEmpty {
            guard rest.first == "[", let close = rest.firstIndex(of: "]") else { return nil }
            steps.append(String(rest[rest.index(after: rest.startIndex)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return steps
    }

    private mutating func add(_ steps: ArraySlice<String>, _ text: String) {
        guard let first = steps.first else { return texts.append(text) }
        // An empty step, as in `a[][b]`, begins a new element where the last one has the member already.
        let isNext =
            first.isEmpty && steps.count > 1
            && members.last.map { last in last.node.members.contains { $0.name == steps.dropFirst().first } } ?? false
        if !isNext, let index = members.lastIndex(where: { $0.name == first }) {
            members[index].node.add(steps.dropFirst(), text)
        } else {
            var node = FieldNode()
            node.add(steps.dropFirst(), text)
            members.append(Member(name: first, node: node))
        }
    }

    /// Whether the members are the numbers or empty names of a list: `a[0]`, `a[]`.
    var isIndexed: Bool {
        !members.isEmpty && members.allSatisfy { $0.name.utf8.allSatisfy { (48...57).contains($0) } }
    }

    /// The elements where a list of objects repeats the name of each member: `a[x]=1&a[x]=2`.
    var elements: [FieldNode] {
        let count = members.map { max(1, $0.node.texts.count) }.max() ?? 0
        return (0..<count).map { number in
            var element = FieldNode()
            for stated in members {
                let node = stated.node
                if node.texts.isEmpty {
                    if number == 0 { element.members.append(stated) }
                } else if number < node.texts.count {
                    var member = FieldNode()
                    member.texts = [node.texts[number]]
                    element.members.append(FieldNode.Member(name: stated.name, node: member))
                }
            }
            return element
        }
    }
}
