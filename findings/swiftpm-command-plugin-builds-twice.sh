#!/usr/bin/env bash
# SwiftPM of Swift 6.3.1, Linux, native build system: `swift package VERB` builds the tool of a command plugin twice, in the
# same folder and with the same arguments, where the package has a build tool plugin with that tool as well: once with a
# database `plugin-tools.db`, once with `build.db`. Each knows nothing of what the other built. C is compiled twice, each
# time that the command is run; Swift is too where modules are compiled as a whole, since then nothing tells the compiler
# that all is up to date.
# Source: seen.
# Where our field meets it: a generator with both kinds of plugins. `scripts/consumers` compiles file by file for that reason,
# though whole modules need less time by themselves.
set -euo pipefail
swift --version 2>&1 | head -n 1
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p Sources/Seven/include Sources/Library Sources/Maker Sources/Reader Plugins/Make Plugins/Tell
cat >Package.swift <<'PACKAGE'
// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Reader",
    targets: [
        .target(name: "Seven"), .target(name: "Library", dependencies: ["Seven"]),
        .executableTarget(name: "Maker", dependencies: ["Library"]),
        .plugin(name: "Make", capability: .buildTool(), dependencies: ["Maker"]),
        .plugin(
            name: "Tell", capability: .command(intent: .custom(verb: "tell", description: "Tells.")),
            dependencies: ["Maker"]),
        .executableTarget(name: "Reader", plugins: ["Make"]),
    ])
PACKAGE
echo 'int seven(void);' >Sources/Seven/include/seven.h
echo 'int seven(void) { return 7; }' >Sources/Seven/seven.c
printf 'import Seven\n\npublic func number() -> Int32 { seven() }\n' >Sources/Library/Library.swift
cat >Sources/Maker/main.swift <<'SWIFT'
import Foundation
import Library

try Data("let made = \(number())\n".utf8).write(to: URL(filePath: CommandLine.arguments[1]))
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
cat >Plugins/Tell/Tell.swift <<'SWIFT'
import PackagePlugin

@main struct Tell: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        print(try context.tool(named: "Maker").url)
    }
}
SWIFT
echo 'print(made)' >Sources/Reader/main.swift
# The same order of arguments each time.
export SWIFT_DETERMINISTIC_HASHING=1
counts() {
    rm -rf .build
    for run in 1 2; do
        swift package -v "$@" tell >log 2>&1 || { tail -n 20 log; exit 1; }
        printf ' %s' "$(grep -cE '(clang|CC) .*-c .*seven\.c ' log)" "$(grep -cE 'swift-frontend -frontend -c .*-module-name Library' log || true)"
    done
}
parts="$(counts)"
whole="$(counts -Xswiftc -whole-module-optimization -Xswiftc -num-threads -Xswiftc 1)"
echo "C and Swift compiled in a first and a second run: file by file$parts, as whole modules$whole"
[ "$parts,$whole" = " 2 1 2 0, 2 2 2 2" ] || { echo "changed"; exit 1; }
