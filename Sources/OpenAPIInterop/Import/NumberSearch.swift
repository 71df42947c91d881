import Diagnostics
import YAML

/// Finds numbers that no program reads as numbers: beyond the range of double precision, which JSON has by agreement
/// (RFC 8259, section 6).
enum NumberSearch {
    /// The first such number below a node. Only long numbers and those with an exponent are looked at.
    static func first(in root: YAMLNode) -> DiagnosticError? {
        var open = [root]
        while let node = open.popLast() {
            switch node.content {
            case .sequence(let items): open += items.reversed()
            case .mapping(let entries): open += entries.reversed().map(\.value)
            case .scalar(let scalar):
                let text = scalar.text.utf8
                guard scalar.isPlain, let first = text.first,
                    first == 0x2D || first == 0x2B || (0x30...0x39).contains(first),
                    text.count > 300 || text.contains(where: { $0 == 0x65 || $0 == 0x45 }), text.count < 100_000,
                    let number = node.number, let value = Double(number), value.isInfinite
                else { continue }
                return DiagnosticError(
                    "the number `\(number.prefix(40))` is beyond what programs read (1.8e308); write a smaller one, or leave "
                        + "it out", at: node.location)
            }
        }
        return nil
    }
}
