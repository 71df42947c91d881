import APIModel
import APISpec
import HTTPTypes

/// Holds the parameters of a request against the documentation.
struct ParameterCheck: Sendable {
    private let check: SchemaCheck
    private let unknownFields: MockService.UnknownFields

    /// A check by the rules of `check`.
    init(_ check: SchemaCheck, unknownFields: MockService.UnknownFields) {
        self.check = check
        self.unknownFields = unknownFields
    }

    /// What is wrong with the values of the path, which come in the order of `names`.
    func problems(ofPath values: [String], _ names: [String], _ call: Call) -> [SchemaCheck.Problem] {
        zip(names, values).flatMap { name, value -> [SchemaCheck.Problem] in
            guard let parameter = call.pathParameters.first(where: { $0.name == name }) else { return [] }
            let read = ParameterText(check).value([value], parameter.schema)
            return check.problems(of: read, parameter.schema, at: "path.\(name)")
        }
    }

    /// The values of the query by name; what is wrong goes to `problems`.
    func query(
        _ pairs: [(name: String, value: String)], _ call: Call, _ problems: inout [SchemaCheck.Problem]
    ) -> [String: JSONValue] {
        let texts = Dictionary(grouping: pairs, by: \.name).mapValues { $0.map(\.value) }
        var values: [String: JSONValue] = [:]
        for parameter in call.queryParameters {
            let place = "query.\(parameter.name)"
            guard let texts = texts[parameter.name] else {
                if parameter.isRequired { problems.append(.init(place: place, demand: "is required")) }
                continue
            }
            guard texts.count == 1 || ParameterText.isList(parameter.schema) else {
                problems.append(.init(place: place, demand: "must stand once"))
                continue
            }
            let value = ParameterText(check).value(texts, parameter.schema)
            problems += check.problems(of: value, parameter.schema, at: place)
            values[parameter.name] = value
        }
        // Where the table is lost, parameters that nobody knows of may be right.
        guard unknownFields == .refused, !call.revision.lost.contains(.parameters) else { return values }
        var reported: Set<String> = Set(call.queryParameters.map(\.name))
        for pair in pairs where problems.count < SchemaCheck.mostProblems && reported.insert(pair.name).inserted {
            problems.append(
                .init(place: "query.\(shortName(pair.name))", demand: "is no parameter of \(call.operation)"))
        }
        return values
    }

    /// What is wrong with the header parameters of the operation.
    func problems(of fields: HTTPFields, _ call: Call) -> [SchemaCheck.Problem] {
        call.headerParameters.flatMap { parameter -> [SchemaCheck.Problem] in
            let place = "header.\(parameter.name)"
            guard let text = HTTPField.Name(parameter.name).flatMap({ fields[$0] }) else {
                return parameter.isRequired ? [.init(place: place, demand: "is required")] : []
            }
            // A list is one field with commas.
            let texts =
                ParameterText.isList(parameter.schema)
                ? text.split(separator: ",").map { String($0.drop { $0 == " " }) } : [text]
            return check.problems(of: ParameterText(check).value(texts, parameter.schema), parameter.schema, at: place)
        }
    }
}
