import APIModel
import APISpec
import Diagnostics
import YAML

extension DocumentReading {
    /// Which of several media types is read: JSON, or what is written as JSON, or the first.
    static func preferred(among types: [String]) -> Int? {
        types.firstIndex { essence($0) == MediaType.json } ?? types.firstIndex(where: MediaType.isJSON)
            ?? (types.isEmpty ? nil : 0)
    }

    /// The media type of a body or of a parameter, as the document writes it: of a range, the one that fits the schema.
    ///
    /// `place` is where the schema stands, or what holds it. Whatever a version of OpenAPI calls media types by, they are
    /// named here: what Swagger 2.0 says in `produces` is the same fact as a key of `content`.
    mutating func mediaType(
        _ text: String, of schema: YAMLNode?, _ place: JSONPlace, at location: SourceLocation
    ) -> String {
        let octets = "application/octet-stream"
        if text.isEmpty {
            log.report(
                OpenAPIImportRules.emptyMediaType, "the media type is empty; the body is taken for bytes", place,
                at: location)
            return octets
        }
        let type = stated(schema, place)
        // A file of Swagger 2.0 is bytes, which are not JSON whatever the whole document produces.
        if type?["type"]?.text == "file", MediaType.isJSON(text) { return octets }
        guard text.contains("*") else { return text }
        let isText = type?["type"]?.text == "string"
        let name =
            switch (isText, type?["format"]?.text) {
            case (true, "binary"): octets
            case (true, _) where !text.hasPrefix("application/"): "text/plain"
            case (false, _) where type?["type"]?.text == "file": octets
            case (false, _) where type == nil && !text.hasPrefix("application/"): octets
            default: MediaType.json
            }
        log.report(
            OpenAPIImportRules.mediaRange, "`\(text)` is a range of media types; `\(name)` is taken", place,
            at: location)
        return name
    }

    /// The schema that references lead to.
    private mutating func stated(_ schema: YAMLNode?, _ place: JSONPlace) -> YAMLNode? {
        var (type, here) = (schema, place)
        var steps = 0
        while let reference = type?["$ref"]?.text, steps < 16, let target = possibleTarget(of: reference, here) {
            (type, here) = (target.node, target.place)
            steps += 1
        }
        return type
    }
}
