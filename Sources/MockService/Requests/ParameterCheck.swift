import APIModel
import HTTPTypes

/// Holds the parameters of a request against the documentation.
struct ParameterCheck: Sendable {
    private let check: SchemaCheck
    private let unknownFields: MockService.UnknownFields
    /// Items of the query that hold keys, in whatever operation.
    private let keys: Set<String>

    /// A check by the rules of `check`, for a service with these security schemes.
    init(_ check: SchemaCheck, unknownFields: MockService.UnknownFields, schemes: [SecurityScheme]) {
        self.check = check
        self.unknownFields = unknownFields
        keys = Set(
            schemes.compactMap { scheme in
                if case .apiKey(let name, .query) = scheme.kind { name } else { nil }
            })
    }

    private var texts: ParameterText { ParameterText(check) }

    // MARK: Path

    /// The texts of the path's values, in their order, without what their style adds; what is wrong goes to `problems`.
    func path(
        _ values: [String], _ target: RequestTarget, _ path: RoutePath, _ call: Call,
        _ problems: inout [SchemaCheck.Problem]
    ) -> [String] {
        zip(path.parameterNames, path.values(values, raw: path.rawValues(in: target))).map { name, found in
            let (value, raw) = found
            guard let parameter = call.pathParameters.first(where: { $0.name == name }) else { return value }
            let place = "path.\(name)"
            guard let inner = Self.unstyled(raw ?? value, parameter) else {
                let sample = parameter.style == .label ? ".value" : ";\(name)=value"
                problems.append(.init(place: place, demand: "must be written like \(sample)"))
                return value
            }
            let decode: (Substring) -> String = { text in
                raw == nil ? String(text) : PercentEncoding.decodeStrictly(Array(text.utf8)[...]) ?? String(text)
            }
            var whole = decode(inner[...])
            if let encoding = parameter.encoding {
                guard let text = Base64Text.decode(whole, encoding) else {
                    let alphabet = encoding == .base64 ? "Base64" : "Base64 for URLs"
                    problems.append(.init(place: place, demand: "must be a text in \(alphabet) (RFC 4648)"))
                    return whole
                }
                whole = text
            }
            let read: JSONValue
            if parameter.mediaType.map(MediaType.isJSON) ?? false {
                read = texts.json(whole)
            } else if texts.isCompound(parameter.schema) {
                read = compound(inner, parameter, decode)
            } else {
                read = texts.value([whole], parameter.schema)
            }
            problems += check.problems(of: read, parameter.schema, at: place)
            return whole
        }
    }

    /// The text without the characters with which its style begins; `nil` where it does not begin so.
    private static func unstyled(_ text: String, _ parameter: Parameter) -> String? {
        switch parameter.style {
        case .label: return text.hasPrefix(".") ? String(text.dropFirst()) : nil
        case .matrix:
            guard text.hasPrefix(";") else { return nil }
            let rest = text.dropFirst()
            // An exploded list repeats its name, and an exploded object has its own names.
            if rest.hasPrefix("\(parameter.name)="), parameter.explode != true || !rest.contains(";") {
                return String(rest.dropFirst(parameter.name.count + 1))
            }
            if rest == parameter.name { return "" }
            return parameter.explode == true ? String(rest) : nil
        default: return text
        }
    }

    private func compound(
        _ text: String, _ parameter: Parameter, _ decode: (Substring) -> String
    ) -> JSONValue {
        let isExploded = parameter.explode == true
        switch parameter.style {
        case .label where isExploded:
            return texts.value(text, parameter.schema, separator: ".", explode: true, decode: decode)
        case .matrix where isExploded:
            let prefix = "\(parameter.name)="
            let pieces = text.split(separator: ";", omittingEmptySubsequences: false)
            if texts.isList(parameter.schema), pieces.allSatisfy({ $0.hasPrefix(prefix) || pieces.count == 1 }) {
                let elements = pieces.map { $0.hasPrefix(prefix) ? $0.dropFirst(prefix.count) : $0 }
                return texts.value(elements.map(decode), parameter.schema)
            }
            return texts.value(text, parameter.schema, separator: ";", explode: true, decode: decode)
        default:
            return texts.value(text, parameter.schema, separator: ",", explode: isExploded, decode: decode)
        }
    }

    // MARK: Query and cookies

