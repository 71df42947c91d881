import APIModel
import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Everything that a mock service holds.
final class ResourceStore: Sendable {
    /// Where members stand: a kind of thing, under the ids of what it belongs to.
    struct Scope: Sendable, Hashable {
        /// The number of the resource.
        let resource: Int
        /// The ids that the path of the collection has.
        let parents: [String]
    }

    /// What the store must know of a resource.
    struct Kind: Sendable {
        /// The states of its members.
        let lifecycle: Lifecycle?
        /// The numbers of the resources that live under its members.
        let children: [Int]
        /// How many parameters the path of its collection has.
        let depth: Int
        /// Whether the ids of what was deleted are kept, so that it can be told from what never was.
        let remembersRemoved: Bool
    }

    private let kinds: [Kind]
    private let transitions: MockService.Transitions
    private let now: @Sendable () -> Date
    private let collections = Mutex<[Scope: StoredCollection]>([:])

    /// An empty store.
    init(kinds: [Kind], transitions: MockService.Transitions, now: @escaping @Sendable () -> Date) {
        self.kinds = kinds
        self.transitions = transitions
        self.now = now
    }

    // MARK: Changes

    /// The next whole number for an id of a collection.
    func reserveID(in range: NumberRange, _ scope: Scope) -> Int {
        collections.withLock { $0[scope, default: StoredCollection()].reserveID(in: range) }
    }

    /// Adds a member that takes its time to become ready, and tells what it shows.
    ///
    /// `nil` where there is one with its id.
    func insert(_ object: StoredObject, _ resource: Int) -> [String: JSONValue]? {
        var object = object
        if kinds[resource].lifecycle.map({ $0.first != $0.settled }) ?? false {
            object.phase = wait().map { .arriving($0) } ?? .settled
        }
        let scope = Scope(resource: resource, parents: object.parents)
        return collections.withLock { collections in
            sweep(scope, &collections)
            if collections[scope]?[object.id] != nil { return nil }
            collections[scope, default: StoredCollection()].put(object)
            return object.shown(kinds[resource].lifecycle, now())
        }
    }

    /// Puts a member in the place of the one with its id, or adds it.
    func put(_ object: StoredObject, _ resource: Int) {
        collections.withLock {
            $0[Scope(resource: resource, parents: object.parents), default: StoredCollection()].put(object)
        }
    }

    /// Changes a member, and tells what it is now; `nil` where there is none.
    func update(
        _ id: String, in scope: Scope, _ change: @Sendable (inout [String: JSONValue]) -> Void
    ) -> [String: JSONValue]? {
        let time = now()
        return collections.withLock { collections in
            sweep(scope, &collections)
            guard collections[scope]?[id] != nil else { return nil }
            collections[scope]?.change(id, isReordering: true) { change(&$0.members) }
            return collections[scope]?[id]?.shown(kinds[scope.resource].lifecycle, time)
        }
    }

    /// Deletes a member with everything under it, and tells what it was; `nil` where there is none.
    func remove(_ id: String, in scope: Scope) -> [String: JSONValue]? {
        let time = now()
        return collections.withLock { collections in
            sweep(scope, &collections)
            guard var object = collections[scope]?[id] else { return nil }
            removeChildren(of: id, in: scope, &collections)
            if kinds[scope.resource].remembersRemoved { collections[scope]?.removed.insert(id) }
            if let wait = wait() {
                if case .leaving = object.phase {} else { object.phase = .leaving(wait) }
                collections[scope]?.put(object)
            } else {
                object.phase = .leaving(.answers(0))
                collections[scope]?.remove(id)
            }
            return object.shown(kinds[scope.resource].lifecycle, time)
        }
    }

    /// Whether a member with this id was deleted.
    func wasRemoved(_ id: String, in scope: Scope) -> Bool {
        collections.withLock { $0[scope]?.removed.contains(id) ?? false }
    }

    /// Forgets everything.
    func removeAll() {
        collections.withLock { $0.removeAll() }
    }

    // MARK: Answers

    /// Whether there is a member with this id.
    func contains(_ id: String, in scope: Scope) -> Bool {
        collections.withLock { collections in
            sweep(scope, &collections)
            return collections[scope]?[id] != nil
        }
    }

    /// What a member shows; counts as a response that shows it. `nil` where there is none.
    func show(_ id: String, in scope: Scope) -> [String: JSONValue]? {
        let time = now()
        return collections.withLock { collections in
            sweep(scope, &collections)
            guard let object = collections[scope]?[id] else { return nil }
            count([object], in: scope, time, &collections)
            return object.shown(kinds[scope.resource].lifecycle, time)
        }
    }

