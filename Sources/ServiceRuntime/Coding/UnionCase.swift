import Synchronization

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// One of the types that a value may have.
///
/// Generated unions make it of the case itself: `UnionCase(Pet.cat)`.
public struct UnionCase<Union> {
    /// Reads the case from a decoder.
    let read: (any Decoder) throws -> Union
    /// Reads the case from JSON on trial, with its distance from it; nil where it does not fit.
    let attempt: (JSONValue, Data) -> (distance: Int, deviations: [Deviation], union: Union)?

    /// The case that `make` makes of its value.
    ///
    /// - Parameters:
    ///   - make: the case of the union.
    ///   - constants: the members of the value that are always these, where their type does not tell it: JSON that has
    ///     others fits less well.
    public init<Value: Codable>(_ make: @escaping (Value) -> Union, having constants: [String: JSONValue] = [:]) {
        // A container knows dates; a date on its own would read a number.
        read = { make(try $0.singleValueContainer().decode(Value.self)) }
        attempt = { json, data in
            var deviations: [Deviation] = []
            guard let value = try? JSONCoding().decode(Value.self, from: data, onDeviation: { deviations.append($0) }),
                let written = try? JSONValue(json: JSONCoding().encode(value)),
                !UnionDistance.hasNothing(of: json, in: written)
            else { return nil }
            let distance =
                deviations.count + UnionDistance.lost(of: json, in: written) + UnionDistance.undocumented(in: value)
                + constants.count { name, value in json[name].map { $0 != value } ?? false }
            return (distance, deviations, make(value))
        }
    }
}

extension Decoder {
    /// The case that the member `property` of an object names.
    ///
    /// A name that `cases` does not have gives `undocumented` with the whole value. Without the member, or where the
    /// value is not an object, the case is found as by ``union(_:undocumented:)``, in the order of the names.
    ///
    /// Throws a `DecodingError` where the value does not fit the case that it names.
    public func union<Union>(
        discriminatedBy property: String, _ cases: [String: UnionCase<Union>], undocumented: (JSONValue) -> Union
    ) throws -> Union {
        if let members = try? container(keyedBy: MemberName.self),
            let name = try? members.decode(String.self, forKey: MemberName(stringValue: property))
        {
            if let found = cases[name] { return try found.read(self) }
            return undocumented(try JSONValue(from: self))
        }
        return try union(cases.sorted { $0.key < $1.key }.map(\.value), undocumented: undocumented)
    }

    /// The case that fits best.
    ///
    /// Best is the case that keeps all that the value has, without a deviation and without an enumeration value that is
    /// not documented; of equal ones the first. Where none fits, `undocumented` gets the value.
    ///
    /// Unions within unions are weighed down to 3 levels, and 1000 times in all; beyond that the first case that fits
    /// is taken, so that no response can cost more time than it is worth.
    public func union<Union>(
        _ cases: [UnionCase<Union>], undocumented: (JSONValue) -> Union
    ) throws -> Union {
        let trial = UnionTrial.current ?? UnionTrial(depth: 0, budget: UnionTrial.Budget())
        let json = try JSONValue(from: self)
        guard let data = try? JSONCoding().encode(json) else { return undocumented(json) }
        var best: (distance: Int, deviations: [Deviation], union: Union, read: (any Decoder) throws -> Union)?
        for candidate in cases {
            guard trial.budget.take() else { break }
            let found = UnionTrial.$current.withValue(trial.deeper) { candidate.attempt(json, data) }
            if let found, found.distance < best?.distance ?? .max {
                best = (found.distance, found.deviations, found.union, candidate.read)
            }
            if best?.distance == 0 || best != nil && trial.depth >= UnionTrial.limit { break }
        }
        guard let best else { return undocumented(json) }
        // On trial nobody asks for places; reading again for each level would double the time with each.
        guard trial.depth > 0 else { return try best.read(self) }
        let report = DeviationReport(self)
        for deviation in best.deviations { try report.add(deviation.kind, at: codingPath, seen: deviation.seen) }
        return best.union
    }
}

/// How deep unions are being tried within unions, and how often at all.
private struct UnionTrial: Sendable {
    @TaskLocal static var current: UnionTrial?

    /// How many levels are weighed.
    static let limit = 3

    let depth: Int
    let budget: Budget

    var deeper: UnionTrial { UnionTrial(depth: depth + 1, budget: budget) }

    /// The trials of one value that are left.
    final class Budget: Sendable {
        private let left = Atomic(1000)

        /// Takes one; false if there is none.
        func take() -> Bool { left.subtract(1, ordering: .relaxed).oldValue > 0 }
    }
}

/// How far a typed value is from the JSON that it was read from.
enum UnionDistance {
    /// The number of members and elements that did not come back.
    static func lost(of json: JSONValue, in written: JSONValue) -> Int {
        switch (json, written) {
        case (.object(let members), .object(let kept)):
            members.reduce(0) { count, member in
                if member.value.isNull { return count + (kept[member.key] == nil ? 1 : 0) }
                return count + (kept[member.key].map { lost(of: member.value, in: $0) } ?? 1)
            }
        case (.array(let elements), .array(let kept)) where elements.count == kept.count:
            zip(elements, kept).reduce(0) { $0 + lost(of: $1.0, in: $1.1) }
        case (.object, _), (.array, _): 1
        default: 0
        }
    }

    /// Whether an object has members, and none of them came back: then it is an object of something else.
    static func hasNothing(of json: JSONValue, in written: JSONValue) -> Bool {
        guard case .object(let members) = json, case .object(let kept) = written, !members.isEmpty else { return false }
        return members.allSatisfy { kept[$0.key] == nil }
    }

    /// The number of enumeration values in a typed value that are not documented, to a depth of 6.
    static func undocumented(in value: Any, depth: Int = 0) -> Int {
        if let value = value as? any OpenEnum { return value.isDocumented ? 0 : 1 }
        if let value = value as? any OpenNumberEnum { return value.isDocumented ? 0 : 1 }
        if depth > 6 || value is JSONValue || value is String { return 0 }
        return Mirror(reflecting: value).children.reduce(0) { $0 + undocumented(in: $1.value, depth: depth + 1) }
    }
}
