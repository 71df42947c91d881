#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Times and memory of this process.
enum Measure {
    /// The median CPU time of `count` runs after one that is not counted, in seconds.
    static func median(of count: Int, _ body: () throws -> Void) rethrows -> Double {
        try body()
        var times: [Double] = []
        for _ in 0..<count {
            let start = processorTime()
            try body()
            times.append(processorTime() - start)
        }
        return times.sorted()[count / 2]
    }

    /// The most memory that the process has had so far, in bytes.
    static func peakMemory() -> Int {
        var usage = rusage()
        #if canImport(Darwin)
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss
        #else
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
        #endif
    }

    /// `12.3 ms`
    static func milliseconds(_ seconds: Double) -> String { "\(Double(Int(seconds * 10_000)) / 10) ms" }

    /// `1.52 times the cost`
    static func ratio(_ left: Double, _ right: Double) -> String {
        "\(Double(Int(left / right * 100 + 0.5)) / 100) times the cost"
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
