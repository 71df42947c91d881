extension ConfigurationKey {
    /// All keys, in the order of the reference.
    static let all: [ConfigurationKey] = [
        ConfigurationKey(
            .apidoc, .file, .format, meaning: "The number of the format. Every configuration has it.",
            example: "apidoc: 1"),
        ConfigurationKey(
            .templates, .file, .path, fallback: "the built-in templates",
            meaning: "A folder of templates. Each takes the place of the built-in one of the same name.",
            example: "templates: templates"),
        ConfigurationKey(
            .output, .file, .path, fallback: "`Generated`", meaning: "The folder that the modules go into.",
            example: "output: Generated"),
        ConfigurationKey(
            .spec, .anywhere, .path, meaning: "The spec of one service.", example: "spec: spec/backup.yaml"),
        ConfigurationKey(
            .specs, .anywhere, .path,
            meaning: "A folder. Each file `*.yaml` in it is the spec of a service, except `*.overlay.yaml` and "
                + "`*.names.yaml`.",
            example: "specs: spec"),
        ConfigurationKey(
            .services, .file, .services,
            meaning: "Several services. Each entry has `spec` or `specs`, and options of its own.",
            example: "services:\n  - spec: spec/backup.yaml\n  - spec: spec/greenhouse.yaml\n    tests: false"),
        ConfigurationKey(
            .module, .oneService, .identifier, fallback: "made from the service",
            meaning: "The name of the module and of its folder.", example: "module: SCPBackup"),
        ConfigurationKey(
            .namespace, .oneService, .identifier, fallback: "made from the service",
            meaning: "The name of the enumeration around everything that is generated.", example: "namespace: Backup"),
        ConfigurationKey(
            .access, .anywhere, .word(AccessLevel.allCases.map(\.rawValue)), fallback: "`public`",
            meaning: "Who can use the generated code.", example: "access: package"),
        ConfigurationKey(
            .versions, .anywhere, .wordOrIDs(VersionSelection.words.map(\.word)), fallback: "`all`",
            meaning: "The versions to generate: their ids, `latest` for the newest current one, `supported` for all "
                + "that are not deprecated, or `all`.",
            example: "versions: [\"1.2\", \"1.1\"]"),
        ConfigurationKey(
            .selector, .oneService,
            .texts([
                (
                    "by",
                    "The part of a request: \(VersionSelectorChoice.kinds.map { "`\($0)`" }.joined(separator: ", ")). Always "
                        + "there."
                ),
                ("name", "The name of the header or query item."),
                ("pattern", "The whole value, with `{version}` for what differs from version to version."),
            ]),
            fallback: "what the spec says",
            meaning: "How a request says which version it means, in place of what the spec says. Clients send it, and "
                + "callers never pass it; `by: none` makes an argument of it again.",
            example: "selector: {by: header, name: X-Things-Version, pattern: \"{version}\"}"),
        ConfigurationKey(
            .paging, .oneService, .paging, fallback: "what the spec says",
            meaning: "How lists are read page by page, by the id of the operation that lists, in place of what the "
                + "spec says. An overlay says it for the mock service and for exports too.",
            example: "paging:\n  listBackups: {by: marker, position: marker, size: limit, next: /page/next_marker}\n"
                + "  listPolicies: {by: none}"),
        ConfigurationKey(
            .operations, .anywhere,
            .patterns([
                ("include", "The operations to generate. All where it is missing."),
                ("exclude", "The operations to leave out, of those that are included."),
            ]),
            fallback: "all operations",
            meaning: "The operations to generate, by id. `*` stands for any characters. Schemas that they do not reach "
                + "are left out.",
            example: "operations: {include: [createBackup, \"list*\"], exclude: [\"*Agent*\"]}"),
        ConfigurationKey(
            .schemas, .anywhere,
            .patterns([("include", "The schemas to keep, with those that they refer to.")]),
            fallback: "all schemas; with `operations`, those that the operations reach",
            meaning: "The schemas to keep beyond those that the operations reach. `*` stands for any characters. All "
                + "others are left out.",
            example: "schemas: {include: [\"Backup*\"]}"),
        ConfigurationKey(
            .types, .anywhere, .types, fallback: "every schema is generated",
            meaning: "Schemas that are a type that exists already, instead of a generated one.",
            example: "types: {BackupID: \"Foundation.UUID\"}"),
        ConfigurationKey(
            .imports, .anywhere, .identifiers, fallback: "none",
            meaning: "The modules that generated code imports for `types`.", example: "imports: [Foundation]"),
        ConfigurationKey(
            .names, .anywhere, .names, fallback: "the names of the file of names",
            meaning: "Names in Swift. The keys are those of the file of names.",
            example: "names:\n  operations: {listBackups: backups}\n  types:\n    shared: {Tag: BackupTag}"),
        ConfigurationKey(
            .namesFile, .oneService, .path, fallback: "`NAME.names.yaml` beside the spec `NAME.yaml`",
            meaning: "The file that keeps the names in Swift from one run to the next.",
            example: "namesFile: backup.names.yaml"),
        ConfigurationKey(
            .hashable, .anywhere, .flag, fallback: "`false`",
            meaning: "Whether models are `Hashable` and not only `Equatable`, at the price of longer builds.",
            example: "hashable: true"),
        ConfigurationKey(
            .dates, .anywhere, .word(DateRepresentation.allCases.map(\.rawValue)), fallback: "`date`",
            meaning: "What members with dates and times are in Swift: `Date`, or the text as the service sent it.",
            example: "dates: string"),
        ConfigurationKey(
            .numbers, .anywhere, .word(NumberRepresentation.allCases.map(\.rawValue)), fallback: "`double`",
            meaning: "What members with numbers are in Swift: `Double` or `Decimal`.", example: "numbers: decimal"),
        ConfigurationKey(
            .tests, .anywhere, .flag, fallback: "`true`", meaning: "Whether a module of tests is made too.",
            example: "tests: false"),
    ]
}
