#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What tells without reading it whether a file may have changed: which file it is, its size, its permissions, and the
/// times of the last change of its content and of the file itself.
///
/// The last of them is set by the system and by nothing else, so that a change cannot hide; two changes within the
/// clock's tick, about 10 ms, can.
public struct FileFingerprint: Sendable, Hashable, CustomStringConvertible {
    /// The facts on one line, for comparing only; `-` where there is no file.
    public let description: String
    /// The later of the times, in nanoseconds since 1970; 0 where there is no file.
    public let time: Int64

    /// The mark of what is at `path`; of a symbolic link and of what it leads to.
    public init(path: String) {
        var raw = stat()
        guard lstat(path, &raw) == 0 else {
            description = "-"
            time = 0
            return
        }
        var facts = Self.facts(raw)
        var time = Self.time(raw)
        if raw.st_mode & S_IFMT == S_IFLNK {
            var target = stat()
            let isThere = stat(path, &target) == 0
            facts += isThere ? " \(Self.facts(target))" : " -"
            if isThere { time = max(time, Self.time(target)) }
        }
        description = facts
        self.time = time
    }

    /// The tick of the clock that files are dated by, with room to spare, in nanoseconds.
    private static let tick: Int64 = 20_000_000

    /// The time now, as marks have it.
    public static var now: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return nanoseconds(now)
    }

    /// Whether the file was certainly as it is when the clock showed `time`.
    public func isBefore(_ time: Int64) -> Bool { self.time < time - Self.tick }

    /// Waits until whatever is changed next has a later time than `time`: not at all, or 20 ms.
    public static func waitForTick(after time: Int64) {
        guard time > now - tick else { return }
        var pause = timespec(tv_sec: 0, tv_nsec: Int(tick))
        nanosleep(&pause, nil)
    }

    private static func facts(_ raw: stat) -> String {
        "\(raw.st_dev) \(raw.st_ino) \(raw.st_mode) \(raw.st_size) \(modified(raw)) \(changed(raw))"
    }

    private static func time(_ raw: stat) -> Int64 { max(modified(raw), changed(raw)) }

    private static func modified(_ raw: stat) -> Int64 {
        #if canImport(Darwin)
        nanoseconds(raw.st_mtimespec)
        #else
        nanoseconds(raw.st_mtim)
        #endif
    }

    private static func changed(_ raw: stat) -> Int64 {
        #if canImport(Darwin)
        nanoseconds(raw.st_ctimespec)
        #else
        nanoseconds(raw.st_ctim)
        #endif
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