    /// The values of the query by name; what is wrong goes to `problems`.
    func query(
        _ pairs: [FieldPair], _ call: Call, _ problems: inout [SchemaCheck.Problem]
    ) -> [String: JSONValue] {
        var used: Set<String> = []
        let values = fields(pairs, call.queryParameters, "query", ignoring: keys, &used, &problems)
        // Where the table is lost, parameters that nobody knows of may be right.
        guard unknownFields == .refused, !call.revision.lost.contains(.parameters) else { return values }
        var reported = used.union(keys)
        for pair in pairs where problems.count < SchemaCheck.mostProblems && reported.insert(pair.name).inserted {
            problems.append(
                .init(
                    place: "query.\(shortName(pair.name))",
                    demand: "is not a parameter of \(call.operation)\(SchemaCheck.strictly)"))
        }
        return values
    }

    /// What is wrong with the cookies of the operation; others may be there too.
    func problems(ofCookies fields: HTTPFields, _ call: Call) -> [SchemaCheck.Problem] {
        let parameters = call.revision.parameters.filter { $0.location == .cookie }
        guard !parameters.isEmpty else { return [] }
        var used: Set<String> = []
        var problems: [SchemaCheck.Problem] = []
        let pairs = fields[.cookie].map(FieldPair.cookies) ?? []
        _ = self.fields(pairs, parameters, "cookie", ignoring: [], &used, &problems)
        return problems
    }

    private func fields(
        _ pairs: [FieldPair], _ parameters: [Parameter], _ location: String, ignoring: Set<String>,
        _ used: inout Set<String>, _ problems: inout [SchemaCheck.Problem]
    ) -> [String: JSONValue] {
        let reading = FieldReading(pairs, check)
        let names = Set(parameters.map(\.name)).union(ignoring)
        var values: [String: JSONValue] = [:]
        for parameter in parameters {
            let place = "\(location).\(parameter.name)"
            guard let value = reading.value(FieldForm(parameter), others: names, used: &used) else {
                if parameter.isRequired { problems.append(.init(place: place, demand: "is required")) }
                continue
            }
            let isRepeated = pairs.count { $0.name == parameter.name } > 1
            if isRepeated, !texts.isList(parameter.schema) {
                problems.append(.init(place: place, demand: "must be given once"))
                continue
            }
            problems += check.problems(of: value, parameter.schema, at: place)
            values[parameter.name] = value
        }
        return values
    }

    // MARK: Headers

    /// What is wrong with the header parameters of the operation.
    func problems(of fields: HTTPFields, _ call: Call) -> [SchemaCheck.Problem] {
        call.headerParameters.flatMap { parameter -> [SchemaCheck.Problem] in
            let place = "header.\(parameter.name)"
            guard let text = HTTPField.Name(parameter.name).flatMap({ fields[$0] }) else {
                return parameter.isRequired ? [.init(place: place, demand: "is required")] : []
            }
            let isJSON = parameter.mediaType.map(MediaType.isJSON) ?? false
            let value = HeaderText(check).value(text, parameter.schema, explode: parameter.explode, isJSON: isJSON)
            return check.problems(of: value, parameter.schema, at: place)
        }
    }
}

/// Reads header fields as values.
struct HeaderText {
    private let texts: ParameterText

    /// Reads values that `check` can tell apart.
    init(_ check: SchemaCheck) {
        texts = ParameterText(check)
    }

    /// The value of a field: a list or an object is one field with commas.
    func value(_ text: String, _ schema: Schema, explode: Bool?, isJSON: Bool) -> JSONValue {
        if isJSON { return texts.json(text) }
        guard texts.isCompound(schema) else { return texts.value([text], schema) }
        return texts.value(text, schema, separator: ",", explode: explode == true) { String($0.trimmingBlanks) }
    }
}

extension RoutePath {
    /// The values of the parameters as sent, in order; `nil` for those that share their step with other text.
    func rawValues(in target: RequestTarget) -> [String?] {
        var found: [String?] = []
        var isWhole = true
        for (step, raw) in zip(steps, target.rawSteps) {
            switch step {
            case .literal: break
            case .parameter: found.append(isWhole ? raw : nil)
            case .mixed(let texts): found += Array(repeating: nil, count: texts.count - 1)
            case .rest:
                // How many steps it takes nobody knows here.
                isWhole = false
                found.append(nil)
            }
        }
        return found
    }
}
