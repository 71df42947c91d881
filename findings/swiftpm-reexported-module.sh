#!/usr/bin/env bash
# SwiftPM, optimised builds: a target that uses a module only by way of another one's `@_exported import`, and does not name it
# among its dependencies, is not compiled again where that module changes. The next build succeeds, and the program works on
# values of the old layout: it ends with a crash, or prints what is not there.
# Source: Swift 6.3.1, `swift build -c release` with whole-module optimisation.
# Where we meet it: Package.swift names APIModel as a dependency of all that import APISpec, which exports it again.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p Sources/{Model,Spec,Middle,tool}
cat >Package.swift <<'SWIFT'
// swift-tools-version: 6.2
import PackageDescription
let package = Package(
    name: "tool",
    targets: [
        .target(name: "Model"), .target(name: "Spec", dependencies: ["Model"]),
        .target(name: "Middle", dependencies: ["Spec"]), .executableTarget(name: "tool", dependencies: ["Middle", "Model"]),
    ])
SWIFT
model() { printf 'public struct Part: Sendable {\n%s    public var name: String\n    public init(_ name: String) { self.name = name }\n}\n' "$1" >Sources/Model/Part.swift; }
echo '@_exported import Model' >Sources/Spec/Spec.swift
cat >Sources/Middle/Shelf.swift <<'SWIFT'
import Spec
public final class Shelf {
    private var parts: [Part] = []
    public init() {}
    @inline(never) public func add(_ part: Part) { parts.append(part) }
    @inline(never) public func text() -> String { parts.map(\.name).joined(separator: " ") }
}
SWIFT
cat >Sources/tool/Program.swift <<'SWIFT'
import Middle
import Model
@main enum Program {
    static func main() {
        let shelf = Shelf()
        for number in CommandLine.arguments.indices { shelf.add(Part("name \(number) of a part, by now long enough")) }
        print(shelf.text())
    }
}
SWIFT
model ""
swift build -c release 2>&1 | grep -E "error|Compiling|complete" || true
echo "first: $(.build/release/tool)"
model '    public var first = "first"
'
swift build -c release 2>&1 | grep -E "error|Compiling|complete" || true
echo "with a member before it: $(SWIFT_BACKTRACE=enable=no .build/release/tool 2>/dev/null || echo "ended with status $?")"
