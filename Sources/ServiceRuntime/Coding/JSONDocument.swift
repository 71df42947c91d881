import Foundations

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A parsed JSON document: its bytes, and a flat list of nodes that point into them.
///
/// Text stays as it is until it is asked for. One document serves one run of decoding, on one thread.
final class JSONDocument {
    let bytes: UnsafeMutablePointer<UInt8>
    let byteCount: Int
    let session: DecodingSession?
    // Every look-up goes through these; checking each access for exclusivity would cost as much as the look-up.
    @exclusivity(unchecked) private(set) var nodes: UnsafeMutablePointer<JSONNode>
    @exclusivity(unchecked) private(set) var count = 0
    @exclusivity(unchecked) private var capacity: Int
    /// The names of members that were asked for although absent; the node has the place in this list.
    private var absentNames: [String] = []
    /// The members by name of objects that are not searched one by one.
    private var indexes: [Int: [String: Int]] = [:]

    /// Parses `data`; nil where it is not JSON, is nested too deeply or is too large.
    init?(_ data: Data, session: DecodingSession?) {
        byteCount = data.count
        bytes = .allocate(capacity: max(1, byteCount))
        capacity = max(16, byteCount / 12)
        nodes = .allocate(capacity: capacity)
        self.session = session
        data.copyBytes(to: bytes, count: byteCount)
        guard byteCount <= Self.limit else { return nil }
        var parser = JSONParser(
            bytes, count: byteCount, as: .markedJSON, depthLimit: JSONFault.depthLimit, handler: JSONNodeBuilder(self))
        guard parser.parse() else { return nil }
    }

    /// The largest document, in bytes: nodes count in 32 bits.
    private static let limit = Int(Int32.max)

    /// Why a document is refused that is JSON.
    static func refusal(_ data: Data) -> String {
        data.count > limit ? "it is larger than \(limit) bytes" : "the name of a member is not valid text"
    }

    deinit {
        bytes.deallocate()
        nodes.deallocate()
    }

    func append(_ node: JSONNode) {
        if count == capacity {
            let grown = UnsafeMutablePointer<JSONNode>.allocate(capacity: capacity * 2)
            grown.moveInitialize(from: nodes, count: count)
            nodes.deallocate()
            nodes = grown
            capacity *= 2
        }
        (nodes + count).initialize(to: node)
        count += 1
    }

    /// A node that reads as null, in place of the absent member `name` of an object.
    func appendAbsent(_ name: String, of object: Int) -> Int {
        absentNames.append(name)
        append(
            JSONNode(
                kind: .absent, start: UInt32(absentNames.count - 1), next: UInt32(count + 1), parent: UInt32(object),
                ordinal: JSONNode.memberOrdinal))
        return count - 1
    }

    /// The way from the root to a node.
    func path(of index: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var index = index
        while index > 0 {
            let node = nodes[index]
            if node.ordinal != JSONNode.memberOrdinal {
                path.append(ElementIndex(Int(node.ordinal)))
            } else if node.kind == .absent {
                path.append(MemberName(stringValue: absentNames[Int(node.start)]))
            } else {
                path.append(MemberName(stringValue: name(at: index - 1)))
            }
            index = Int(node.parent)
        }
        return path.reversed()
    }
}

extension JSONDocument {
    /// The value of the member `name` of an object, or nil.
    ///
    /// Members are mostly asked for in the order in which they come, so the search goes on from where the last one was
    /// found. Of members with the same name the first one counts.
    func member(_ name: UnsafeBufferPointer<UInt8>, of object: Int) -> Int? {
        let node = nodes[object]
        if node.needsIndex { return index(of: object)[String(decoding: name, as: UTF8.self)] }
        let (first, end) = (object + 1, Int(node.next))
        var index = Int(node.start)
        for _ in 0..<node.length {
            if index >= end { index = first }
            let next = Int(nodes[index + 1].next)
            if isName(index, name) {
                nodes[object].start = UInt32(next)
                return index + 1
            }
            index = next
        }
        return nil
    }

    /// The value of the member `name` of an object, or nil, as ``member(_:of:)-(UnsafeBufferPointer<UInt8>,_)``.
    func member(_ name: String, of object: Int) -> Int? {
        var name = name
        return name.withUTF8 { member($0, of: object) }
    }

    private func isName(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[index]
        if node.isEscaped { return self.name(at: index).utf8.elementsEqual(name) }
        guard Int(node.length) == name.count else { return false }
        let text = bytes + Int(node.start)
        for offset in 0..<name.count where text[offset] != name[offset] { return false }
        return true
    }

    /// Calls `body` with the name and the value of each member, in the order of the document; of members with the same
    /// name only with the first one.
    func forEachMember(of object: Int, _ body: (String, Int) throws -> Void) rethrows {
        let node = nodes[object]
        var seen: Set<String> = []
        var index = object + 1
        for _ in 0..<node.length {
            let name = name(at: index)
            if !node.needsIndex || seen.insert(name).inserted { try body(name, index + 1) }
            index = Int(nodes[index + 1].next)
        }
    }

    private func index(of object: Int) -> [String: Int] {
        if let index = indexes[object] { return index }
        var members: [String: Int] = [:]
        forEachMember(of: object) { members[$0] = $1 }
        indexes[object] = members
        return members
    }
}
