/// A path without the names of its parameters: what a server tells paths apart by.
package struct PathShape: Hashable {
    private let parts: [PathTemplate.Part]

    package init(_ path: String) {
        parts = PathTemplate(path).parts.map { part in
            if case .parameter = part { .parameter("") } else { part }
        }
    }
}
