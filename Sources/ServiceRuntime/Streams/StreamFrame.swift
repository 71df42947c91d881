import Foundations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One item of a stream before it is decoded.
struct StreamFrame: Sendable, Hashable {
    /// What it holds, without what separates it from others.
    var bytes: [UInt8]
    /// The type of a server-sent event; nil where it names none.
    var event: String?
    /// The id of the last server-sent event that had one.
    var id: String?
    /// The time to wait before connecting anew, in milliseconds, that the stream told last.
    var retry: Int?
    /// Why the item cannot be whole, where its form shows it.
    var fault: String?
}

/// Takes a stream of bytes, cut anywhere, apart into items.
///
/// What has arrived of an item is held in memory, up to a limit.
protocol StreamFramer: Sendable {
    /// Adds the items that are complete with these bytes.
    ///
    /// Throws ``ResponseBodyTooLarge`` where an item exceeds the limit; those before it have been added.
    mutating func read(_ bytes: [UInt8], into frames: inout [StreamFrame]) throws(ResponseBodyTooLarge)

    /// What is complete with the end of the stream.
    mutating func end() -> [StreamFrame]
}

extension SequentialMedia {
    /// What takes such a body apart, with at most `limit` bytes of an item.
    func framer(limit: Int) -> any StreamFramer {
        switch self {
        case .events: EventFramer(limit: limit)
        case .lines: LineFramer(limit: limit)
        case .records: RecordFramer(limit: limit)
        }
    }
}
