// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Where the generator is. A copy of this package elsewhere says it.
let generator = ProcessInfo.processInfo.environment["APIDOC_PACKAGE"] ?? "../../.."

let package = Package(
    name: "UnsignedUser",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-apidoc-generator", path: generator, traits: [])],
    targets: [
        // `scripts/consumers` puts it there, as `apidoc generate` would have.
        .target(
            name: "WeirAPI", dependencies: [.product(name: "ServiceRuntime", package: "swift-apidoc-generator")],
            path: "Generated/WeirAPI", exclude: [".apidoc-manifest.json"]),
        .executableTarget(
            name: "UnsignedUser",
            dependencies: ["WeirAPI", .product(name: "URLSessionTransport", package: "swift-apidoc-generator")]),
    ]
)

// A user who lets no warning pass.
for target in package.targets { target.swiftSettings = [.treatAllWarnings(as: .error)] }
