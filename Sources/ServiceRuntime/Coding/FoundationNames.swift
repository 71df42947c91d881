// Generated code needs no other import than this library, and that of a client brings these two names along. They are
// passed on and not declared anew: where a file also imports Foundation, a second declaration, even of the same type,
// makes `[Date]()` and `[Date].self` ambiguous.
#if canImport(FoundationEssentials)
@_exported public import struct FoundationEssentials.Date
@_exported public import struct FoundationEssentials.Decimal
#else
@_exported public import struct Foundation.Date
@_exported public import struct Foundation.Decimal
#endif
