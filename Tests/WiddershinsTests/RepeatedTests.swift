import Diagnostics
import Documentation
import Testing
import YAML

@testable import PageDialects

/// What pages say twice, in columns of their own, or not at all.
@Suite("Pages in the shape of widdershins lose nothing in silence")
struct RepeatedTests {
    /// A small page: rows of the parameters of `POST /loaves`, and what follows the schemas.
    private func page(
        title: String = "Bakery v1.0", head: String = "|Name|In|Type|Required|Description|", _ rows: String = "",
        schemas: String = "", operations: String = ""
    ) -> String {
        let columns = head.filter { $0 == "|" }.count - 1
        return """
            ---
            title: \(title)
            ---

            <!-- Generator: Widdershins v4.0.1 -->

            <h1 id="bakery">\(title)</h1>

            > Scroll down for code samples

            Base URLs:

            * <a href="https://bakery.example/v1">https://bakery.example/v1</a>

            <h1 id="bakery-loaves">loaves</h1>

            ## bake

            <a id="opIdbake"></a>

            `POST /loaves`

            <h3 id="bake-parameters">Parameters</h3>

            \(head)
            \(String(repeating: "|---", count: columns))|
            \(rows)

            <h3 id="bake-responses">Responses</h3>

            |Status|Meaning|Description|Schema|
            |---|---|---|---|
            |200|[OK](https://tools.ietf.org/html/rfc7231#section-6.3.1)|Baked|[a%2Fb](#schemaa%2fb)|

            \(operations)

            # Schemas

            <h2 id="tocS_a%2Fb">a%2Fb</h2>

            <a id="schemaa%2fb"></a>

            ### Properties

            |Name|Type|Required|Restrictions|Description|
            |---|---|---|---|---|
            |number|integer(int64)|false|none|none|

            \(schemas)
            """
    }

    private let content = "paths>/loaves>post>requestBody>content"

    @Test("Fields of a form are a form, with a file one in parts")
    func forms() throws {
        let name = "|name|formData|string|true|none|"
        let (plain, result) = try Bakery.read(page(name))
        #expect(plain.keys(content) == ["application/x-www-form-urlencoded"])
        #expect(result.findings.contains { $0.rule == "page-undescribed" && $0.message.contains("the form of") })
        let (file, told) = try Bakery.read(page(name + "\n|picture|formData|file|false|none|"))
        #expect(file.keys(content) == ["multipart/form-data"])
        #expect(!told.findings.contains { $0.message.contains("the form of") })
    }

    @Test("A column with defaults is read; what is not a value of the type is told")
    func defaults() throws {
        let head = "|Name|In|Type|Required|Default|Description|"
        let (root, result) = try Bakery.read(
            page(
                head: head,
                "|count|query|integer|false|20|none|\n|kind|query|string|false|rye|none|\n|size|query|integer|false|big|none|"
            ))
        let parameters = "paths>/loaves>post>parameters>"
        #expect(root.text(parameters + "0>schema>default") == "20")
        #expect(root.text(parameters + "1>schema>default") == "rye")
        #expect(root.at(parameters + "2>schema>default") == nil)
        #expect(result.findings.filter { $0.rule == "page-unknown-value" }.map(\.location?.line) == [29])
    }

    @Test("Operations, schemas and members of one name: the first counts, and that is told where they differ")
    func repeated() throws {
        let schema = """
            <h2 id="tocS_a%2Fb">a%2Fb</h2>

            ### Properties

            |Name|Type|Required|Restrictions|Description|
            |---|---|---|---|---|
            |weight|string|false|none|none|

            <h2 id="tocS_Box">Box</h2>

            ### Properties

            |Name|Type|Required|Restrictions|Description|
            |---|---|---|---|---|
            |side|integer|false|none|none|
            |side|string|false|none|none|
            """
        let operation = """
            ## bakeMore

            `POST /loaves`

            <h3 id="more-responses">Responses</h3>

            |Status|Meaning|Description|Schema|
            |---|---|---|---|
            |204|[No Content](https://tools.ietf.org/html/rfc7231#section-6.3.5)|Nothing|None|
            """
        let (root, result) = try Bakery.read(page(schemas: schema, operations: operation))
        let told = result.findings.filter { $0.rule == "page-ambiguous" }.map(\.message)
        #expect(told.count == 3)
        for words in [
            "`POST /loaves` is described twice", "two schemas are called `a%2Fb`", "`side` is described twice",
        ] {
            #expect(told.contains { $0.contains(words) }, "\(words) is not among \(told)")
        }
        #expect(root.keys("components>schemas>a%2Fb>properties") == ["number"])
        #expect(root.text("components>schemas>Box>properties>side>type") == "integer")
    }

    @Test("A name with a percent sign is one in a reference, too")
    func percent() throws {
        let (root, _) = try Bakery.read(page())
        #expect(
            root.text("paths>/loaves>post>responses>200>content>application/json>schema>$ref")
                == "#/components/schemas/a%252Fb")
    }

    @Test("A version that the page does not have is not made up")
    func version() throws {
        #expect(try Bakery.read(page(title: "Bakery")).0.at("info>version") == nil)
        #expect(try Bakery.read(page()).0.text("info>version") == "1.0")
    }

    @Test("A schema without a table is named as lost")
    func lost() throws {
        let schema = "<h2 id=\"tocS_Box\">Box</h2>\n\n<a id=\"schemabox\"></a>\n"
        let (root, result) = try Bakery.read(page(schemas: schema))
        #expect(result.lost.models == ["Box"])
        #expect(root.text("components>schemas>Box>type") == "object")
    }

    @Test("Thousands of calls below one heading", .timeLimit(.minutes(5)))
    func calls() throws {
        let calls = (0..<8000).map { "`GET /loaves/\($0)`\n\n" }.joined()
        let (root, _) = try Bakery.read(page(operations: calls))
        #expect(root.keys("paths")?.first == "/loaves")
    }
}
