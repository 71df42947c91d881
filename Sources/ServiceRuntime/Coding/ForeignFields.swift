/// The members of an object that another decoder reads.
final class ForeignFields {
    let decoder: any Decoder
    let container: KeyedDecodingContainer<MemberName>

    init(_ decoder: any Decoder) throws {
        self.decoder = decoder
        container = try decoder.container(keyedBy: MemberName.self)
    }

    /// The value of a member; nil where it is absent.
    func member(_ name: FieldName) throws -> ValueReader? {
        let name = name.member
        return container.contains(name) ? ValueReader(try container.superDecoder(forKey: name)) : nil
    }
}
