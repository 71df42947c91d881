#!/usr/bin/env bash
# Swift 6.3.1, x86-64 Linux. An escape in a string literal that names one of the 32 noncharacters U+FDD0 to U+FDEF is
# refused ("invalid unicode scalar"), though they are Unicode scalar values, which `Unicode.Scalar(0xFDD0)` makes. The other
# noncharacters (U+FFFE, U+10FFFF) may be escaped, and all of them may stand in a literal as they are.
# Source: The Swift Programming Language, Strings and Characters: an escape may hold any number that is a Unicode scalar
# value; The Unicode Standard, section 23.7, Noncharacters.
# Where we meet it: text of documents becomes string literals, in which all that is not printable was escaped.
set -euo pipefail
export LC_ALL=C.UTF-8
swift --version 2>&1 | head -n 1
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
checks() { swiftc -typecheck -warnings-as-errors "$work/program.swift" >"$work/said" 2>&1; }
for code in FDCF FDD0 FDEF FDF0 FFFE 10FFFF; do
    printf 'print("\\u{%s}")\n' "$code" >"$work/program.swift"
    escaped=taken
    checks || { grep -q "invalid unicode scalar" "$work/said" && escaped=refused; }
    printf "print(\"\\U$(printf %08x "0x$code")\")\n" >"$work/program.swift"
    plain=refused
    checks && plain=taken
    echo "U+$code: escaped $escaped, as it is $plain"
    expected=taken
    case "$code" in FDD0 | FDEF) expected=refused ;; esac
    [ "$escaped" = "$expected" ] && [ "$plain" = taken ]
done
