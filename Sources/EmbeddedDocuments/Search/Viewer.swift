/// The programs that show OpenAPI documents in pages, as data: by what they are called with and by which elements they
/// are known.
struct Viewer {
    /// What people call it.
    let name: String
    /// The functions that pages call, by their paths.
    let calls: Set<String>
    /// The properties and attributes, in lower case without dashes, that name an address.
    let addressKeys: Set<String>
    /// Those that hold a document.
    let documentKeys: Set<String>
    /// What the ids and classes of its elements, and the names of its scripts, begin with or hold.
    let words: [String]
    /// How the settings of a call are read.
    let settings: Settings

    /// The shapes that settings have.
    enum Settings {
        /// `{spec, configUrl, urls, url}`, the first of them that is there.
        case swaggerUI
        /// A document or an address.
        case content
        /// `{content, url, spec: {content, url}, sources: […]}`, or a list of such.
        case scalar
        /// Properties of a component: `specUrl`, `spec`, `apiDescriptionUrl`.
        case component
    }

    /// Every viewer.
    static let all: [Viewer] = [
        Viewer(
            name: "Swagger UI",
            calls: ["SwaggerUIBundle", "SwaggerUI", "SwaggerUi", "SwaggerUICore", "SwaggerUIEs", "swaggerUi"],
            addressKeys: ["swaggerurl", "dataswaggerurl", "dataswagger"], documentKeys: [],
            words: ["swagger-ui", "swagger_ui", "swaggerui"], settings: .swaggerUI),
        Viewer(
            name: "Redoc", calls: ["Redoc.init", "Redoc.hydrate", "redoc.init", "Redoc.default.init"],
            addressKeys: ["specurl", "dataspecurl"], documentKeys: ["spec"],
            words: ["redoc"], settings: .content),
        Viewer(
            name: "Scalar", calls: ["Scalar.createApiReference", "createApiReference", "createScalarReferences"],
            addressKeys: ["dataurl", "dataspecurl"], documentKeys: ["dataspec", "datacontent"],
            words: ["scalar", "api-reference"], settings: .scalar),
        Viewer(
            name: "RapiDoc", calls: ["loadSpec"], addressKeys: ["specurl"], documentKeys: [],
            words: ["rapidoc", "rapi-doc", "rapi-pdf", "rapipdf"], settings: .content),
        Viewer(
            name: "Elements", calls: [], addressKeys: ["apidescriptionurl", "dataapidescriptionurl"],
            documentKeys: ["apidescriptiondocument"], words: ["elements-api", "stoplight", "web-components.min.js"],
            settings: .component),
        Viewer(
            name: "OpenAPI Explorer", calls: [],
            addressKeys: ["specurl", "openapiurl", "dataopenapiurl", "dataopenapi"],
            documentKeys: [], words: ["openapi-explorer", "openapi-ui"], settings: .component),
        Viewer(
            name: "a React component",
            calls: ["React.createElement", "createElement", "jsx", "jsxs", "_jsx", "_jsxs", "jsxDEV"], addressKeys: [],
            documentKeys: [], words: [], settings: .component),
    ]

    /// Options that only settings of Scalar have, whatever program they are handed to.
    static let scalarOptions: Set<String> = [
        "hideModels", "hideDownloadButton", "hideTestRequestButton", "hideClientButton", "hideDarkModeToggle",
        "hideSearch", "showSidebar", "searchHotKey", "forceDarkModeState", "withDefaultFonts", "defaultOpenAllTags",
        "operationsSorter", "tagsSorter", "defaultHttpClient", "hiddenClients", "documentDownloadType",
    ]

    private static let callNames = Set(all.flatMap(\.calls))

    /// Whether a function of this path, or with this last name, is one that pages call.
    static func isCall(_ path: String) -> Bool { callNames.contains(path) }

    /// The viewer that is called by this path.
    static func called(_ path: String) -> Viewer? { all.first { $0.calls.contains(path) } }

    /// The viewer whose property or attribute this is, and whether it holds an address; its name as it is written.
    static func keyed(_ name: String) -> (viewer: Viewer, isAddress: Bool)? {
        let key = name.lowercased().replacing("-", with: "")
        for viewer in all {
            if viewer.addressKeys.contains(key) { return (viewer, true) }
            if viewer.documentKeys.contains(key) { return (viewer, false) }
        }
        return nil
    }

    /// The viewer that an id, a class or a name of a script speaks of.
    static func spokenOf(_ text: String) -> Viewer? {
        let lowered = text.lowercased()
        return all.first { viewer in viewer.words.contains { lowered.contains($0) } }
    }
}
