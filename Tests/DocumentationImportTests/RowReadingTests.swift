import APISpec
import Diagnostics
import DocumentationImport
import Foundation
import Testing

/// Rows as converters leave them: read where one reading makes sense, reported and partly lost where none does.
@Suite struct RowReadingTests {
    /// The shed with other rows in the table of its model.
    private func shed(_ rows: String, head: String = "| Name | Description | Schema | Default |\n|---|") throws
        -> ImportedDocumentation
    {
        let text = try Fixture.text("shed.txt")
        let start = try #require(text.range(of: "| Name | Description | Schema | Default |", options: .backwards))
        return try Fixture.service(
            text: text[..<start.lowerBound] + head + "\n" + rows
                + "\n2.2 - Rack\n\(head)\nslot required | | string | |\n")
    }

    private func tool(_ rows: String) throws -> NamedSchema { try #require(try shed(rows).document.schema("Tool")) }

    /// A property in short: required or not, type, description, default.
    private func text(_ property: NamedSchema.Property?) -> String {
        guard let property else { return "none" }
        let schema = property.schema
        let kind =
            switch schema.kind {
            case .string: "string"
            case .integer: "integer"
            case .number: "number"
            case .enumeration(let values): "enum \(values.joined(separator: " "))"
            case .array(let element): "list of \(element.referencedNames.joined())"
            default: "\(schema.kind)"
            }
        let value =
            switch schema.defaultValue {
            case .string(let text): text
            case .number(let digits): digits
            case .array(let elements): "\(elements.count) elements"
            default: ""
            }
        return "\(property.isRequired ? "required" : "optional"); \(kind); \(schema.description ?? ""); \(value)"
    }

    @Test(
        "One reading makes sense",
        arguments: [
            ("| name required | Name | string | |", "required; string; Name; "),
            ("| name required | Name | string |", "required; string; Name; "),
            ("| name required | string |", "required; string; ; "),
            ("| name required | string | ||", "required; string; ; "),
            ("name required | Name | string", "required; string; Name; "),
            ("| name optional | enum (A, B) | A | |", "optional; enum A B; ; A"),
            ("| name optional | Racks | array[Rack] | [] |", "optional; list of Rack; Racks; 0 elements"),
            ("| name optional | Rack | array[Rack] | [] |", "optional; list of Rack; Rack; 0 elements"),
            ("| name optional | Name | or title | string | |", "optional; string; Name | or title; "),
            ("| name optional | Name\nand title\n| string | |", "optional; string; Name and title; "),
            ("name optional | Name |\n| string | |", "optional; string; Name; "),
        ])
    func readable(_ rows: String, _ expected: String) throws {
        let tool = try tool(rows)
        #expect(!tool.isLost)
        #expect(tool.properties.map(\.name) == ["name"])
        #expect(text(tool.properties.first) == expected)
    }

    @Test(
        "No reading, or several: the table is partly lost, and nothing is made up",
        arguments: [
            "| name required | string | string |",
            "| name required | Name string | |",
            "| name | Name | string | |",
            "| name required | Name |",
            "| name required Name | string | |",
            "| name required | A | string | | name2 required | B | integer | |",
            "| name required | Name | string | |2.3 - Rake",
        ])
    func unreadable(_ row: String) throws {
        let result = try shed("| id required | ID | integer | |\n\(row)\n| size optional | Size | number | |")
        let tool = try #require(result.document.schema("Tool"))
        #expect(tool.isLost)
        #expect(tool.properties.map(\.name) == ["id", "size"])
        #expect(text(tool.properties.first) == "required; integer; ID; ")
        #expect(text(tool.properties.last) == "optional; number; Size; ")
        let rules = Dictionary(grouping: result.findings, by: { $0.rule ?? "" })
        #expect(rules["malformed-row"]?.compactMap(\.location?.line) == [109])
        #expect(rules["malformed-row"]?.first?.message.contains("name") == true)
        #expect(
            rules["lost-schema"]?.map(\.message) == [
                "the table of the model `Tool` is partly lost: a row of it cannot be read"
            ])
    }

    @Test func aRowThatLostItsEndDoesNotSwallowTheNext() throws {
        let result = try shed(
            "| id required | ID\n| size optional | Size | number | 3 |\n| name required | Name\n| string | |")
        let tool = try #require(result.document.schema("Tool"))
        #expect(tool.properties.map(\.name) == ["size", "name"])
        #expect(tool.isLost)
        #expect(result.findings.filter { $0.rule == "malformed-row" }.compactMap(\.location?.line) == [108])
    }

    @Test func aLineThatComesTwiceIsReported() throws {
        let result = try shed(
            "| name required | Name\n| string | |\n| string | |\n| size optional | Size | number | 3 |")
        let tool = try #require(result.document.schema("Tool"))
        #expect(tool.properties.map(\.name) == ["name", "size"])
        #expect(tool.isLost)
        #expect(result.findings.filter { $0.rule == "malformed-row" }.compactMap(\.location?.line) == [110])
    }

