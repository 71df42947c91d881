public import APIModel

/// What users may choose about generated code.
public struct RenderingOptions: Sendable, Hashable {
    /// Who may use generated declarations.
    public enum AccessLevel: String, Sendable, Hashable, CaseIterable {
        /// Every module that imports the generated one.
        case `public`
        /// Every module of the same package.
        case package
        /// The generated module alone: for code that is generated into a module of the user's own.
        case `internal`

        /// The modifier in front of a declaration, with the space after it; nothing where Swift assumes it.
        var modifier: SwiftCode {
            switch self {
            case .public: "public "
            case .package: "package "
            case .internal: ""
            }
        }

        /// The modifier in front of the import of a module that no declaration of the file shows to others.
        ///
        /// Swift takes an import without a modifier for a public one, which agrees with `public import` elsewhere in the
        /// module and contradicts `package import`. And it warns of an import that reaches further than it is used.
        var hiddenImport: SwiftCode { self == .package ? "internal " : "" }
    }

    /// How types and calls are spread over files.
    public enum Layout: String, Sendable, Hashable, CaseIterable {
        /// Folders and files named after what is in them.
        case folders
        /// The files of ``SwiftRenderer/fixedFiles``, whatever the service: a build plugin has to name its outputs
        /// before anything is read.
        case fixed
    }

    /// Whether models and unions are `Hashable`, and not only `Equatable`.
    ///
    /// Off unless asked for: it costs about a quarter of the time of a release build, and few programs need it.
    public var isHashable = false
    /// Who may use generated declarations.
    public var access = AccessLevel.public
    /// The versions of the service that are not generated, by their ids: code that names one is told why.
    public var leftOutVersions: [String] = []
    /// The name of the module; `nil` makes it from the provider and the title of the service.
    public var module: String?
    /// The name of the namespace; `nil` makes it from the title of the service.
    public var namespace: String?
    /// What values become.
    public var choices = SwiftTypeChoices()
    /// Modules that generated code imports beside the runtime, for ``SwiftTypeChoices/types``.
    public var imports: [String] = []
    /// How types and calls are spread over files.
    public var layout = Layout.folders

    /// The choices of someone who says nothing.
    public init() {}

    /// The protocols of models and unions.
    func conformances(_ coding: SwiftCode) -> SwiftCode {
        "\(coding), \(isHashable ? "Hashable" : "Equatable" as SwiftCode), Sendable"
    }

    /// What all templates may name, whatever they render.
    func setCommonValues(in context: inout TemplateContext) {
        context.set("access", access.modifier)
        context.set("hiddenImport", access.hiddenImport)
        // Only a public import can be passed on.
        context.set("isExported", access == .public)
        // Swift warns of a public import that no declaration of the file needs.
        context.set(
            "imports",
            (context.namesOwnTypes ? Set(imports).sorted() : []).map { module in
                var entry = TemplateContext()
                entry.set("name", SwiftIdentifier(module))
                return entry
            })
    }
}
