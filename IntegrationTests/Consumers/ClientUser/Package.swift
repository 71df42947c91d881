// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Where the generator is: its folder, or with another variable the address of a clone with a tag. A copy of this package
/// elsewhere says it.
let environment = ProcessInfo.processInfo.environment
let generator: Package.Dependency =
    if let address = environment["APIDOC_ADDRESS"] {
        .package(url: address, exact: "0.0.1", traits: [])
    } else {
        .package(name: "swift-apidoc-generator", path: environment["APIDOC_PACKAGE"] ?? "../../..", traits: [])
    }

let package = Package(
    name: "ClientUser",
    platforms: [.macOS(.v15)],
    dependencies: [generator],
    targets: [
        // `scripts/consumers` puts it there, as `apidoc generate` would have.
        .target(
            name: "SCPBackup",
            dependencies: [
                .product(name: "SCPRuntime", package: "swift-apidoc-generator"),
                .product(name: "ServiceRuntime", package: "swift-apidoc-generator"),
            ], path: "Generated/SCPBackup", exclude: [".apidoc-manifest.json"]),
        .executableTarget(
            name: "ClientUser",
            dependencies: [
                "SCPBackup", .product(name: "URLSessionTransport", package: "swift-apidoc-generator"),
            ]),
    ]
)

// A user who lets no warning pass. The flag `-warnings-as-errors` would reach dependencies too, which SwiftPM tells to say
// nothing, and the compiler refuses both together.
for target in package.targets { target.swiftSettings = [.treatAllWarnings(as: .error)] }
