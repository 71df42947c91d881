// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Where the generator is; a copy of this package elsewhere says it with the variable.
let generator = ProcessInfo.processInfo.environment["APIDOC_PACKAGE"] ?? "../../.."

let package = Package(
    name: "PluginUser",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-apidoc-generator", path: generator)],
    targets: [
        .target(
            name: "Garden",
            dependencies: [
                .product(name: "SCPRuntime", package: "swift-apidoc-generator"),
                .product(name: "ServiceRuntime", package: "swift-apidoc-generator"),
            ],
            plugins: [.plugin(name: "APIDocGenerator", package: "swift-apidoc-generator")]),
        .target(
            name: "Archive",
            dependencies: [
                .product(name: "SCPRuntime", package: "swift-apidoc-generator"),
                .product(name: "ServiceRuntime", package: "swift-apidoc-generator"),
            ],
            plugins: [.plugin(name: "APIDocGenerator", package: "swift-apidoc-generator")]),
        .target(
            name: "Committed",
            dependencies: [
                .product(name: "SCPRuntime", package: "swift-apidoc-generator"),
                .product(name: "ServiceRuntime", package: "swift-apidoc-generator"),
            ],
            exclude: ["apidoc.yaml"]),
        .executableTarget(
            name: "Visitor",
            dependencies: [
                "Archive", "Committed", "Garden",
                .product(name: "SCPRuntime", package: "swift-apidoc-generator"),
                .product(name: "URLSessionTransport", package: "swift-apidoc-generator"),
            ]),
    ]
)
