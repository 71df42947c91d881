/// Chooses what every lost body is, all at once.
///
/// Each choice has a score of its own. Two things tie choices together: versions of one operation tend to use one
/// family of schemas, and a schema that no table uses must be somewhere. The sum of all that is made as great as
/// steps of three kinds make it: another choice for one body; another family for all versions of an operation; an
/// exchange of families between two operations. Steps are tried in a fixed order, so that the result is always the
/// same.
struct Assignment {
    private let slots: [MissingBody]
    private let isUnused: [Bool]
    /// The bodies of one operation in one direction, newest version first.
    private let groups: [[Int]]
    /// For each slot the number of its candidate; `nil` where there is none.
    private(set) var chosen: [Int?]
    /// For each schema how many bodies chose it.
    private(set) var uses: [Int]

    private static let sweepLimit = 20

    init(slots: [MissingBody], groups: [[Int]], isUnused: [Bool]) {
        self.slots = slots
        self.groups = groups
        self.isUnused = isUnused
        chosen = Array(repeating: nil, count: slots.count)
        uses = Array(repeating: 0, count: isUnused.count)
        for (number, slot) in slots.enumerated() {
            var best: (number: Int, score: Double)?
            for (option, candidate) in slot.candidates.enumerated() {
                let isWanted = candidate.position.map { isUnused[$0] } ?? false
                let score = candidate.score + (isWanted ? Weight.unused : 0)
                if best.map({ score > $0.score }) ?? true { best = (option, score) }
            }
            chosen[number] = best?.number
        }
        for number in slots.indices { count(number, 1) }
        improve()
    }

    private mutating func improve() {
        for _ in 0..<Self.sweepLimit {
            var isBetter = false
            for group in groups.indices { isBetter = improve(group: group) || isBetter }
            for first in groups.indices {
                for second in groups.indices where second > first {
                    isBetter = exchange(first, second) || isBetter
                }
            }
            if !isBetter { return }
        }
    }

    // MARK: The sum

    private mutating func count(_ slot: Int, _ change: Int) {
        guard let option = chosen[slot], let position = slots[slot].candidates[option].position else { return }
        uses[position] += change
    }

    /// What the bodies of some groups add to the sum; `uses` must not count them.
    private func value(of members: [Int], choosing options: [Int?]) -> Double {
        var sum = 0.0
        var previous: (group: MissingBody, family: Int, status: Int?)?
        for (slot, option) in zip(members, options) {
            guard let option else { continue }
            let candidate = slots[slot].candidates[option]
            sum += candidate.score
            if let position = candidate.position, isUnused[position], uses[position] == 0 { sum += Weight.unused }
            if let previous, previous.family == candidate.family, previous.status == slots[slot].status {
                sum += Weight.neighbour
            }
            previous = (slots[slot], candidate.family, slots[slot].status)
        }
        return sum
    }

    // MARK: Steps

    private mutating func improve(group: Int) -> Bool {
        let members = groups[group]
        for slot in members { count(slot, -1) }
        defer { for slot in members { count(slot, 1) } }
        let current = members.map { chosen[$0] }
        var best = current
        var bestValue = value(of: members, choosing: current)
        func consider(_ options: [Int?]) {
            let value = value(of: members, choosing: options)
            if value > bestValue + 1e-9 {
                best = options
                bestValue = value
            }
        }
        for (place, slot) in members.enumerated() {
            for option in slots[slot].candidates.indices {
                var options = current
                options[place] = option
                consider(options)
            }
        }
        for family in families(of: members) { consider(moved(members, from: current, to: family)) }
        for (slot, option) in zip(members, best) { chosen[slot] = option }
        return best != current
    }

    private mutating func exchange(_ first: Int, _ second: Int) -> Bool {
        let left = groups[first]
        let right = groups[second]
        guard let leftFamily = family(of: left), let rightFamily = family(of: right), leftFamily != rightFamily,
            slots[left[0]].direction == slots[right[0]].direction
        else { return false }
        for slot in left + right { count(slot, -1) }
        defer { for slot in left + right { count(slot, 1) } }
        let leftNow = left.map { chosen[$0] }
        let rightNow = right.map { chosen[$0] }
        let leftThen = moved(left, from: leftNow, to: rightFamily)
        let rightThen = moved(right, from: rightNow, to: leftFamily)
        guard leftThen != leftNow, rightThen != rightNow else { return false }
        let now = value(of: left, choosing: leftNow) + value(of: right, choosing: rightNow)
        let then = value(of: left, choosing: leftThen) + value(of: right, choosing: rightThen)
        guard then > now + 1e-9 else { return false }
        for (slot, option) in zip(left + right, leftThen + rightThen) { chosen[slot] = option }
        return true
    }

    private func family(of members: [Int]) -> Int? {
        members.lazy.compactMap { slot in chosen[slot].map { slots[slot].candidates[$0].family } }.first
    }

    private func families(of members: [Int]) -> [Int] {
        var result: [Int] = []
        for slot in members {
            for candidate in slots[slot].candidates where !result.contains(candidate.family) {
                result.append(candidate.family)
            }
        }
        return result
    }

    private func moved(_ members: [Int], from options: [Int?], to family: Int) -> [Int?] {
        zip(members, options).map { slot, option in
            slots[slot].candidates.firstIndex { $0.family == family } ?? option
        }
    }

    // MARK: Doubt

    /// The other candidates of a slot that are nearly as good as the chosen one, the best first.
    ///
    /// "Nearly" is less than one weight of evidence apart, judged for this body alone and for all versions together.
    mutating func alternatives(to slot: Int, within margin: Double) -> [Int] {
        guard let option = chosen[slot], let group = groups.first(where: { $0.contains(slot) }) else { return [] }
        for member in group { count(member, -1) }
        defer { for member in group { count(member, 1) } }
        let current = group.map { chosen[$0] }
        let now = value(of: group, choosing: current)
        var result: [(option: Int, loss: Double)] = []
        for other in slots[slot].candidates.indices where other != option {
            var single = current
            if let place = group.firstIndex(of: slot) { single[place] = other }
            var best = value(of: group, choosing: single)
            let together = moved(group, from: current, to: slots[slot].candidates[other].family)
            if let place = group.firstIndex(of: slot), together[place] == other {
                best = max(best, value(of: group, choosing: together))
            }
            if now - best < margin { result.append((other, now - best)) }
        }
        return result.sorted { $0.loss == $1.loss ? $0.option < $1.option : $0.loss < $1.loss }.map(\.option)
    }
}
