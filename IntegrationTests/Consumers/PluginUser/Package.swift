// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Where the generator is: its folder, or with another variable the address of a clone with a tag. A copy of this package
/// elsewhere says it.
let environment = ProcessInfo.processInfo.environment
let generator: Package.Dependency =
    if let address = environment["APIDOC_ADDRESS"] {
        .package(url: address, exact: "0.0.1")
    } else {
        .package(name: "swift-apidoc-generator", path: environment["APIDOC_PACKAGE"] ?? "../../..")
    }

let package = Package(
    name: "PluginUser",
    platforms: [.macOS(.v15)],
    dependencies: [generator],
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
        .testTarget(
            name: "VisitorTests",
            dependencies: [
                "Committed",
                .product(name: "MockService", package: "swift-apidoc-generator"),
                .product(name: "SCPRuntime", package: "swift-apidoc-generator"),
                .product(name: "URLSessionTransport", package: "swift-apidoc-generator"),
            ]),
    ]
)

// A user who lets no warning pass. The flag `-warnings-as-errors` would reach dependencies too, which SwiftPM tells to say
// nothing, and the compiler refuses both together.
for target in package.targets { target.swiftSettings = [.treatAllWarnings(as: .error)] }
