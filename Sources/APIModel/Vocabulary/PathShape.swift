/// A path without the names of its parameters: what a server tells paths apart by.
package struct PathShape: Hashable {
    private let parts: [PathTemplate.Part]

    package init(_ path: String) {
        let template = PathTemplate(path)
        var parts: [PathTemplate.Part] = []
        func add(_ text: String) {
            if case .literal(let before)? = parts.last {
                parts[parts.count - 1] = .literal(before + text)
            } else {
                parts.append(.literal(text))
            }
        }
        for part in template.parts {
            switch part {
            case .literal(let text): add(text)
            case .parameter(let name):
                guard let pattern = template.patterns[name] else {
                    parts.append(.parameter(""))
                    continue
                }
                // `/{name=shelves/*}` and `/shelves/{id}` are one path.
                for (index, step) in pattern.steps.enumerated() {
                    if index > 0 { add("/") }
                    switch step {
                    case .literal(let text): add(text)
                    case .segment: parts.append(.parameter(""))
                    case .rest: parts.append(.parameter("**"))
                    }
                }
            }
        }
        self.parts = parts
    }
}
