/// A dictionary that may become an object, with its members in the order of their names.
protocol JSONDictionary {
    /// Writes the members; false where the keys are no names of members.
    func writeMembers(to writer: JSONWriter, level: Int) throws -> Bool
}

extension Dictionary: JSONDictionary where Key: Encodable, Value: Encodable {
    func writeMembers(to writer: JSONWriter, level: Int) throws -> Bool {
        guard let members = sortedMembers else { return false }
        writer.beginObject(level: level)
        let container = JSONObjectWriter<MemberName>(writer, level)
        for (name, value) in members { try container.encode(value, forKey: MemberName(stringValue: name)) }
        return true
    }

    private var sortedMembers: [(name: String, value: Value)]? {
        var members: [(name: String, value: Value)] = []
        members.reserveCapacity(count)
        if Key.self == String.self {
            for (key, value) in self {
                if let name = key as? String { members.append((name, value)) }
            }
        } else if Key.self is any CodingKeyRepresentable.Type {
            for (key, value) in self {
                if let key = key as? any CodingKeyRepresentable { members.append((key.codingKey.stringValue, value)) }
            }
        } else {
            return nil
        }
        members.sort { $0.name < $1.name }
        return members
    }
}
