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
