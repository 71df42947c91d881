import APISpec

extension Schema.Limits {
    /// What is wrong with a number; `nil` where nothing is.
    func demand(onNumber text: String) -> String? {
        guard let value = Double(text) else { return nil }
        if let minimum, let bound = Double(minimum), value < bound { return "must be at least \(minimum)" }
        if let maximum, let bound = Double(maximum), value > bound { return "must be at most \(maximum)" }
        if let exclusiveMinimum, let bound = Double(exclusiveMinimum), value <= bound {
            return "must be greater than \(exclusiveMinimum)"
        }
        if let exclusiveMaximum, let bound = Double(exclusiveMaximum), value >= bound {
            return "must be less than \(exclusiveMaximum)"
        }
        if let multipleOf, let step = Double(multipleOf), step > 0 {
            let count = value / step
            // 0.3 is three times 0.1 for whoever wrote it, though not in binary.
            if abs(count - count.rounded()) > 1e-9 * max(1, abs(count)) { return "must be a multiple of \(multipleOf)" }
        }
        return nil
    }

    /// What is wrong with a list as a whole; `nil` where nothing is.
    func demand(onItems elements: [JSONValue]) -> String? {
        if let minItems, elements.count < minItems {
            return "must have at least \(minItems) item\(minItems == 1 ? "" : "s")"
        }
        if let maxItems, elements.count > maxItems {
            return "must have at most \(maxItems) item\(maxItems == 1 ? "" : "s")"
        }
        return uniqueItems && Set(elements).count < elements.count ? "must have no item twice" : nil
    }

    /// What is wrong with the number of an object's members; `nil` where nothing is.
    func demand(onMembers count: Int) -> String? {
        if let minProperties, count < minProperties {
            return "must have at least \(minProperties) member\(minProperties == 1 ? "" : "s")"
        }
        if let maxProperties, count > maxProperties {
            return "must have at most \(maxProperties) member\(maxProperties == 1 ? "" : "s")"
        }
        return nil
    }

    /// Numbers of which one is within the bounds, if any simple one is.
    var candidates: [String] {
        let least = (minimum ?? exclusiveMinimum).flatMap(Double.init)
        let most = (maximum ?? exclusiveMaximum).flatMap(Double.init)
        let step = multipleOf.flatMap(Double.init) ?? 1
        var numbers: [Double] = []
        if let least { numbers += [least, least + 1, (least / step).rounded(.up) * step, least + step] }
        if let most { numbers += [most, most - 1, (most / step).rounded(.down) * step, most - step] }
        if let least, let most { numbers.append((least + most) / 2) }
        return [minimum, maximum, multipleOf].compactMap { $0 } + (numbers + [step, 0]).map(Self.text)
    }

    private static func text(_ number: Double) -> String {
        Int(exactly: number).map { String($0) } ?? "\(number)"
    }
}
