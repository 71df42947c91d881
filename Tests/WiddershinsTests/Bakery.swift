import Diagnostics
import Documentation
import Foundation
import YAML

@testable import PageDialects

/// Pages of our own making in the shape of widdershins.
enum Bakery {
    /// A whole page in Markdown.
    static var markdown: String {
        get throws {
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
            return try String(contentsOf: folder.appending(path: "Fixtures/bakery.md"), encoding: .utf8)
        }
    }

    /// The page as Slate shows it: headings, tables and boxes as elements.
    static var html: String {
        """
        <!DOCTYPE html>
        <html><head><title>Bakery</title></head><body>
        <div class="toc-wrapper"><ul><li><a href="#loaves">loaves</a></li></ul></div>
        <div class="content">
        <h1 id="bakery">Bakery v3.1.0</h1>
        <blockquote><p>Scroll down for code samples.</p></blockquote>
        <p>Bakes bread.</p>
        <p>Base URLs:</p>
        <ul><li><a href="https://bakery.example/v3">https://bakery.example/v3</a></li></ul>
        <h1 id="authentication">Authentication</h1>
        <ul><li>API Key (counter)<ul><li>Parameter Name: <strong>X-Bakery-Key</strong>, in: header.</li></ul></li></ul>
        <h1 id="bakery-loaves">loaves</h1>
        <h2 id="showloaf">showLoaf</h2>
        <p><a id="opIdshowLoaf"></a></p>
        <blockquote><p>Code samples</p></blockquote>
        <div class="highlight"><pre class="highlight shell tab-shell"><code>curl -X GET https://bakery.example/v3/loaves/{number} \\
          -H 'Accept: application/json'
        </code></pre></div>
        <p><code>GET /loaves/{number}</code></p>
        <p><em>Show a loaf</em></p>
        <h3 id="showloaf-parameters">Parameters</h3>
        <table><thead><tr><th>Name</th><th>In</th><th>Type</th><th>Required</th><th>Description</th></tr></thead>
        <tbody><tr><td>number</td><td>path</td><td>integer(int64)</td><td>true</td><td>none</td></tr></tbody></table>
        <h3 id="showloaf-responses">Responses</h3>
        <table><thead><tr><th>Status</th><th>Meaning</th><th>Description</th><th>Schema</th></tr></thead>
        <tbody><tr><td>200</td><td><a href="https://tools.ietf.org/html/rfc7231#section-6.3.1">OK</a></td><td>The loaf</td>
        <td><a href="#schemaloaf">Loaf</a></td></tr></tbody></table>
        <aside class="warning">
        To perform this operation, you must be authenticated by means of one of the following methods:
        counter
        </aside>
        <h1 id="schemas">Schemas</h1>
        <h2 id="tocS_Loaf">Loaf</h2>
        <p><a id="schemaloaf"></a> <a id="schema_Loaf"></a></p>
        <h3 id="properties">Properties</h3>
        <table><thead><tr><th>Name</th><th>Type</th><th>Required</th><th>Restrictions</th><th>Description</th></tr></thead>
        <tbody><tr><td>number</td><td>integer(int64)</td><td>true</td><td>read-only</td><td>none</td></tr>
        <tr><td>tags</td><td>[string]</td><td>false</td><td>none</td><td>none</td></tr></tbody></table>
        </div></body></html>
        """
    }

    /// An operation as a project with templates of its own prints it.
    static let ownTemplate = """
        # Loaves

        ## Bake a loaf

        `POST /loaves`

        ### Parameters

        | Name    | In    | Type           | Required | Description |
        |---------|-------|----------------|----------|-------------|
        | `grain` | query | string         | true     | Which       |
        | `sizes` | query | array(integer) | false    | none        |

        #### Enumerated Values

        | Parameter | Value          |
        |-----------|----------------|
        | `grain`   | `rye`, `wheat` |

        ### Responses

        | Status | Meaning                                                 | Description | Schema                           |
        |--------|---------------------------------------------------------|-------------|----------------------------------|
        | 200    | [OK](https://tools.ietf.org/html/rfc7231#section-6.3.1) | Baked       | array of [Loaf](schemas.md#loaf) |
        """

    /// The page in Chinese, with the method before the summary.
    static let chinese = """
        # 面包房

        Base URLs:

        # Authentication

        # loaves

        ## POST 烤面包

        POST /loaves

        > Body 请求参数

        ```json
        {
          "grain": "rye"
        }
        ```

        ### 请求参数

        |名称|位置|类型|必选|说明|
        |---|---|---|---|---|
        |X-Oven|header|string| 否 |none|
        |body|body|[Loaf](#schemaloaf)| 是 |none|

        > 返回示例

        > 201 Response

        ```json
        {
          "grain": "rye"
        }
        ```

        ### 返回结果

        |状态码|状态码含义|说明|数据模型|
        |---|---|---|---|
        |201|[Created](https://tools.ietf.org/html/rfc7231#section-6.3.2)|Baked|[Loaf](#schemaloaf)|

        # 数据模型

        <h2 id="tocS_Loaf">Loaf</h2>

        <a id="schemaloaf"></a>

        ### 属性

        |名称|类型|必选|约束|中文名|说明|
        |---|---|---|---|---|---|
        |grain|string|true|none|谷物|none|
        |note|string¦null|false|none||none|

        #### 枚举值

        |属性|值|
        |---|---|
        |grain|rye|
        |grain|wheat|
        """

    /// What a page says, by paths of keys with `.` between them.
    static func read(_ text: String, file: String = "bakery.md") throws -> (YAMLNode, DescribedService) {
        let services = try Widdershins.read([PageReader.read(Array(text.utf8), file: file)])
        return (services[0].document, services[0])
    }
}

extension YAMLNode {
    /// The node at a path; `/` divides keys, numbers are places in lists.
    func at(_ path: String) -> YAMLNode? {
        path.split(separator: ">").reduce(Optional(self)) { node, key in
            let key = String(key)
            if let index = Int(key), let items = node?.items, items.indices.contains(index) { return items[index] }
            return node?[key]
        }
    }

    /// The text at a path.
    func text(_ path: String) -> String? { at(path)?.scalar?.text }

    /// The keys of the object at a path.
    func keys(_ path: String) -> [String]? { at(path)?.entries?.map(\.key.text) }

    /// The texts of the list at a path.
    func texts(_ path: String) -> [String]? { at(path)?.items?.compactMap { $0.scalar?.text } }
}
