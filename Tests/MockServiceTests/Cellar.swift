import APISpec

/// The service of tests that need little more than some operations.
enum Cellar {
    /// A spec of one version with `body`: its operations, schemas and resources.
    static func document(_ body: String) throws -> SpecDocument {
        let head = """
            apidoc: 1
            service: {id: cellar, title: Cellar, server: {url: 'https://cellar.example.com'}}
            versions: {'1': {status: current}}

            """
        return try SpecReader().read(Array((head + body).utf8), file: "cellar.yaml").document
    }
}

extension Cellar {
    /// The operations upon jars that are asked for, each with what a spec says of it: its request, its responses.
    ///
    /// Those upon one jar have its id in their path; `id` is the type of it in the words of specs.
    static func jars(
        id: String = "type: string", list: String? = nil, add: String? = nil, show: String? = nil,
        replace: String? = nil, change: String? = nil, drop: String? = nil
    ) -> String {
        let one = "/jars/{jar_id}"
        let operations: [(name: String, method: String, path: String, facts: String?)] = [
            ("list", "GET", "/jars", list), ("add", "POST", "/jars", add), ("show", "GET", one, show),
            ("replace", "PUT", one, replace), ("change", "PATCH", one, change), ("drop", "DELETE", one, drop),
        ]
        return operations.reduce(into: "operations:\n") { text, operation in
            guard let facts = operation.facts else { return }
            let place = "parameters: [{name: jar_id, in: path, \(id), required: true}], "
            text += """
                  \(operation.name)Jar\(operation.name == "list" ? "s" : ""):
                    title: \(operation.name.prefix(1).uppercased() + operation.name.dropFirst()) Jar
                    method: \(operation.method)
                    path: \(operation.path)
                    revisions: [{versions: ['1'], \(operation.path == one ? place : "")\(facts)}]

                """
        }
    }
}
