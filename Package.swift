// swift-tools-version: 6.2
import PackageDescription

/// What only the tool and its plugins need; left out for packages that merely call a generated client.
let generator: TargetDependencyCondition? = .when(traits: ["Generator"])
/// What the transport over async-http-client needs. `Generator` brings it too, so that one trait is ever enabled:
/// SwiftPM 6.3 passes several in an order that changes with each planning, and then compiles everything anew.
let network: TargetDependencyCondition? = .when(traits: ["AsyncHTTPClient", "Generator"])

/// A warning is an error in our own scripts, which set the variable. It is none for users: SwiftPM's newer build system
/// suppresses the warnings of dependencies, and the compiler refuses to be told both.
let warnings: [SwiftSetting] =
    Context.environment["APIDOC_WARNINGS"] == "error" ? [.treatAllWarnings(as: .error)] : []

/// What every target of ours is compiled with.
let settings: [SwiftSetting] =
    warnings + [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]

/// Products of other packages.
let argumentParser: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser", condition: generator)
let asyncHTTPClient: Target.Dependency = .product(
    name: "AsyncHTTPClient", package: "async-http-client", condition: network)
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird", condition: generator)
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache", condition: generator)
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio", condition: network)
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio", condition: network)
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio", condition: network)
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl", condition: network)
let serviceLifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: generator)
let unixSignals: Target.Dependency = .product(
    name: "UnixSignals", package: "swift-service-lifecycle", condition: generator)

