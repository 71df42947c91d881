import APISpec
import Diagnostics
import YAML

extension DocumentReading {
    /// Whether a parameter is the whole query.
    mutating func isQueryString(_ item: YAMLNode, _ place: JSONPlace) -> Bool {
        quietlyResolved(item, place)?.0["in"]?.text == "querystring"
    }

    /// The query parameters that a parameter of the whole query (`in: querystring`, OpenAPI 3.2) stands for: the members
    /// of its object, where it is written as a form. `nil` for any other parameter.
    mutating func queryString(_ item: YAMLNode, _ place: JSONPlace, _ context: OperationContext) -> [Parameter]? {
        guard let (node, place) = quietlyResolved(item, place), node["in"]?.text == "querystring" else { return nil }
        guard let media = node["content"]?.entries?.first,
            Self.essence(media.key.text) == "application/x-www-form-urlencoded", let type = media.value["schema"],
            let (object, here) = quietlyResolved(
                type, place.appending("content").appending(media.key.text).appending("schema")),
            let members = SchemaWords(object, here).members, !members.isEmpty
        else {
            if let entry = node.entries?.first(where: { $0.key.text == "in" }) { log.unkeptKeyword(entry, place) }
            return []
        }
        let required = Set(object["required"]?.texts ?? [])
        return members.map { member in
            locations.note(context.spec.appending("parameters", member.name), at: member.keyNode.location)
            return Parameter(
                name: member.name, location: .query, isRequired: required.contains(member.name),
                schema: schema(member.node, member.place, context.hint(member.name)))
        }
    }
}
