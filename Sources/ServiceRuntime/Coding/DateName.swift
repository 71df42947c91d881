#if canImport(FoundationEssentials)
public import FoundationEssentials

/// A point in time: Foundation's `Date`, so that generated code needs no other import than this library.
public typealias Date = FoundationEssentials.Date
#else
public import Foundation

/// A point in time: Foundation's `Date`, so that generated code needs no other import than this library.
public typealias Date = Foundation.Date
#endif