    @Test func rowsOfParametersAndAnswers() throws {
        let text = try Fixture.text("shed.txt")
            .replacing("| 404 | Not Found | None |", with: "| 404 | Not Found |")
            .replacing(
                "| path | tool_id required | Tool ID Example : spade-1\n| string | None |",
                with: "| path | tool_id required | string |")
        let result = try Fixture.service(text: text)
        let revision = try #require(result.document.revision("showTool", "1.0"))
        #expect(revision.lost == [.responses])
        #expect(revision.responses.map(\.status) == [200])
        #expect(revision.parameters.map(\.name) == ["tool_id"])
        #expect(result.findings.filter { $0.rule == "lost-responses" }.count == 2)
        #expect(result.findings.contains { $0.message.contains("partly lost") && $0.rule == "lost-responses" })
    }

    @Test func aBodyThatNeedsNoSchemaHasNone() throws {
        let text = try Fixture.text("shed.txt").replacing("| 404 | Not Found | None |", with: "| 204 | No Content |")
        let revision = try #require(try Fixture.service(text: text).document.revision("showTool", "1.0"))
        #expect(revision.lost == [])
        #expect(revision.responses.map(\.status) == [200, 204])
        #expect(revision.responses.last?.schema == nil)
    }

    @Test func labelsThatRunIntoEachOther() throws {
        let tool = try tool(
            "| name required | Name Example : spadePattern : ^[a-z]*$Minimum length : 1Maximum length : 9 | string | |")
        let schema = try #require(tool.properties.first?.schema)
        #expect(schema.description == "Name")
        #expect(schema.example == .string("spade"))
        #expect(schema.pattern == "^[a-z]*$")
        #expect(schema.minLength == 1)
        #expect(schema.maxLength == 9)
    }

    @Test func aPageThatEndsInARowIsCutOff() throws {
        let text = try Fixture.text("shed.txt")
        for end in ["height optional | Height |\n", "height optional | Height\n"] {
            let errors = Fixture.errors(pages: [try Fixture.page(text: text + end, file: "page.txt")])
            #expect(errors == ["page.txt:112:1: error: the page ends in the middle of a table; get the whole page"])
        }
    }

    @Test func sectionsThatLostTheirHeading() throws {
        let text = try Fixture.text("shed.txt")
        for heading in ["Parameters\n| Type", "Responses\n| HTTP"] {
            let table = String(heading.split(separator: "\n")[1])
            let result = try Fixture.service(text: text.replacing(heading, with: table))
            #expect(result.document == (try Fixture.service("shed.txt").document))
            #expect(Set(result.findings.compactMap(\.rule)) == ["missing-section"])
        }
        let state = try Fixture.service(text: text.replacing("State\nACTIVE (CURRENT)", with: "ACTIVE (CURRENT)"))
        #expect(state.document.revision("showTool", "1.1")?.description == "Show a tool.")
        #expect(state.findings.contains { $0.rule == "unread-line" && $0.message.contains("ACTIVE") })
    }

    @Test func aCellALine() throws {
        let lines = try Fixture.text("shed.txt").replacing("\n| string | None |", with: " | string | None |")
            .replacing("\n| any of", with: " | any of").replacing("\n| string | |", with: " | string | |")
            .split(separator: "\n").map(String.init)
        let stacked = lines.filter { !$0.hasPrefix("|---") }.flatMap { line -> [String] in
            guard line.contains(" |") else { return [line] }
            return line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }.filter {
                !$0.isEmpty
            }
            .flatMap { cell -> [String] in
                let words = cell.split(separator: " ")
                let isName = words.count == 2 && (words[1] == "required" || words[1] == "optional")
                return isName ? words.map(String.init) : [cell]
            }
        }
        let result = try Fixture.service(text: stacked.joined(separator: "\n"))
        #expect(result.document == (try Fixture.service("shed.txt").document))
        #expect(result.findings.allSatisfy { $0.severity == .note })
    }

    @Test func headsAndHeadingsThatRanTogether() throws {
        let text = try Fixture.text("shed.txt")
        let head = "| environment | region |\n|---|\n"
        let twice = try Fixture.service(text: text.replacing(head, with: head + "| environment | region |\n"))
        #expect(twice.document == (try Fixture.service("shed.txt").document))
        let note = "Deprecated versions with Not Before dates that have arrived or expired are no longer supported. "
        let glued = try Fixture.service(
            text: text.replacing(
                "\nVersion\n", with: "\nVersion\(note)We recommend using the latest version.\n"))
        #expect(glued.document == (try Fixture.service("shed.txt").document))
        #expect(glued.findings.contains { $0.rule == "unread-line" && $0.location?.line == 4 })
    }
}
