import Diagnostics
import YAML

/// One reading of a configuration: its values, and what is wrong with it.
struct ConfigurationReading {
    let file: String
    private(set) var problems: [Diagnostic] = []
    private var templates: Located<String>?
    private var output: Located<String>?
    /// The modules that are spoken for in lower case, since file systems may not tell cases apart, with their lines.
    private var modules: [String: Int] = [:]

    init(file: String) { self.file = file }

    mutating func problem(_ message: String, at location: SourceLocation) {
        problems.append(.error(message, at: location))
    }

    /// The configuration that the root of the file gives; of use only where there are no problems.
    mutating func configuration(_ root: YAMLNode) -> Configuration {
        let options = options(root, "a configuration", rows: ConfigurationKey.ofFile)
        var services: [ServiceConfiguration] = []
        if let node = root[KeyName.services.rawValue] {
            checkDefaults(root)
            services = self.services(node, defaults: options)
        } else if let source = source(options, root, "a configuration", "`spec`, `specs` or `services`") {
            services = [options.service(source, at: root.location, defaults: ServiceOptions())]
        }
        for service in services { claimModules(of: service) }
        let standard = Located(RelativePath.joined("Generated", toFolderOf: file), at: SourceLocation(file: file))
        return Configuration(templates: templates, output: output ?? standard, services: services)
    }

    private mutating func services(_ node: YAMLNode, defaults: ServiceOptions) -> [ServiceConfiguration] {
        guard let items = node.items else {
            problem("`services` is a list of entries with `spec` or `specs`", at: node.location)
            return []
        }
        if items.isEmpty { problem("`services` is empty; name a spec", at: node.location) }
        return items.compactMap { item in
            guard item.entries != nil else {
                problem("an entry of `services` is a mapping with `spec` or `specs`", at: item.location)
                return nil
            }
            let options = options(item, "an entry of `services`", rows: ConfigurationKey.ofEntry)
            return source(options, item, "an entry of `services`", "`spec` or `specs`")
                .map { options.service($0, at: item.location, defaults: defaults) }
        }
    }

    /// Where the specs of a mapping are; reports what contradicts it.
    private mutating func source(
        _ options: ServiceOptions, _ node: YAMLNode, _ place: String, _ choices: String
    ) -> ServiceConfiguration.Source? {
        let spec = key(.spec, of: node)
        guard let specs = key(.specs, of: node) else {
            if spec == nil { problem("\(place) names its specs with \(choices)", at: node.location) }
            return options.spec.map { .spec($0) }
        }
        if let spec {
            problem("`spec` and `specs` exclude each other; keep one", at: max(spec, specs))
            return nil
        }
        for entry in oneServiceEntries(node) {
            problem(
                "`\(entry.key.text)` is for one service, and `specs` is a folder of them; name the specs one by one "
                    + "under `services`", at: entry.key.location)
        }
        return options.specs.map { .folder($0) }
    }

    /// Reports what cannot stand beside `services`.
    private mutating func checkDefaults(_ root: YAMLNode) {
        for name in [KeyName.spec, .specs] {
            guard let location = key(name, of: root) else { continue }
            problem(
                "`\(name.rawValue)` and `services` exclude each other; make `\(name.rawValue)` an entry of `services`",
                at: location)
        }
        for entry in oneServiceEntries(root) {
            problem(
                "`\(entry.key.text)` is for one service; write it into the entry of its service",
                at: entry.key.location)
        }
    }

    private func oneServiceEntries(_ node: YAMLNode) -> [YAMLNode.Entry] {
        (node.entries ?? []).filter { entry in
            KeyName(rawValue: entry.key.text).flatMap { ConfigurationKey.row($0) }?.place == .oneService
        }
    }

    private func key(_ name: KeyName, of node: YAMLNode) -> SourceLocation? {
        node.entries?.first { $0.key.text == name.rawValue }?.key.location
    }

    /// Reports modules that two services would write: their own, and those of their tests.
    private mutating func claimModules(of service: ServiceConfiguration) {
        guard let module = service.module else { return }
        for name in [module.value] + (service.makesTests ? [module.value + "Tests"] : []) {
            if let line = modules[name.lowercased()] {
                problem(
                    "the module `\(name)` belongs to the service of line \(line) already; choose another name",
                    at: module.location)
                return
            }
        }
        modules[module.value.lowercased()] = module.location.line
        if service.makesTests { modules[module.value.lowercased() + "tests"] = module.location.line }
    }

    /// The options of a mapping, which has no keys beyond those of `rows`.
    private mutating func options(_ node: YAMLNode, _ place: String, rows: [ConfigurationKey]) -> ServiceOptions {
        var options = ServiceOptions()
        for entry in node.entries ?? [] {
            guard let row = rows.first(where: { $0.name.rawValue == entry.key.text }) else {
                unknownKey(entry, place, among: rows.map(\.name.rawValue))
                continue
            }
            take(row.name, entry.value, &options)
        }
        return options
    }

    mutating func unknownKey(_ entry: YAMLNode.Entry, _ place: String, among names: [String]) {
        if place == "an entry of `services`", KeyName(rawValue: entry.key.text) != nil {
            problem("`\(entry.key.text)` stands at the top of the file, for all services", at: entry.key.location)
            return
        }
        let hint = NearestWord.suggestion(for: entry.key.text, among: names)
        problem("\(place) has no key `\(shortened(entry.key.text))`; \(hint)", at: entry.key.location)
    }

    private mutating func take(_ name: KeyName, _ node: YAMLNode, _ options: inout ServiceOptions) {
        switch name {
        case .apidoc, .services: break  // Read before, and after.
        case .templates: templates = path(name, node)
        case .output: output = path(name, node)
        case .spec: options.spec = path(name, node)
        case .specs: options.specs = path(name, node)
        case .module: options.module = identifier(name, node)
        case .namespace: options.namespace = identifier(name, node)
        case .access: options.access = word(name, node)
        case .versions: options.versions = versions(node)
        case .selector: options.selector = selector(node)
        case .paging: options.paging = paging(node)
        case .operations:
            options.operations = selection(name, node).map {
                OperationSelection(include: $0["include"] ?? [], exclude: $0["exclude"] ?? [])
            }
        case .schemas: options.schemas = selection(name, node).map { $0["include"] ?? [] }
        case .types: options.types = types(node)
        case .imports:
            options.imports = list(name, node, of: "names of modules").compactMap { identifier(name, $0) }
        case .names: options.names = names(node)
        case .namesFile: options.namesFile = path(name, node)
        case .hashable: options.hashable = flag(name, node)
        case .dates: options.dates = word(name, node)
        case .numbers: options.numbers = word(name, node)
        case .tests: options.tests = flag(name, node)
        }
    }
}