let package = Package(
    name: "swift-apidoc-generator",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "apidoc", targets: ["apidoc"]),
        .executable(name: "apidoc-generate", targets: ["apidoc-generate"]),
        // What the tool does as a library, with the modules whose types it takes and gives.
        .library(
            name: "ApidocKit",
            targets: [
                "ApidocKit", "APIModel", "APISpec", "Diagnostics", "OpenAPIExport", "PageFetching", "SpecDiff",
                "SwiftRendering",
            ]),
        .library(name: "ApidocNetwork", targets: ["ApidocNetwork"]),
        .library(name: "ServiceRuntime", targets: ["ServiceRuntime"]),
        .library(name: "SCPRuntime", targets: ["SCPRuntime"]),
        .library(name: "AsyncHTTPClientTransport", targets: ["AsyncHTTPClientTransport"]),
        .library(name: "URLSessionTransport", targets: ["URLSessionTransport"]),
        .library(name: "ServiceTesting", targets: ["ServiceTesting"]),
        .library(name: "MockService", targets: ["MockService"]),
        .plugin(name: "APIDocGenerator", targets: ["APIDocGenerator"]),
        .plugin(name: "APIDocGeneratorCommand", targets: ["APIDocGeneratorCommand"]),
    ],
    traits: [
        .trait(
            name: "Generator",
            description:
                "The command line tool, its plugins, the mock service and the transport over async-http-client."),
        .trait(name: "AsyncHTTPClient", description: "Of these only the transport over async-http-client."),
        .default(enabledTraits: ["Generator"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        // Only its core, which needs none of its traits; two that are on come to the compiler in an order that changes.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // C libraries of the system
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(
            name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),

        // What the tool and generated code share; it needs nothing but the standard library
        .target(name: "CivilCalendar"),
        .target(name: "Foundations", dependencies: ["CivilCalendar"]),

        // From the page to the spec
        .target(name: "Diagnostics"),
        .target(name: "Patterns"),
        .target(name: "OutputFiles", dependencies: ["Diagnostics", "Foundations"]),
        .target(name: "YAML", dependencies: ["CLibYAML", "Diagnostics", "Foundations"]),
        .target(name: "ConfigurationFile", dependencies: ["YAML", "Diagnostics", "Foundations"]),
        .target(name: "HTMLTokens"),
        .target(name: "Documentation", dependencies: ["CLibXML2", "Diagnostics", "HTMLTokens"]),
        // The words for services, and what follows from them; specs are files of these
        .target(name: "APIModel", dependencies: ["Diagnostics", "Foundations"]),
        // What JSON Schema demands of values besides their types
        .target(name: "SchemaChecks", dependencies: ["APIModel", "Foundations", "Patterns"]),
        .target(name: "APISpec", dependencies: ["APIModel", "YAML", "Diagnostics", "Foundations"]),
        .target(name: "EmbeddedDocuments", dependencies: ["Diagnostics", "HTMLTokens"]),
        // Who uses the model by way of `APISpec` depends on it all the same: SwiftPM builds nobody else again where it changes.
        .target(name: "DocumentationImport", dependencies: ["Documentation", "APIModel", "APISpec", "Diagnostics"]),
        .target(name: "PageDialects", dependencies: ["Documentation", "YAML", "Diagnostics", "Foundations"]),
        .target(name: "Recovery", dependencies: ["APIModel", "APISpec", "Diagnostics", "Foundations", "SchemaChecks"]),
        .target(name: "ResourceInference", dependencies: ["APIModel", "APISpec", "Foundations"]),

        // From the model to Swift and to other formats
        .target(
            name: "Templates", path: "templates",
            resources: [
                .embedInCode("Aliases.mustache"), .embedInCode("Calls.mustache"), .embedInCode("Client.mustache"),
                .embedInCode("Documentation.mustache"), .embedInCode("Header.mustache"),
                .embedInCode("Models.mustache"), .embedInCode("Namespace.mustache"),
                .embedInCode("ServiceTests.mustache"), .embedInCode("SharedClient.mustache"),
                .embedInCode("Specification.mustache"), .embedInCode("Tests.mustache"),
            ]),
        .target(name: "SwiftRendering", dependencies: ["APIModel", "Diagnostics", "Foundations", "YAML", mustache]),
        .target(
            name: "OpenAPIExport", dependencies: ["APIModel", "Diagnostics", "Foundations", "SchemaChecks", "YAML"]),
        .target(
            name: "OpenAPIInterop",
            dependencies: ["APIModel", "APISpec", "OpenAPIExport", "YAML", "Diagnostics", "Foundations", "Patterns"]),
        .target(name: "SpecDiff", dependencies: ["APIModel", "Diagnostics", "YAML"]),
        .target(
            name: "PageFetching",
            dependencies: ["ServiceRuntime", "Diagnostics", "Foundations", "HTMLTokens", httpTypes]),
        .target(
            name: "MockService",
            dependencies: [
                "APIModel", "APISpec", "Diagnostics", "Foundations", "Patterns", "SCPRuntime", "SchemaChecks",
                "ServiceRuntime", httpTypes, hummingbirdCore, logging, nioCore, nioPosix, serviceLifecycle, unixSignals,
            ]),

        // The pipelines, for programs that embed them
        .target(
            name: "ApidocKit",
            dependencies: [
                "APIModel", "APISpec", "ConfigurationFile", "Diagnostics", "Documentation", "DocumentationImport",
                "EmbeddedDocuments", "Foundations", "OpenAPIExport", "OpenAPIInterop", "OutputFiles", "PageDialects",
                "PageFetching", "Recovery", "ResourceInference", "ServiceRuntime", "SpecDiff", "SwiftRendering",
                "Templates",
            ]),
        // What of them needs a network: fetching pages, and the mock service
        .target(
            name: "ApidocNetwork",
            dependencies: [
                "APIModel", "APISpec", "ApidocKit", "Diagnostics", "MockService", "PageFetching", "ServiceRuntime",
                "URLSessionTransport",
                // For what URLSession cannot do on Linux: certificate authorities of one's own, addresses in brackets.
                "AsyncHTTPClientTransport",
                asyncHTTPClient, nioSSL,
            ]),
        // What the programs have in common
        .target(
            name: "CommandSupport",
            dependencies: ["ApidocKit", "Diagnostics", "OutputFiles", "PageFetching", "SwiftRendering", argumentParser]),
        // What the plugins run: no server, no HTTP client, no cryptography
        .executableTarget(name: "apidoc-generate", dependencies: ["ApidocKit", "CommandSupport", argumentParser]),

        // The command line
        .executableTarget(
            name: "apidoc",
            dependencies: [
                "APIModel", "APISpec", "ApidocKit", "ApidocNetwork", "CommandSupport", "Diagnostics", "MockService",
                "OpenAPIExport", "OutputFiles", "PageDialects", "PageFetching", "SCPRuntime", "ServiceRuntime",
                "SpecDiff",
                "SwiftRendering", argumentParser,
            ]),

        .plugin(
            name: "APIDocGenerator", capability: .buildTool(), dependencies: ["apidoc-generate"],
            path: "Sources/Plugins/APIDocGenerator"),
        .plugin(
            name: "APIDocGeneratorCommand",
            capability: .command(
                intent: .custom(
                    verb: "apidoc-generate", description: "Generates clients into the sources of this package."),
                permissions: [
                    .writeToPackageDirectory(reason: "Generated Swift files go into the folders of their targets.")
                ]), dependencies: ["apidoc-generate"], path: "Sources/Plugins/APIDocGeneratorCommand"),

        // What generated code imports
        .target(name: "ServiceRuntime", dependencies: ["Foundations", httpTypes, logging]),
        .target(
            name: "SCPRuntime", dependencies: ["CivilCalendar", "Foundations", "ServiceRuntime", crypto, httpTypes]),
        .target(name: "URLSessionTransport", dependencies: ["ServiceRuntime", httpTypes]),
        .target(
            name: "AsyncHTTPClientTransport",
            dependencies: ["ServiceRuntime", asyncHTTPClient, httpTypes, nioCore, nioHTTP1, nioPosix, nioSSL]),
        .target(name: "ServiceTesting", dependencies: ["Foundations", "ServiceRuntime", httpTypes]),

        // Measurements
        .executableTarget(
            name: "Benchmarks",
            dependencies: ["APIModel", "CLibXML2", "Documentation", "DocumentationImport", "OutputFiles", "Recovery"]),
        .executableTarget(
            name: "ClientBenchmarks",
            dependencies: ["AsyncHTTPClientTransport", "SCPBackup", "SCPRuntime", "ServiceRuntime", httpTypes]),

        // Programs that show generated clients at work
        .executableTarget(
            name: "BackupTour",
            dependencies: ["AsyncHTTPClientTransport", "SCPBackup", "SCPRuntime", "ServiceRuntime"],
            path: "Sources/Examples/BackupTour"),

        // Tests, a target for each module
        .testTarget(name: "FoundationsTests", dependencies: ["Foundations"]),
        .testTarget(name: "PatternsTests", dependencies: ["Patterns"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "OutputFilesTests", dependencies: ["OutputFiles", "Diagnostics"]),
        .testTarget(name: "YAMLTests", dependencies: ["YAML", "Diagnostics"]),
        .testTarget(name: "ConfigurationFileTests", dependencies: ["ConfigurationFile", "Diagnostics", "YAML"]),
        .testTarget(name: "DocumentationTests", dependencies: ["Documentation", "Diagnostics"]),
        .testTarget(name: "HTMLTokensTests", dependencies: ["HTMLTokens"]),
        .testTarget(
            name: "EmbeddedDocumentsTests", dependencies: ["EmbeddedDocuments", "Diagnostics"],
            resources: [.copy("Fixtures")]),
        .testTarget(name: "SchemaChecksTests", dependencies: ["SchemaChecks", "Foundations"]),
        .testTarget(name: "APISpecTests", dependencies: ["APISpec", "Diagnostics"]),
        .testTarget(
            name: "WiddershinsTests", dependencies: ["PageDialects", "Documentation", "YAML", "Diagnostics"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "DocumentationImportTests",
            dependencies: ["DocumentationImport", "Documentation", "APISpec", "Diagnostics", "Recovery"],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "PageDialectsTests",
            dependencies: ["PageDialects", "Documentation", "OpenAPIInterop", "APISpec", "Diagnostics"],
            resources: [.copy("Fixtures")]),
        .testTarget(name: "RecoveryTests", dependencies: ["Recovery", "APISpec", "Diagnostics", "Foundations"]),
        .testTarget(name: "ResourceInferenceTests", dependencies: ["ResourceInference", "APISpec"]),
        .testTarget(name: "APIModelTests", dependencies: ["APIModel", "APISpec"]),
        .testTarget(
            name: "SwiftRenderingTests",
            dependencies: [
                "SwiftRendering", "APIModel", "APISpec", "Diagnostics", "Foundations", "ServiceRuntime", "Templates",
            ]),
        .testTarget(
            name: "OpenAPIInteropTests",
            dependencies: ["OpenAPIInterop", "OpenAPIExport", "APIModel", "APISpec", "Diagnostics", "YAML"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "RuleTests",
            dependencies: [
                "APISpec", "Diagnostics", "Documentation", "DocumentationImport", "EmbeddedDocuments", "OpenAPIInterop",
                "PageDialects", "Recovery", "SpecDiff", "SwiftRendering",
            ]),
        .target(name: "PageServing", path: "Tests/PageServing"),
        .target(name: "JSONSchemaChecking", dependencies: ["APISpec", "YAML"], path: "Tests/JSONSchemaChecking"),
        .testTarget(
            name: "CommandLineTests", dependencies: ["apidoc", "APISpec", "JSONSchemaChecking", "PageServing"]),
        .testTarget(
            name: "ApidocKitTests",
            dependencies: [
                "ApidocKit", "ApidocNetwork", "APIModel", "APISpec", "Diagnostics", "MockService", "OutputFiles",
                "SpecDiff", "SwiftRendering",
            ]),
        .testTarget(
            name: "ServiceRuntimeTests",
            dependencies: ["SCPRuntime", "ServiceRuntime", "ServiceTesting", httpTypes, logging]),
        .testTarget(
            name: "SCPRuntimeTests", dependencies: ["SCPRuntime", "ServiceRuntime", "ServiceTesting", httpTypes]),
        .testTarget(
            name: "ServiceTestingTests", dependencies: ["SCPRuntime", "ServiceTesting", "ServiceRuntime", httpTypes]),
        .target(
            name: "TransportConformance", dependencies: ["ServiceRuntime", httpTypes, nioCore, nioPosix, nioSSL],
            path: "Tests/TransportConformance"),
        .testTarget(
            name: "AsyncHTTPClientTransportTests",
            dependencies: [
                "AsyncHTTPClientTransport", "ServiceRuntime", "TransportConformance", asyncHTTPClient, httpTypes,
            ]),
        .testTarget(
            name: "URLSessionTransportTests",
            dependencies: ["URLSessionTransport", "ServiceRuntime", "TransportConformance", httpTypes]),
        .testTarget(
            name: "ServicesTests",
            dependencies: [
                "AbacusAPI", "FerriesAPI", "MockService", "QuayAPI", "ReelAPI", "ServiceRuntime", "ServiceTesting",
                "SlipAPI", "URLSessionTransport",
            ], path: "Tests/Services/Tests"),
        .testTarget(
            name: "SpecDiffTests",
            dependencies: [
                "SpecDiff", "APIModel", "APISpec", "Diagnostics", "JSONSchemaChecking", "OpenAPIInterop", "YAML",
                crypto,
            ], exclude: ["Snapshots"]),
        .testTarget(
            name: "PageFetchingTests",
            dependencies: [
                "PageFetching", "PageServing", "Diagnostics", "ServiceRuntime", "URLSessionTransport", httpTypes,
            ]),
        .testTarget(
            name: "MockServiceTests",
            dependencies: [
                "MockService", "APIModel", "APISpec", "Diagnostics", "Documentation", "Foundations",
                "DocumentationImport", "Recovery", "ResourceInference", "SCPRuntime", "SchemaChecks", "ServiceRuntime",
                httpTypes, nioCore, nioPosix,
            ]),
        .testTarget(
            name: "SnippetTests",
            dependencies: [
                "AsyncHTTPClientTransport", "SCPBackup", "MockService", "SCPRuntime", "ServiceRuntime",
                "URLSessionTransport", logging,
            ]),
    ]
)

/// Samples of what `apidoc generate` makes; they are no products, since users generate their own.
package.targets += generated(["SCPBackup", "SCPGreenhouse"], in: "Generated", with: ["SCPRuntime"])

/// Services of our own making that are imported from OpenAPI, generated, compiled and called: see `scripts/services`.
let services = [
    "AbacusAPI", "BakeryAPI", "BeaconAPI", "DepotAPI", "FerriesAPI", "ForgeAPI", "HarbourBerthsAPI", "KennelAPI",
    "LighthouseAPI", "MedleyAPI", "MetersAPI", "MoleAPI", "OrchardServiceAPI", "PantryAPI", "ParleyAPI",
    "PigeonMessagesBetaAPI", "QuayAPI", "ReelAPI", "SlipAPI", "TillsAPI", "WeirAPI",
]
package.targets += generated(services, in: "Tests/Services/Generated")

/// The targets of generated clients and of their tests; `modules` are those that a vendor's clients need too.
func generated(_ names: [String], in folder: String, with modules: [Target.Dependency] = []) -> [Target] {
    names.flatMap { name in
        [
            .target(
                name: name, dependencies: ["ServiceRuntime"] + modules, path: "\(folder)/\(name)",
                exclude: [".apidoc-manifest.json"]),
            .testTarget(
                name: "\(name)Tests",
                dependencies: [
                    .target(name: name), "MockService", "ServiceRuntime", "ServiceTesting", "URLSessionTransport",
                ] + modules,
                path: "\(folder)/\(name)Tests", exclude: [".apidoc-manifest.json"]),
        ]
    }
}

// `scripts/frameworks` makes clients of the documents of web frameworks, and calls their servers.
if let names = Context.environment["APIDOC_FRAMEWORKS"] {
    let folder = "IntegrationTests/Frameworks"
    let clients = names.split(separator: " ").map(String.init)
    package.targets += generated(clients, in: "\(folder)/Generated")
    package.targets.append(
        .executableTarget(
            name: "FrameworkTour",
            dependencies: ["AsyncHTTPClientTransport", "ServiceRuntime"] + clients.map { .target(name: $0) },
            path: "\(folder)/Sources"))
}

// SwiftPM builds the tools of plugins apart from everything else, and so the whole tool twice. `scripts/test` has them built
// by `scripts/consumers`, in packages that use the plugins, and leaves them out here.
if Context.environment["APIDOC_WITHOUT_PLUGINS"] != nil {
    package.targets.removeAll { $0.type == .plugin }
    package.products.removeAll { $0 is Product.Plugin }
}

// Every target of ours is held to the same settings.
for target in package.targets where target.type != .plugin && target.type != .system {
    target.swiftSettings = settings
}

// `scripts/optimised-tests` names the test targets that it runs optimised; then the package is they and what they need.
if let names = Context.environment["APIDOC_TEST_TARGETS"] {
    var kept: Set<String> = []
    var open = names.split(separator: " ").map(String.init)
    while let name = open.popLast() {
        guard kept.insert(name).inserted, let target = package.targets.first(where: { $0.name == name }) else {
            continue
        }
        for dependency in target.dependencies {
            switch dependency {
            case .byNameItem(let name, _), .targetItem(let name, _): open.append(name)
            default: break
            }
        }
    }
    package.targets.removeAll { !kept.contains($0.name) }
    package.products = []
}
