#!/usr/bin/env bash
# SwiftPM of Swift 6.3.1, Linux, native build system: when a file is added to a package that uses a build tool plugin, all
# C of the plugin's tool is compiled anew, twice, though no argument of the compiler differs; Swift modules of the tool are
# not. A build without a change compiles nothing.
# Source: seen.
# Where our field meets it: a generator run as a plugin whose tool links BoringSSL: 805 files, twice, three minutes for each
# file that a user adds. `scripts/consumers --files` looks at our own modules; generated code may be committed instead.
set -euo pipefail
swift --version 2>&1 | head -n 1
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p Sources/Seven/include Sources/Maker Sources/Reader Plugins/Make
cat >Package.swift <<'PACKAGE'
// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Reader",
    targets: [
        .target(name: "Seven"), .executableTarget(name: "Maker", dependencies: ["Seven"]),
        .plugin(name: "Make", capability: .buildTool(), dependencies: ["Maker"]),
        .executableTarget(name: "Reader", plugins: ["Make"]),
    ])
PACKAGE
echo 'int seven(void);' >Sources/Seven/include/seven.h
echo 'int seven(void) { return 7; }' >Sources/Seven/seven.c
cat >Sources/Maker/main.swift <<'SWIFT'
import Foundation
import Seven

try Data("let made = \(seven())\n".utf8).write(to: URL(filePath: CommandLine.arguments[1]))
SWIFT
cat >Plugins/Make/Make.swift <<'SWIFT'
import PackagePlugin

@main struct Make: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let file = context.pluginWorkDirectoryURL.appending(path: "Made.swift")
        let tool = try context.tool(named: "Maker").url
        return [.buildCommand(displayName: "make", executable: tool, arguments: [file.path()], outputFiles: [file])]
    }
}
SWIFT
echo 'print(made)' >Sources/Reader/main.swift
compiled() {
    swift build --product Reader >log 2>&1 || { tail -n 20 log; exit 1; }
    grep -c 'Compiling Seven' log || true
}
for _ in 1 2; do compiled >/dev/null; done
unchanged="$(compiled)"
echo 'let one = 1' >Sources/Reader/One.swift
added="$(compiled)"
swift="$(grep -cE '(Compiling|Emitting module) Maker' log || true)"
echo "C compiled without a change: $unchanged, with an added file: $added; Swift of the tool: $swift"
[ "$unchanged-$added-$swift" = 0-2-0 ] || { echo "changed"; exit 1; }
