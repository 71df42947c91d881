// Dates belong to the foundations; the calendar is a module of its own only because it is passed on to users.
@_exported public import CivilCalendar
