import APISpec
import ArgumentParser

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A day on the command line.
struct Day: ExpressibleByArgument {
    let date: CalendarDate

    /// Reads `yyyy-mm-dd`.
    init?(argument: String) {
        guard let date = CalendarDate(argument) else { return nil }
        self.date = date
    }

    /// Today in UTC.
    static var today: CalendarDate {
        CalendarDate(daysSince1970: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}
