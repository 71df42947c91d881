// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Where the generator is; a copy of this package elsewhere says it with the variable.
let generator = ProcessInfo.processInfo.environment["APIDOC_PACKAGE"] ?? "../../.."

let package = Package(
    name: "ClientUser",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "swift-apidoc-generator", path: generator, traits: [])],
    targets: [
        .executableTarget(
            name: "ClientUser",
            dependencies: [
                .product(name: "SCPBackup", package: "swift-apidoc-generator"),
                .product(name: "URLSessionTransport", package: "swift-apidoc-generator"),
            ])
    ]
)
