/// The media types that ask for a version where media types select it and a response has none of its own.
struct VersionedMediaTypes {
    /// The type of all schemas, by the ids of versions; empty where each schema has its own, or where something else
    /// selects the version.
    private var common: [String: String] = [:]
    /// The first type that answers of a version have, by paths; that of all paths stands under the empty one.
    private var byPath: [String: [String: String]] = [:]

    init(_ document: SpecDocument) {
        guard let selector = document.service.selector, selector.kind == .mediaType else { return }
        guard selector.pattern.contains("{schema}") else {
            for version in document.versions { common[version.id] = selector.text(for: version.selectorValue) }
            return
        }
        let values = Dictionary(
            document.versions.map { ($0.id, $0.selectorValue) }, uniquingKeysWith: { first, _ in first })
        for operation in document.operations where !selector.omittedBy.contains(operation.id) {
            for revision in operation.revisions {
                let answers = revision.responses.filter(\.isSuccess) + revision.responses.filter { !$0.isSuccess }
                let types =
                    answers.filter { $0.schema != nil }.map(\.mediaType)
                    + [revision.request?.mediaType].compactMap(\.self)
                guard let type = types.first(where: { $0.contains(VersionSelector.placeholder) }) else { continue }
                for version in revision.versions {
                    guard let value = values[version] else { continue }
                    let filled = VersionSelector.filled(type, with: value)
                    for path in [revision.path, ""] where byPath[version]?[path] == nil {
                        byPath[version, default: [:]][path] = filled
                    }
                }
            }
        }
    }

    /// The type that a call of `path` asks with: that of another operation of the same path before those of others.
    func type(of version: String, at path: String) -> String? {
        common[version] ?? byPath[version]?[path] ?? byPath[version]?[""]
    }
}
