import YAML

extension SpecWriter {
    /// An operation; what all its revisions agree on is said once.
    func operation(_ operation: Operation) -> YAMLValue {
        let shared = SharedFacts(operation.revisions)
        var mapping = MappingBuilder()
        mapping.add("title", operation.title)
        mapping.add("description", shared.description)
        mapping.add("method", shared.method)
        mapping.add("path", shared.path)
        if let pages = shared.pages { add(pages, to: &mapping) }
        mapping.add("revisions", operation.revisions.map { revision($0, shared: shared) })
        return mapping.value(.block)
    }

    func revision(_ revision: Revision, shared: SharedFacts = SharedFacts([])) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("versions", revision.versions)
        if shared.description == nil { mapping.add("description", revision.description) }
        if shared.method == nil { mapping.add("method", revision.method) }
        if shared.path == nil { mapping.add("path", revision.path) }
        if shared.pages == nil { add(revision.pages, to: &mapping) }
        mapping.add("operationId", revision.operationID)
        if revision.isDeprecated { mapping.add("deprecated", .bool(true)) }
        mapping.add("tags", revision.tags)
        if let security = revision.security { mapping.add("security", requirements(security)) }
        mapping.add("state", revision.state)
        mapping.add("parameters", revision.parameters.map(parameter))
        if let request = revision.request { mapping.add("request", self.request(request)) }
        mapping.add(
            "responses", revision.responses.map { YAMLMember($0.statusText, response($0)) }, style: .block)
        mapping.add("lost", Revision.LostTable.allCases.filter(revision.lost.contains).map(\.rawValue))
        if let example = revision.example { mapping.add("example", self.example(example)) }
        return mapping.value(.block)
    }

    /// The pages that something was read from: one by its name, several as a list.
    private func add(_ pages: [String], to mapping: inout MappingBuilder) {
        if pages.count == 1 { mapping.add("source", pages[0]) } else { mapping.add("source", pages) }
    }

    private func example(_ example: CallExample) -> YAMLValue {
        var mapping = MappingBuilder()
        mapping.add("path", example.path)
        mapping.add("headers", example.headers.map { YAMLMember($0.name, .string($0.value)) }, style: .automatic)
        if let body = example.requestBody { mapping.add("request", body.yaml) }
        if let status = example.status { mapping.add("status", .number(String(status))) }
        if let body = example.responseBody { mapping.add("response", body.yaml) }
        return mapping.value(.block)
    }

    /// What all revisions of an operation say alike.
    struct SharedFacts {
        let method: String?
        let path: String?
        let description: String?
        let pages: [String]?

        init(_ revisions: [Revision]) {
            method = Self.common(revisions.map(\.method))
            path = Self.common(revisions.map(\.path))
            description = Self.common(revisions.map(\.description)) ?? nil
            pages = Self.common(revisions.map(\.pages))
        }

        private static func common<Value: Equatable>(_ values: [Value]) -> Value? {
            guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
            return first
        }
    }
}
