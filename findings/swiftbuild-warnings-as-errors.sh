#!/usr/bin/env bash
# SwiftPM of Swift 6.3.1, Linux, swift-log 1.16.2: with `--build-system swiftbuild`, the flag `-Xswiftc -warnings-as-errors`
# makes every package with a dependency by address fail: dependencies are compiled with `-suppress-warnings`, and the
# compiler refuses the two together. The native build system builds the same package.
# Source: seen; options of the compiler in `swiftc --help`.
# Where our field meets it: packages that hold generated code to no warnings set `.treatAllWarnings(as: .error)` on their
# own targets instead (IntegrationTests/Consumers).
set -euo pipefail
swift --version 2>&1 | head -n 1
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/Sources/Reader"
cat >"$work/Package.swift" <<'PACKAGE'
// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Reader", dependencies: [.package(url: "https://github.com/apple/swift-log", exact: "1.16.2")],
    targets: [.target(name: "Reader", dependencies: [.product(name: "Logging", package: "swift-log")])])
PACKAGE
echo 'import Logging
let logger = Logger(label: "reader")' >"$work/Sources/Reader/Reader.swift"
cd "$work"
swift build --build-system native -Xswiftc -warnings-as-errors --scratch-path native >log 2>&1 || {
    echo "changed: the native build system refuses it too"; tail -n 5 log; exit 1
}
echo "native: builds"
if swift build --build-system swiftbuild -Xswiftc -warnings-as-errors --scratch-path swiftbuild >log 2>&1; then
    echo "changed: swiftbuild builds it"
    exit 1
fi
grep -m 1 -o "conflicting options '-warnings-as-errors' and '-suppress-warnings'" log || { tail -n 5 log; exit 1; }
echo "swiftbuild: refuses"
