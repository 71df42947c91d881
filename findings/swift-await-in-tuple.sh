#!/usr/bin/env bash
# Swift 6.3.1, x86-64 Linux, -O. A closure of a task group or a Task that returns, from inside a `do` with a `catch`, a
# tuple whose one element holds an `await` wrapped in an enumeration's case hands out another value for the elements
# before it: `(number, .success(try await work()))` arrives with a wrong number in nearly every task. The same closure is
# right with -Onone, where the awaited value is bound to a name first, and where a struct is returned instead.
# Source: seen in a release build that fetched pages at the same time; the reduction below is all that it takes.
# Where we meet it: PageFetcher kept pages under each other's addresses. Tests/RuleTests/AwaitInTuple.swift finds the shape.
set -euo pipefail
swift --version 2>&1 | head -n 1
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cat >"$work/program.swift" <<'SWIFT'
struct Work: Sendable {
    var number: Int
    mutating func run() async throws -> Int {
        try await Task.sleep(for: .milliseconds(number % 5))
        return number
    }
}

struct Outcome: Sendable {
    var number: Int
    var result: Result<Int, any Error>
}

@main struct Program {
    static func main() async {
        var inTuple = 0
        await withTaskGroup(of: (Int, Result<Int, any Error>).self) { group in
            for number in 0..<60 {
                group.addTask {
                    var work = Work(number: number)
                    do { return (number, .success(try await work.run())) } catch { return (number, .failure(error)) }
                }
            }
            for await outcome in group where outcome.0 != (try? outcome.1.get()) { inTuple += 1 }
        }
        var inStruct = 0
        await withTaskGroup(of: Outcome.self) { group in
            for number in 0..<60 {
                group.addTask {
                    var work = Work(number: number)
                    let result: Result<Int, any Error>
                    do { result = .success(try await work.run()) } catch { result = .failure(error) }
                    return Outcome(number: number, result: result)
                }
            }
            for await outcome in group where outcome.number != (try? outcome.result.get()) { inStruct += 1 }
        }
        print(inTuple == 0 ? "tuple: right" : "tuple: wrong", inStruct == 0 ? "struct: right" : "struct: wrong")
    }
}
SWIFT
for mode in -Onone -O; do
    swiftc "$mode" -parse-as-library "$work/program.swift" -o "$work/program"
    printf '%s %s\n' "$mode" "$(timeout 60 "$work/program")" | tee -a "$work/said"
done
diff "$work/said" - <<'EXPECTED' || { echo "changed: look again at AwaitInTuple.swift"; exit 1; }
-Onone tuple: right struct: right
-O tuple: wrong struct: right
EXPECTED
echo "as described"
