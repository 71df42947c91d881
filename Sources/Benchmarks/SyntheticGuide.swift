/// A page in the form of guides, with as many operations as asked for.
struct SyntheticGuide {
    /// The forms of pages.
    enum Form: String {
        case text
        case html
        case markdown
    }

    var operations: Int
    var form: Form

    /// The whole page.
    var page: String {
        switch form {
        case .text: text
        case .html: html
        case .markdown: markdown
        }
    }

    private var numbers: ClosedRange<Int> { 1...operations }

    private var text: String {
        var lines = [
            "Synthetic", "Overview", "A service of any size.", "Version", "| Version | Status | Not Before |", "|---|",
            "| 1.0 | CURRENT | - |", "OpenAPI URL", "https://synthetic.{region}.{environment}.example.com",
            "Environment and Region List", "| environment | region |", "|---|", "| a | north1 |", "1 - APIs",
        ]
        for number in numbers {
            lines += [
                "1.\(number) - Show Thing \(number)", "1.\(number).1 - 1.0", "get /v1/things-\(number)/{thing_id}",
                "Description", "Show a thing.", "State", "ACTIVE (CURRENT)", "Parameters",
                "| Type | Name | Description | Schema | Default |", "|---|",
                "| path | thing_id required | Thing ID Example : t-\(number)", "| string | None |", "Responses",
                "| HTTP Code | Description | Schema |", "|---|", "| 200 | OK | Thing\(number) |",
                "| 404 | Not Found | None |", "Example HTTP request", "Request path",
                "/v1/things-\(number)/{thing_id}", "\"Scp-ClientType = Openapi\",",
                "\"Scp-Api-Version = synthetic 1.0\"", "Example HTTP response", "Response 200", "{", "\"name\": \"x\",",
                "\"size\": 3", "}",
            ]
        }
        lines.append("2 - Models")
        for number in numbers {
            lines += [
                "2.\(number) - Thing\(number)", "| Name | Description | Schema | Default |", "|---|",
                "name required | Name Example : x", "| string | |", "size optional | Size Example : 3",
                "| any of [integer, null] | |",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var html: String {
        var page = "<!doctype html><html lang=en><body><main role=main><h1 class=title>Synthetic</h1>"
        page += "<h2 id=overview>Overview</h2><p>A service of any size.</p><h2 id=version>Version</h2>"
        page += table(["Version", "Status", "Not Before"], [["1.0", "CURRENT", "-"]])
        page += "<h2 id=openapi-url>OpenAPI URL</h2><p>https://synthetic.{region}.{environment}.example.com</p>"
        page += "<h2 id=environment-and-region-list>Environment and Region List</h2>"
        page += table(["environment", "region"], [["a", "north1"]]) + "<h1>1 - APIs</h1>"
        for number in numbers {
            page += "<h1>1.\(number) - Show Thing \(number)</h1><h1>1.\(number).1 - 1.0</h1>"
            page += "<pre><code>get /v1/things-\(number)/{thing_id}\n</code></pre>"
            page += "<h2 id=description>Description</h2><p>Show a thing.</p><h3 id=state>State</h3>"
            page += "<p>ACTIVE (CURRENT)</p><h2 id=parameters>Parameters</h2>"
            page += table(
                ["Type", "Name", "Description", "Schema", "Default"],
                [["path", "thing_id<br><em>required</em>", "Thing ID<br>Example : <code>t</code>", "string", "None"]])
            page += "<h2 id=responses>Responses</h2>"
            page += table(
                ["HTTP Code", "Description", "Schema"],
                [["200", "OK", "Thing\(number)"], ["404", "Not Found", "None"]])
            page += "<h2 id=example-http-request>Example HTTP request</h2><h3>Request path</h3><pre><code>"
            page +=
                "/v1/things-\(number)/{thing_id}\n</code></pre><h2 id=example-http-response>Example HTTP response</h2>"
            page += "<h3>Response 200</h3><pre><code>{\n  \"name\": \"x\",\n  \"size\": 3\n}\n</code></pre>"
        }
        page += "<h1>2 - Models</h1>"
        for number in numbers {
            page += "<h1>2.\(number) - Thing\(number)</h1>"
            page += table(
                ["Name", "Description", "Schema", "Default"],
                [
                    ["name<br><em>required</em>", "Name<br>Example : <code>x</code>", "string", ""],
                    ["size<br><em>optional</em>", "Size<br>Example : <code>3</code>", "any of [integer, null]", ""],
                ])
        }
        return page + "</main></body></html>"
    }

    private var markdown: String {
        var page = "# Synthetic\n\n## Overview\n\nA service of any size.\n\n## Version\n\n"
        page += drawn(["Version", "Status", "Not Before"], [["1.0", "CURRENT", "-"]])
        page += "## OpenAPI URL\n\nhttps://synthetic.{region}.{environment}.example.com\n\n"
        page +=
            "## Environment and Region List\n\n" + drawn(["environment", "region"], [["a", "north1"]])
            + "# 1 - APIs\n\n"
        for number in numbers {
            page += "# 1.\(number) - Show Thing \(number)\n\n# 1.\(number).1 - 1.0\n\n"
            page += "```\nget /v1/things-\(number)/{thing_id}\n```\n\n## Description\n\nShow a thing.\n\n"
            page += "### State\n\nACTIVE (CURRENT)\n\n## Parameters\n\n"
            page += drawn(
                ["Type", "Name", "Description", "Schema", "Default"],
                [["path", "thing\\_id *required*", "Thing ID Example : `t`", "string", "None"]])
            page += "## Responses\n\n"
            page += drawn(
                ["HTTP Code", "Description", "Schema"],
                [["200", "OK", "[Thing\(number)](/models/thing\(number)/)"], ["404", "Not Found", "None"]])
            page += "## Example HTTP request\n\n### Request path\n\n```\n/v1/things-\(number)/{thing_id}\n```\n\n"
            page +=
                "## Example HTTP response\n\n### Response 200\n\n```\n{\n  \"name\": \"x\",\n  \"size\": 3\n}\n```\n\n"
        }
        page += "# 2 - Models\n\n"
        for number in numbers {
            page += "# 2.\(number) - Thing\(number)\n\n"
            page += drawn(
                ["Name", "Description", "Schema", "Default"],
                [
                    ["name *required*", "Name Example : `x`", "string", ""],
                    ["size *optional*", "Size Example : `3`", "any of [integer, null]", ""],
                ])
        }
        return page
    }

    private func drawn(_ head: [String], _ rows: [[String]]) -> String {
        ([head, head.map { _ in "---" }] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined() + "\n"
    }

    private func table(_ head: [String], _ rows: [[String]]) -> String {
        let top = head.map { "<th>\($0)</th>" }.joined()
        let body = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
        return "<table><thead><tr>\(top)</tr></thead><tbody>\(body)</tbody></table>"
    }
}
