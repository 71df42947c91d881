import Diagnostics
import Documentation
import Testing
import YAML

@testable import PageDialects

@Suite("Pages in the shape of widdershins")
struct WiddershinsTests {
    @Test("The service: title, version, address, ways to authenticate")
    func service() throws {
        let (root, result) = try Bakery.read(Bakery.markdown)
        #expect(root.text("info>title") == "Bakery")
        #expect(root.text("info>version") == "3.1.0")
        #expect(root.text("info>description") == "Bakes bread and takes orders.")
        #expect(root.text("servers>0>url") == "https://bakery.example/v3")
        #expect(root.text("components>securitySchemes>counter>name") == "X-Bakery-Key")
        #expect(root.text("components>securitySchemes>counter>in") == "header")
        // The one name without a way is that of the one way without a name.
        #expect(root.text("components>securitySchemes>baker>scheme") == "bearer")
        #expect(result.findings.map(\.rule) == ["page-dialect"])
    }

    @Test("Operations: names, parameters with their values, answers, headers, authentication")
    func operations() throws {
        let (root, _) = try Bakery.read(Bakery.markdown)
        #expect(root.keys("paths") == ["/loaves", "/loaves/{number}", "/orders"])
        let list = "paths>/loaves>get>"
        #expect(root.text(list + "operationId") == "listLoaves")
        #expect(root.text(list + "summary") == "List loaves")
        #expect(root.text(list + "description") == "Freshest first.")
        #expect(root.texts(list + "tags") == ["loaves"])
        #expect(root.texts(list + "parameters>0>schema>enum") == ["rye", "wheat"])
        #expect(root.text(list + "parameters>1>schema>type") == "array")
        #expect(root.texts(list + "parameters>1>schema>items>enum") == ["500", "1000"])
        #expect(root.text(list + "parameters>2>in") == "header")
        #expect(root.text(list + "parameters>2>schema>format") == "int32")
        let answer = list + "responses>200>"
        #expect(
            root.text(answer + "content>application/json>schema>items>$ref") == "#/components/schemas/Loaf")
        #expect(root.text(answer + "headers>X-Count>schema>format") == "int32")
        #expect(root.keys(list + "security>0") == ["counter"])
        #expect(root.at("paths>/loaves>post>security")?.items?.count == 2)
        #expect(root.at("paths>/loaves/{number}>delete>security")?.items?.isEmpty == true)
        #expect(root.at("paths>/loaves/{number}>delete>responses>204>content") == nil)
        #expect(root.text("paths>/loaves>post>requestBody>required") == "true")
    }

    @Test("Bodies and answers that are described where they are used, with choices between tables")
    func inline() throws {
        let (root, _) = try Bakery.read(Bakery.markdown)
        let body = "paths>/orders>post>requestBody>content>application/json>schema>"
        #expect(root.texts(body + "required") == ["loaves"])
        #expect(root.text(body + "properties>pickup>properties>day>format") == "date")
        #expect(root.texts(body + "properties>pickup>properties>hour>enum") == ["morning", "evening"])
        let answer = "paths>/orders>post>responses>200>content>application/json>schema>"
        #expect(root.keys(answer + "properties") == ["order", "paid", "ready"])
        #expect(root.text(answer + "properties>paid>oneOf>0>$ref") == "#/components/schemas/Card")
        #expect(root.texts(answer + "properties>paid>oneOf>1>required") == ["coins"])
    }

    @Test("Schemas: null, maps, parts, a schema that is a text")
    func schemas() throws {
        let (root, _) = try Bakery.read(Bakery.markdown)
        let schemas = "components>schemas>"
        #expect(root.keys("components>schemas") == ["Loaf", "Card", "Problem", "Message", "Kind"])
        #expect(root.text(schemas + "Loaf>description") == "One loaf.")
        #expect(root.texts(schemas + "Loaf>required") == ["grain"])
        #expect(root.text(schemas + "Loaf>properties>number>readOnly") == "true")
        #expect(root.text(schemas + "Loaf>properties>note>nullable") == "true")
        #expect(root.text(schemas + "Loaf>properties>seeds>additionalProperties>type") == "integer")
        #expect(root.texts(schemas + "Loaf>properties>grain>enum") == ["rye", "wheat"])
        #expect(root.text(schemas + "Problem>allOf>0>$ref") == "#/components/schemas/Message")
        #expect(root.text(schemas + "Problem>allOf>1>properties>cause>$ref") == "#/components/schemas/Problem")
        #expect(root.text(schemas + "Kind>type") == "string")
        #expect(root.texts(schemas + "Kind>enum") == ["lost", "burnt"])
    }

    @Test("HTML that Slate makes says the same")
    func html() throws {
        let (root, _) = try Bakery.read(Bakery.html, file: "bakery.html")
        #expect(root.text("info>title") == "Bakery")
        #expect(root.text("servers>0>url") == "https://bakery.example/v3")
        let show = "paths>/loaves/{number}>get>"
        #expect(root.text(show + "parameters>0>schema>format") == "int64")
        #expect(
            root.text(show + "responses>200>content>application/json>schema>$ref") == "#/components/schemas/Loaf")
        #expect(root.keys(show + "security>0") == ["counter"])
        #expect(root.text("components>schemas>Loaf>properties>tags>items>type") == "string")
        #expect(root.text("components>schemas>Loaf>properties>number>readOnly") == "true")
    }

    @Test("Templates of one's own: blanks, code marks, several values in a cell, schemas in another file")
    func ownTemplate() throws {
        let (root, result) = try Bakery.read(Bakery.ownTemplate)
        let bake = "paths>/loaves>post>"
        #expect(root.text(bake + "summary") == "Bake a loaf")
        #expect(root.at(bake + "operationId") == nil)
        #expect(root.text(bake + "parameters>0>name") == "grain")
        #expect(root.texts(bake + "parameters>0>schema>enum") == ["rye", "wheat"])
        #expect(root.text(bake + "parameters>1>schema>items>type") == "integer")
        #expect(
            root.text(bake + "responses>200>content>application/json>schema>items>$ref") == "#/components/schemas/Loaf")
        #expect(root.at("components>schemas>Loaf")?.entries?.isEmpty == true)
        #expect(result.findings.contains { $0.rule == "page-unknown-type" })
        #expect(result.findings.contains { $0.rule == "page-undescribed" })
    }

    @Test("Calls for headings, as templates of one's own have them, are not taken for another dialect")
    func callsAsHeadings() throws {
        let calls = try Bakery.markdown.replacing("`GET /loaves`", with: "")
            .replacing("## listLoaves", with: "### `GET /loaves`")
        let page = try PageReader.read(Array(calls.utf8), file: "bakery.md")
        let (groups, rest) = try DialectRecognition.groups(of: [page])
        #expect(groups.map(\.dialect.name) == ["widdershins"])
        #expect(rest.isEmpty)
        let (root, _) = try Bakery.read(calls)
        #expect(root.texts("paths>/loaves>get>parameters>0>schema>enum") == ["rye", "wheat"])
    }

    @Test("Words in Chinese, the method before the summary")
    func chinese() throws {
        let (root, _) = try Bakery.read(Bakery.chinese)
        #expect(root.text("info>title") == "面包房")
        let bake = "paths>/loaves>post>"
        #expect(root.text(bake + "summary") == "烤面包")
        #expect(root.text(bake + "requestBody>required") == "true")
        #expect(root.keys(bake + "responses") == ["201"])
        #expect(root.texts("components>schemas>Loaf>properties>grain>enum") == ["rye", "wheat"])
        #expect(root.text("components>schemas>Loaf>properties>grain>title") == "谷物")
        #expect(root.text("components>schemas>Loaf>properties>note>nullable") == "true")
    }

    @Test("Values of a name that two members have are reported, not given to one of them")
    func openValues() throws {
        let page = try Bakery.markdown.replacing(
            "|» ready|boolean|false|none|none|\n",
            with: """
                |» ready|string|false|none|none|
                |» box|object|false|none|none|
                |»» ready|string|false|none|none|

                #### Enumerated Values

                |Property|Value|
                |---|---|
                |ready|soon|

                """)
        let (root, result) = try Bakery.read(page)
        let answer = "paths>/orders>post>responses>200>content>application/json>schema>properties>"
        #expect(root.at(answer + "ready>enum") == nil)
        #expect(root.at(answer + "box>properties>ready>enum") == nil)
        #expect(result.findings.contains { $0.rule == "page-ambiguous" })
    }

    @Test(
        "Pages of other kinds are not taken for one",
        arguments: [
            "# Notes\n\n| Name | Type |\n|---|---|\n| a | b |\n",
            "# API\n\n## GET /a\n\n| Status | Description |\n|---|---|\n| 200 | ok |\n",
            "# Changes\n\n`GET /a` is new.\n\n| Name | In | Type | Required | Description |\n|---|---|---|---|---|\n| a | query | string | true | b |\n",
        ])
    func others(text: String) throws {
        #expect(try Widdershins.evidence(on: PageReader.read(Array(text.utf8), file: "a.md")) == nil)
    }

    @Test("Ways to authenticate without names: scopes tell them apart; what is open leaves an operation open too")
    func schemes() throws {
        let page = try Bakery.markdown
            .replacing(
                "- HTTP Authentication, scheme: bearer \n",
                with: """
                    - HTTP Authentication, scheme: bearer

                    - oAuth2 authentication.

                        - Flow: clientCredentials
                        - Token URL = [https://bakery.example/token](https://bakery.example/token)

                    |Scope|Scope Description|
                    |---|---|
                    |bake|Bakes|

                    """
            )
            .replacing("counter, baker\n", with: "counter, baker ( Scopes: bake )\n")
            .replacing("methods:\nbaker\n", with: "methods:\nguest\n")
        let (root, _) = try Bakery.read(page)
        #expect(root.text("components>securitySchemes>baker>type") == "oauth2")
        #expect(root.text("components>securitySchemes>guest>scheme") == "bearer")

        let open = page.replacing("\nguest\n", with: "\nguest, other\n")
        let (other, result) = try Bakery.read(open)
        #expect(other.at("paths>/orders>post>security") == nil)
        #expect(result.findings.contains { $0.rule == "page-undescribed" && $0.message.contains("`other`") })
    }

    @Test("A title names the type itself; null among choices; a description that breaks a row")
    func oddRows() throws {
        let page = try Bakery.markdown
            .replacing(
                "|*anonymous*|string|false|none|none|\n\n#### Enum", with: "|Kind|string|false|none|none|\n\n#### Enum"
            )
            .replacing("|*anonymous*|lost|\n|*anonymous*|burnt|", with: "|Kind|lost|\n|Kind|burnt|")
            .replacing("```json\n\"lost\"\n\n```\n", with: "```json\n\"lost\"\n\n```\n\nKind\n")
            .replacing(
                "|»» *anonymous*|object|false|none|none|\n|»»» coins|integer|true|none|none|\n",
                with: "|»» *anonymous*|null|false|none|none|\n"
            )
            .replacing("|In the oven|", with: "|In the\noven|hot|")
        let (root, _) = try Bakery.read(page)
        #expect(root.texts("components>schemas>Kind>enum") == ["lost", "burnt"])
        let paid = "paths>/orders>post>responses>200>content>application/json>schema>properties>paid>"
        #expect(root.text(paid + "nullable") == "true")
        #expect(root.text(paid + "allOf>0>$ref") == "#/components/schemas/Card")
        let baked = "paths>/loaves>post>responses>201>"
        #expect(root.text(baked + "description") == "In the\noven|hot")
        #expect(root.text(baked + "content>application/json>schema>$ref") == "#/components/schemas/Loaf")
    }

    @Test("Whatever is cut off ends with what was there, or is refused with its place, at every line")
    func cut() throws {
        let lines = try Bakery.markdown.split(separator: "\n", omittingEmptySubsequences: false)
        let whole = try #require(try Bakery.read(Bakery.markdown).0.keys("paths"))
        var read = 0
        for count in 1..<lines.count {
            let text = lines.prefix(count).joined(separator: "\n")
            do {
                let page = try PageReader.read(Array(text.utf8), file: "cut.md")
                let (root, result) = try (Bakery.read(text, file: "cut.md"))
                let paths = root.keys("paths") ?? []
                #expect(paths == Array(whole.prefix(paths.count)), "cut behind line \(count)")
                #expect(result.findings.allSatisfy { ($0.location?.line ?? 1) <= count }, "cut behind line \(count)")
                #expect(page.blocks.allSatisfy { $0.lines.upperBound <= count })
                read += 1
            } catch let error as DiagnosticError {
                #expect(error.diagnostics.count == 1 && error.diagnostics[0].location?.file == "cut.md")
            }
        }
        #expect(read * 2 > lines.count)
    }
}
