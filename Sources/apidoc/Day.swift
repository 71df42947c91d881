import APISpec
import ArgumentParser

/// A day on the command line.
struct Day: ExpressibleByArgument {
    let date: CalendarDate

    /// Reads `yyyy-mm-dd`.
    init?(argument: String) {
        guard let date = CalendarDate(argument) else { return nil }
        self.date = date
    }
}
