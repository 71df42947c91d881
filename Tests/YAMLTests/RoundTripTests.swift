import Testing
import YAML

@Suite("Writing and reading again")
struct RoundTripTests {
    @Test func randomTrees() throws {
        var source = RandomValues(seed: 1)
        for number in 0..<4_000 {
            let value = source.value(depth: 4)
            let width = [10, 40, 80, 120][number % 4]
            let text = YAMLWriter(width: width).write(value, comment: ["a comment"])
            try #require(YAMLTests.value(read(text)) == withoutStyle(value), "tree \(number):\n\(text)")
            try #require(YAMLWriter(width: width).write(value, comment: ["a comment"]) == text)
            // What is read without the text in between is the same.
            try #require(YAMLTests.value(YAMLNode(written: value, file: "a.yaml")) == withoutStyle(value))
        }
    }

    @Test func randomTexts() throws {
        var source = RandomValues(seed: 2)
        let texts = (0..<20_000).map { _ in YAMLValue.string(source.text()) }
        for style in [YAMLStyle.block, .flow] {
            let text = YAMLWriter().write(.sequence(texts, style))
            #expect(try value(read(text)) == .sequence(texts, .block))
        }
    }

    @Test func everyCharacter() throws {
        let scalars =
            (UInt32(0)...0x3100).compactMap(Unicode.Scalar.init) + [
                "\u{D7FF}", "\u{E000}", "\u{FEFF}", "\u{FFFD}", "\u{FFFE}", "\u{FFFF}", "\u{10000}", "\u{1F600}",
                "\u{1FFFE}", "\u{E0001}", "\u{10FFFF}",
            ]
        for frame in [("", ""), ("a", "b"), ("a\n", "b\n"), ("", " x"), ("x: ", "")] {
            let texts = scalars.map { YAMLValue.string("\(frame.0)\($0)\(frame.1)") }
            let text = YAMLWriter().write(.sequence(texts, .block))
            #expect(try value(read(text)) == .sequence(texts, .block))
        }
    }

    /// The widths of lines that were laid out automatically, except those that no layout could shorten.
    @Test func automaticKeepsTheWidth() throws {
        var source = RandomValues(seed: 3)
        for _ in 0..<500 {
            let text = YAMLWriter(width: 60).write(source.value(depth: 4, styles: [.automatic]))
            for line in text.split(separator: "\n") where line.unicodeScalars.count > 60 {
                #expect(!line.hasSuffix("]") && !line.hasSuffix("}") || line.contains("'") || line.contains("\""))
            }
        }
    }
}
