import APIModel

/// The modules of our own that generated code needs.
enum RuntimeModules {
    /// Those of a service: the runtime, and what belongs to the platform whose signatures it wants.
    static func names(_ service: Service) -> [String] {
        service.authentication == .scpHMAC ? ["SCPRuntime", "ServiceRuntime"] : ["ServiceRuntime"]
    }

    /// The names for templates.
    static func contexts(_ service: Service) -> [TemplateContext] {
        names(service).map { module in
            var entry = TemplateContext()
            entry.set("name", SwiftIdentifier(module))
            return entry
        }
    }
}
