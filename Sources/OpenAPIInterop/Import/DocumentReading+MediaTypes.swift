import APIModel
import APISpec

extension DocumentReading {
    /// Whether what is written in a media type is JSON.
    static func isJSON(_ type: String) -> Bool { ContentForm(essence(type), Schema(.unknown)) == .json }

    /// Which of several media types is read: JSON, or what is written as JSON, or the first.
    static func preferred(among types: [String]) -> Int? {
        types.firstIndex { essence($0) == MediaType.json } ?? types.firstIndex(where: isJSON)
            ?? (types.isEmpty ? nil : 0)
    }
}
