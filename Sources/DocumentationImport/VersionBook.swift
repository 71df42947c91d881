import APISpec
import Diagnostics

/// The versions of a service: those of its table, and those that only operations have.
///
/// The readers of one service share one book.
final class VersionBook {
    /// The versions, newest first.
    var versions: [APIVersion] { byID.values.sorted { Self.isNewer($0.id, than: $1.id) } }

    private var byID: [String: APIVersion] = [:]

    /// The version with an id.
    subscript(id: String) -> APIVersion? { byID[id] }

    /// Adds a version; `false` where it is there already.
    func add(_ version: APIVersion) -> Bool {
        if byID[version.id] != nil { return false }
        byID[version.id] = version
        return true
    }

    /// Whether a version comes after another: numbers by value, part by part.
    static func isNewer(_ left: String, than right: String) -> Bool {
        let (a, b) = (parts(left), parts(right))
        for (x, y) in zip(a, b) where x != y {
            if let m = Int(x), let n = Int(y), m != n { return m > n }
            if (Int(x) == nil) != (Int(y) == nil) { return Int(x) != nil }
            return x > y
        }
        return a.count == b.count ? left > right : a.count > b.count
    }

    private static func parts(_ id: String) -> [Substring] { id.split { $0 == "." || $0 == "-" } }
}

/// Reads the cells of version tables.
struct VersionCells {
    let log: ImportLog

    /// The status; SUPPORTED, with a finding, where it is none that versions have.
    func status(_ text: String, at location: SourceLocation) -> APIVersion.Status {
        if let status = APIVersion.Status(rawValue: normalized(text)) { return status }
        let known = APIVersion.Status.allCases.map { $0.rawValue.uppercased() }.joined(separator: ", ")
        let message = "the status `\(excerpt(text))` is none of \(known)"
        log.report(ImportRules.unknownStatus, message, at: location)
        return .supported
    }

    /// The date; `nil` for `-`, and with a finding for what is not a date.
    func date(_ text: String, at location: SourceLocation) -> CalendarDate? {
        if text == "-" || text.isEmpty { return nil }
        if let date = CalendarDate(text) { return date }
        log.report(ImportRules.malformedDate, "`\(excerpt(text))` is not a date `yyyymmdd`", at: location)
        return nil
    }
}
