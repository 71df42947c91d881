#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The members of one collection in the order of their creation, found by id at once.
struct StoredCollection: Sendable {
    /// The members; `nil` where one was removed and the gap is not closed yet.
    private var slots: [StoredObject?] = []
    private var places: [String: Int] = [:]
    /// The ids of those that are being deleted.
    private var leaving: Set<String> = []
    private var sorted: (key: SortKey, places: [Int])?
    private var lastNumber = 0
    /// The greatest id that was a number.
    private var greatestID: Int?
    /// The ids of those that were deleted, where that is to be known.
    var removed: Set<String> = []

    /// So many ids from the beginning are looked at where there is none after the greatest.
    private static let mostTried = 1_000_000

    /// How many there are.
    var count: Int { places.count }

    /// The member with an id.
    subscript(id: String) -> StoredObject? { places[id].flatMap { slots[$0] } }

    /// Adds a member, or puts it in the place of the one with its id.
    mutating func put(_ object: StoredObject) {
        sorted = nil
        var object = object
        if let id = Int(object.id) { greatestID = max(greatestID ?? id, id) }
        if let place = places[object.id] {
            object.number = slots[place]?.number ?? object.number
            slots[place] = object
        } else {
            lastNumber += 1
            object.number = lastNumber
            places[object.id] = slots.count
            slots.append(object)
        }
        noteLeaving(object)
    }

    /// The next whole number that no member has as its id, nor had while there are greater ones.
    mutating func reserveID(in range: NumberRange) -> Int {
        let id = greatestID.map { range.next(after: $0) } ?? range.first
        let found = id ?? firstGap(in: range) ?? range.first
        greatestID = max(greatestID ?? found, found)
        return found
    }

    private func firstGap(in range: NumberRange) -> Int? {
        var next: Int? = range.first
        for _ in 0..<Self.mostTried {
            guard let id = next else { return nil }
            if places[String(id)] == nil { return id }
            next = range.next(after: id)
        }
        return nil
    }

    /// Removes a member.
    mutating func remove(_ id: String) {
        guard let place = places.removeValue(forKey: id) else { return }
        sorted = nil
        leaving.remove(id)
        slots[place] = nil
    }

    /// Changes a member in its place. It keeps its id.
    mutating func change(_ id: String, isReordering: Bool, _ change: (inout StoredObject) -> Void) {
        guard let place = places[id], var object = slots[place] else { return }
        slots[place] = nil
        change(&object)
        if isReordering { sorted = nil }
        noteLeaving(object)
        slots[place] = object
    }

    /// Removes those whose deletion is done, and tells their ids.
    mutating func sweep(_ now: Date) -> [String] {
        let gone = leaving.filter { self[$0]?.isGone(now) ?? true }
        gone.forEach { remove($0) }
        return Array(gone)
    }

    /// All members in order.
    mutating func all() -> [StoredObject] {
        closeGaps()
        return slots.compactMap { $0 }
    }

    /// The members from `offset` on, at most `count`, in the order of creation.
    mutating func slice(_ offset: Int, _ count: Int?) -> [StoredObject] {
        closeGaps()
        guard offset < slots.count else { return [] }
        let end = count.map { min(slots.count, offset + min($0, slots.count)) } ?? slots.count
        return slots[offset..<end].compactMap { $0 }
    }

    /// All members in another order, which is remembered until something changes.
    mutating func all(by key: SortKey) -> [StoredObject] {
        closeGaps()
        if sorted?.key != key {
            let keyed = slots.enumerated().map { (place: $0, value: SortValue($1?.members[key.property])) }
            let order = keyed.sorted { first, second in
                if first.value == second.value { return first.place < second.place }
                return (first.value < second.value) == key.isAscending
            }
            sorted = (key, order.map(\.place))
        }
        return (sorted?.places ?? []).compactMap { slots[$0] }
    }

    /// The place after a marker among all in the order of creation; `nil` where nothing ever had it.
    mutating func place(after marker: PageMarker) -> Int? {
        closeGaps()
        if let place = places[marker.id] { return place + 1 }
        guard let number = marker.number, (1...max(lastNumber, 1)).contains(number) else { return nil }
        var low = 0
        var high = slots.count
        while low < high {
            let middle = (low + high) / 2
            if slots[middle].map({ $0.number <= number }) ?? true { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private mutating func noteLeaving(_ object: StoredObject) {
        if case .leaving = object.phase { leaving.insert(object.id) }
    }

    private mutating func closeGaps() {
        guard places.count < slots.count else { return }
        slots.removeAll { $0 == nil }
        for (place, object) in slots.enumerated() {
            if let object { places[object.id] = place }
        }
    }
}
