import APIModel

/// A suite of tests: of one version, or of what several have in common, run once for each of them.
struct TestSuite {
    /// The versions, newest first.
    let versions: [String]
    /// What the suite is called, without the word for its kind.
    let name: String
    /// How tests name types.
    let home: TypePlan.Namespace
    /// How tests say what selects the version.
    let selected: SelectedVersion
    /// The headers of every request whose values are fixed.
    let fixedHeaders: [Service.Header]
    /// The versions for titles.
    let words: String
    private let service: String
    private let namespace: SwiftIdentifier
    private let versionNames: [SwiftIdentifier]
    /// What has all calls of the suite: a version, or protocols.
    private let client: SwiftCode
    private let isComposed: Bool

    init(_ versions: [String], of clients: ClientsView) {
        let names = clients.plan.names
        self.versions = versions
        name = clients.sets.describedName(of: versions)
        home = versions.count == 1 ? .outside(versions[0]) : .outsideOfAll
        namespace = names.namespace
        versionNames = versions.map(names.version)
        let isAlone = versions.count == 1
        let protocols = isAlone ? [versionNames[0]] : clients.sets.protocols(covering: versions)
        isComposed = protocols.count > 1
        client = SwiftCode.joined(protocols.map { "\(names.namespace).\($0)" as SwiftCode }, separator: " & ")
        words = Phrases.versions(versions, of: clients.plan.versionIDs)
        service = clients.model.service.title
        selected = clients.selections.inTest(of: versions)
        let version = clients.versions.first { $0.id == versions[0] }
        fixedHeaders =
            version.map { version in
                var marked = version
                if !isAlone { marked.selected = clients.selections.mark }
                return clients.model.service.fixedHeaders(in: marked)
            } ?? []
    }

    private var isAlone: Bool { versions.count == 1 }

    /// The id of the version that a test is of.
    var versionID: SwiftCode { isAlone ? SwiftCode.string(versions[0]) : "version.id" }

    /// The first argument of what makes the client.
    var leading: SwiftCode { isAlone ? "" : "version, " }

    /// What stands before a test.
    func attribute(_ title: String) -> SwiftCode {
        let items = [SwiftCode.string(title)] + (isAlone ? [] : ["arguments: versions"])
        return Layout.list(items, open: "@Test(", close: ")", indent: 4)
    }

    /// Sets what the templates name of the suite; `title` says of what kind its tests are.
    func set(in context: inout TemplateContext, title: String) {
        context.set("namespace", namespace)
        context.set("suite", SwiftIdentifier(name))
        let ids = isAlone ? versions[0] : words
        context.set("title", SwiftCode.string("\(service) \(ids) \(title)"))
        context.set("client", client)
        let type: SwiftCode = isAlone ? "Version" : "any Version"
        context.set("type", type)
        let parameter: SwiftCode = "_ version: any Version.Type"
        let parameters = isAlone ? [] : [parameter]
        context.set(
            "clientSignature",
            Layout.list(
                parameters + ["_ transport: RecordingTransport", "_ recorder: DeviationRecorder"],
                open: "private func client(", close: ") throws -> \(type) {", indent: 4))
        context.set(
            "serviceSignature",
            Layout.list(
                parameters + [
                    "keeping: Bool = false", "_ body: (MockService, \(type), ResponseRecorder) async throws -> Void",
                ], open: "private func withService(", close: ") async throws {", indent: 4))
        context.set("parameter", isAlone ? "" : "version: any Version.Type")
        context.set("argument", isAlone ? "" : "(version)")
        context.set("leading", leading)
        context.set("made", isAlone ? "Version" : "version")
        context.set("maker", isAlone ? "Version" : "version.init")
        var shared: TemplateContext?
        if !isAlone {
            var content = TemplateContext()
            let protocols: SwiftCode = isComposed ? "(\(client))" : client
            let list = versionNames.map { "\(namespace).\($0).self" as SwiftCode }
            content.set(
                "versions",
                Layout.list(
                    list, open: "private let versions: [any \(protocols).Type] = [", close: "]", indent: 0,
                    hasTrailingComma: true))
            shared = content
        }
        context.set("shared", shared)
    }
}
