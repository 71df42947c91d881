@_exported public import CivilCalendar

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension CalendarDate {
    /// The day in UTC on which an instant falls; instants outside the years 0 to 9999 count as their first or last day.
    public init(_ date: Date) { self.init(secondsSince1970: date.timeIntervalSince1970) }
}
