import APIModel

extension Schema.Limits {
    /// What is wrong with a number; `nil` where nothing is.
    func demand(onNumber text: String) -> String? {
        // As their digits say: numbers of more than 53 bits differ where doubles do not.
        guard let value = DecimalText(text) else { return nil }
        func bound(_ text: String?) -> DecimalText? { text.flatMap { DecimalText($0) } }
        if let minimum, let bound = bound(minimum), value < bound { return "must be at least \(minimum)" }
        if let maximum, let bound = bound(maximum), bound < value { return "must be at most \(maximum)" }
        if let exclusiveMinimum, let bound = bound(exclusiveMinimum), value <= bound {
            return "must be greater than \(exclusiveMinimum)"
        }
        if let exclusiveMaximum, let bound = bound(exclusiveMaximum), value >= bound {
            return "must be less than \(exclusiveMaximum)"
        }
        if let multipleOf, !Self.isMultiple(text, of: multipleOf) { return "must be a multiple of \(multipleOf)" }
        return nil
    }

    private static func isMultiple(_ text: String, of step: String) -> Bool {
        guard let value = DecimalText(text), let step = DecimalText(step) else { return true }
        return value.isMultiple(of: step) ?? true
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
        // Beyond 53 bits the next number is not found by doubles.
        var texts = [minimum, maximum, multipleOf].compactMap { $0 }
        for case let bound? in [minimum, exclusiveMinimum] {
            if let bound = Int(bound), bound < .max { texts.append(String(bound + 1)) }
        }
        for case let bound? in [maximum, exclusiveMaximum] {
            if let bound = Int(bound), bound > .min { texts.append(String(bound - 1)) }
        }
        return texts + (numbers + [step, 0]).map(Self.text)
    }

    private static func text(_ number: Double) -> String {
        Int(exactly: number).map { String($0) } ?? "\(number)"
    }
}