    /// The members that a request asks for; `nil` where its marker is none of this list.
    func list(_ request: ListRequest, in scope: Scope) -> ListedPage? {
        let time = now()
        let lifecycle = kinds[scope.resource].lifecycle
        return collections.withLock { collections in
            sweep(scope, &collections)
            guard var collection = collections[scope] else {
                return request.slice.marker == nil || request.unknownMarker != .refused ? ListedPage() : nil
            }
            // Taken out, so that there is one owner and nothing is copied.
            collections[scope] = nil
            defer { collections[scope] = collection }
            let slice = request.slice
            let total: Int
            let start: Int
            let page: [StoredObject]
            if request.filters.isEmpty, request.sort == nil {
                total = collection.count
                let marked = slice.marker.flatMap { collection.place(after: $0) }
                if slice.marker != nil, marked == nil, request.unknownMarker == .refused { return nil }
                start = marked ?? request.offset(ofUnknown: slice.marker, total)
                page = collection.slice(start, slice.limit)
            } else {
                let all = request.sort.map { collection.all(by: $0) } ?? collection.all()
                let passing = all.filter { object in
                    request.filters.isEmpty
                        || request.filters.allSatisfy { $0.passes(object.shown(lifecycle, time)) }
                }
                total = passing.count
                let marked = slice.marker.flatMap { marker in
                    let place = passing.firstIndex { $0.id == marker.id || $0.number == marker.number }
                    if let place { return place + 1 }
                    // In the order of creation the place of one that is gone is known.
                    guard request.sort == nil, let number = marker.number else { return Int?.none }
                    return passing.firstIndex { $0.number > number } ?? passing.count
                }
                if slice.marker != nil, marked == nil, request.unknownMarker == .refused { return nil }
                start = marked ?? request.offset(ofUnknown: slice.marker, total)
                let rest = passing.dropFirst(start)
                page = Array(slice.limit.map { rest.prefix($0) } ?? rest)
            }
            for object in page where !object.isSettled {
                collection.change(object.id, isReordering: false) { $0.wasShown(time) }
            }
            return ListedPage(
                members: page.map { (id: $0.id, members: $0.shown(lifecycle, time)) }, total: total,
                hasMore: !page.isEmpty && start + page.count < total,
                last: page.last.map { ListedPage.Last(id: $0.id, number: $0.number) })
        }
    }

    /// All members of a resource, those of one collection after the other, without counting as a response.
    func all(_ resource: Int) -> [StoredObject] {
        let time = now()
        return collections.withLock { collections in
            let scopes = collections.keys.filter { $0.resource == resource }
                .sorted { $0.parents.lexicographicallyPrecedes($1.parents) }
            return scopes.flatMap { scope -> [StoredObject] in
                sweep(scope, &collections)
                return (collections[scope]?.all() ?? []).map { object in
                    var object = object
                    object.members = object.shown(kinds[resource].lifecycle, time)
                    return object
                }
            }
        }
    }

    // MARK: Within the lock

    private func wait() -> StoredObject.Wait? {
        switch transitions {
        case .immediate: nil
        case .polls(let count): count > 0 ? .answers(count) : nil
        case .after(let duration): .until(now().addingTimeInterval(duration / .seconds(1)))
        }
    }

    private func sweep(_ scope: Scope, _ collections: inout [Scope: StoredCollection]) {
        guard transitions != .immediate else { return }
        _ = collections[scope]?.sweep(now())
    }

    private func count(
        _ objects: [StoredObject], in scope: Scope, _ time: Date, _ collections: inout [Scope: StoredCollection]
    ) {
        for object in objects {
            if case .settled = object.phase { continue }
            collections[scope]?.change(object.id, isReordering: false) { $0.wasShown(time) }
        }
    }

    private func removeChildren(of id: String, in scope: Scope, _ collections: inout [Scope: StoredCollection]) {
        let path = scope.parents + [id]
        for child in kinds[scope.resource].children {
            let scopes =
                kinds[child].depth == path.count
                ? [Scope(resource: child, parents: path)]
                : collections.keys.filter { $0.resource == child && $0.parents.starts(with: path) }
            for inner in scopes {
                guard var collection = collections.removeValue(forKey: inner) else { continue }
                for object in collection.all() { removeChildren(of: object.id, in: inner, &collections) }
            }
        }
    }
}
