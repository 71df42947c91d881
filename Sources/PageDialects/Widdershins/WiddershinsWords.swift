/// The words of the shape in the languages that its templates exist in, in lower case.
enum WiddershinsWords {
    /// What a column of a table holds.
    enum Column {
        case name, place, type, required, restrictions, title, description, fallback, status, meaning, schema, header
        case format, value, scope
    }

    /// Columns by their heads.
    static let columns: [String: Column] = {
        let words: [(Column, [String])] = [
            (.name, ["name", "parameter", "property", "名称", "参数", "属性", "参数名"]),
            (.place, ["in", "location", "position", "位置"]),
            (.type, ["type", "类型"]),
            (.required, ["required", "必选", "必需", "必填"]),
            (.restrictions, ["restrictions", "restriction", "约束"]),
            (.title, ["title", "中文名", "标题"]),
            (.description, ["description", "说明", "描述", "scope description"]),
            (.fallback, ["default", "默认值"]),
            (.status, ["status", "status code", "http status code", "状态码", "http 状态码"]),
            (.meaning, ["meaning", "状态码含义"]),
            (.schema, ["schema", "data schema", "数据模型"]),
            (.header, ["header", "响应头"]),
            (.format, ["format", "格式"]),
            (.value, ["value", "values", "值"]),
            (.scope, ["scope"]),
        ]
        return Dictionary(uniqueKeysWithValues: words.flatMap { column, heads in heads.map { ($0, column) } })
    }()

    /// What a heading or a line announces.
    enum Section {
        case samples, body, examples, parameters, responses, responseSchema, responseHeaders, values, details
        case properties, authentication, schemas, servers, none
    }

    private static let sections: [String: Section] = {
        let words: [(Section, [String])] = [
            (.samples, ["code samples", "code sample", "code", "http request", "example request", "代码示例", "示例代码"]),
            (.body, ["body parameter", "body parameters", "body 请求参数", "请求体"]),
            (.examples, ["example responses", "example response", "response examples", "返回示例", "响应示例"]),
            (.parameters, ["parameters", "params", "请求参数"]),
            (.responses, ["responses", "返回结果", "响应结果"]),
            (.responseSchema, ["response schema", "responses data schema", "返回数据结构"]),
            (.responseHeaders, ["response headers", "返回头部", "响应头"]),
            (.values, ["enumerated values", "enum", "枚举值"]),
            (.details, ["detailed descriptions", "详细说明"]),
            (.properties, ["properties", "attribute", "attributes", "属性"]),
            (.authentication, ["authentication"]),
            (.schemas, ["schemas", "data schema", "data schemas", "数据模型"]),
            (.servers, ["base urls", "base url"]),
        ]
        return Dictionary(uniqueKeysWithValues: words.flatMap { section, texts in texts.map { ($0, section) } })
    }()

    /// What a text announces: `Code samples`, `Base URLs:`.
    static func section(_ text: String) -> Section {
        var key = text.lowercased().trimmed
        while key.hasSuffix(":") || key.hasSuffix("：") { key.removeLast() }
        return sections[key] ?? .none
    }

    /// The status of `Status Code **200**` and of `200 Response`.
    static func status(announcedBy text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        guard (2...4).contains(words.count), let last = words.last, isStatus(last) else { return nil }
        let rest = words.dropLast().joined(separator: " ")
        return ["status code", "http status code", "状态码", "http 状态码"].contains(rest) ? last : nil
    }

    /// Whether a line stands above an example of a response: `200 Response`, `default Response`.
    static func announcesExample(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        return words.count >= 2 && words.count <= 4 && isStatus(words[0]) && words[1].hasPrefix("response")
    }

    /// Whether a text is a status of responses, or stands for some: `200`, `4xx`, `default`.
    static func isStatus(_ text: String) -> Bool {
        let lowered = text.lowercased()
        if lowered == "default" { return true }
        guard lowered.count == 3, let first = lowered.first, ("1"..."5").contains(first) else { return false }
        return Int(lowered) != nil || lowered.dropFirst() == "xx"
    }

    /// Whether a cell of the column "required" says yes; `nil` where it says neither.
    static func required(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "是", "required": true
        case "false", "no", "否", "optional", "none": false
        default: nil
        }
    }

    /// What a table or a line says of choices.
    enum Choice: String {
        case oneOf, anyOf, allOf, xor, or, and, continued, not

        init?(line: String) {
            // A discriminator may be named behind the word; it is one of the alternative.
            let word = line.trimmed.filter { $0 != "*" }.split(separator: " ", maxSplits: 1)
            guard let first = word.first, word.count == 1 || word[1].hasPrefix("- discriminator:") else { return nil }
            self.init(rawValue: String(first))
        }
    }

    /// What a cell says; `none` is nothing, in every column.
    static func said(_ text: String) -> String? { text.isEmpty || text.lowercased() == "none" ? nil : text }

    /// Whether operations say that nobody has to authenticate.
    static func saysNoAuthentication(_ text: String) -> Bool {
        text.lowercased().contains("does not require authentication")
    }

    /// The schemes of `To perform this operation, you must be authenticated by means of one of the following methods:
    /// …`.
    static func schemes(in text: String) -> String? {
        let mark = "authenticated by means of one of the following methods:"
        guard let range = text.range(of: mark, ignoringCase: true) else { return nil }
        return String(text[range.upperBound...]).trimmed
    }
}
