import APIModel
import APISpec

extension DocumentReading {
    /// Which of several media types is read: JSON, or what is written as JSON, or the first.
    static func preferred(among types: [String]) -> Int? {
        types.firstIndex { essence($0) == MediaType.json } ?? types.firstIndex(where: MediaType.isJSON)
            ?? (types.isEmpty ? nil : 0)
    }
}
