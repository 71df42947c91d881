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
        .executableTarget(
            name: "ClientUser",
            dependencies: [
                .product(name: "SCPBackup", package: "swift-apidoc-generator"),
                .product(name: "URLSessionTransport", package: "swift-apidoc-generator"),
            ])
    ]
)
