import Diagnostics
import Testing
import YAML

@Suite("Reading a document")
struct ReadingTests {
    @Test func contentAndPlaces() throws {
        let root = try read("# top\nname: Backup\nlist:\n  - 1\n  - {a: 'x', \"b\": ~}\n")
        #expect(root.location.description == "a.yaml:2:1")
        #expect(root.entries?.map(\.key.text) == ["name", "list"])
        #expect(root["name"]?.scalar?.text == "Backup")
        #expect(root["name"]?.location.description == "a.yaml:2:7")
        let list = try #require(root["list"]?.items)
        #expect(list[0].scalar?.resolved == .integer("1"))
        #expect(list[1].location.description == "a.yaml:5:5")
        #expect(list[1].entries?.map(\.key.isPlain) == [true, false])
        #expect(list[1].entries?[1].key.location.description == "a.yaml:5:14")
        #expect(list[1]["a"]?.scalar?.isPlain == false)
        #expect(list[1]["b"]?.scalar?.resolved == .null)
        #expect(list[1]["c"] == nil)
        #expect(list[1].scalar == nil && list[1].items == nil && list[0].entries == nil)
    }

    @Test func markIsSkipped() throws {
        let root = try parseYAML([0xEF, 0xBB, 0xBF] + Array("a: b".utf8), file: "a.yaml")
        #expect(root["a"]?.location.description == "a.yaml:1:4")
    }

    @Test(arguments: ["a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1\nb: 2"])
    func lineEnds(text: String) throws {
        #expect(try read(text)["b"]?.location.description == "a.yaml:2:4")
    }

    @Test func columnsCountCharacters() throws {
        #expect(try read("{사용자: 1, 🙂: x}")["🙂"]?.location.description == "a.yaml:1:13")
    }

    @Test func unicodeLineBreaksDoNotMoveLines() throws {
        let root = try read("a: \"x\u{2028}y\u{85}z\"\nb: [1, 2]\n")
        #expect(root["b"]?.location.description == "a.yaml:2:4")
        #expect(root["b"]?.items?[1].location.description == "a.yaml:2:8")
        #expect(root["a"]?.scalar?.text == "x\u{2028}y z")
    }

    @Test func markersAndVersion() throws {
        #expect(try read("%YAML 1.2\n---\na: 1\n...\n")["a"]?.scalar?.text == "1")
        #expect(try read("%YAML 1.1\n--- x")["a"] == nil)
    }

    @Test func jsonIsYAML() throws {
        let root = try read("{\n\t\"a\": [1, true, null, \"\\u00e9\\/\"]\n}")
        let expected: [YAMLValue] = [.number("1"), .bool(true), .null, .string("é/")]
        #expect(value(root) == .mapping([YAMLMember("a", .sequence(expected, .block))], .block))
    }

    @Test func aliasStandsWhereItIsUsed() throws {
        let root = try read("a: &x [1, {k: v}]\nb: *x\nc: &x 2\nd: *x\n*x : key\n")
        #expect(root["b"].map(value) == root["a"].map(value))
        #expect(root["b"]?.location.description == "a.yaml:2:4")
        #expect(root["b"]?.items?[0].location.description == "a.yaml:1:8")
        #expect(root["d"]?.scalar?.text == "2")
        #expect(root["2"]?.scalar?.text == "key")
    }

    @Test func coreTags() throws {
        let root = try read(
            "[!!str 1, !!int '2', !!float 3, !!bool 'true', !!null '', !!map {}, !!seq [], ! 4, "
                + "!<tag:yaml.org,2002:str> 5, !!float 1e3]")
        let scalars = try #require(root.items).compactMap(\.scalar)
        #expect(
            scalars.map(\.resolved) == [
                .string("1"), .integer("2"), .float("3"), .bool(true), .null, .string("4"), .string("5"),
                .float("1e3"),
            ])
        #expect(scalars[0].isPlain == false)
    }

    @Test func explicitKeysAndMissingValues() throws {
        let root = try read("? a\n: 1\n? b\nc:\n'<<': 2\n")
        #expect(root.entries?.map(\.key.text) == ["a", "b", "c", "<<"])
        #expect(root["b"]?.scalar?.resolved == .null)
        #expect(root["c"]?.scalar?.resolved == .null)
    }

    @Test func blockTexts() throws {
        let root = try read("a: |\n  x\n   y\n\nb: >-\n  x\n  y\nc: plain\n  text\n")
        #expect(root["a"]?.scalar?.text == "x\n y\n")
        #expect(root["b"]?.scalar?.text == "x y")
        #expect(root["c"]?.scalar?.text == "plain text")
        #expect(root["a"]?.scalar?.isPlain == false)
        #expect(root["c"]?.scalar?.isPlain == true)
    }

    @Test func anyCollectionOfBytes() throws {
        #expect(try parseYAML(AnyCollection(Array("a".utf8)), file: "f").scalar?.text == "a")
    }
}
