#if canImport(FoundationEssentials)
public import FoundationEssentials

/// A number that is exact in the decimal system: Foundation's `Decimal`, so that generated code needs no other import.
public typealias Decimal = FoundationEssentials.Decimal
#else
public import Foundation

/// A number that is exact in the decimal system: Foundation's `Decimal`, so that generated code needs no other import.
public typealias Decimal = Foundation.Decimal
#endif
