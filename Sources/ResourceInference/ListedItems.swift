import APISpec

/// The list in a response.
struct ListedItems {
    /// The properties that lead to it, the outermost first; none where the response is the list itself.
    let steps: [String]
    /// The type of an item.
    let item: Schema
}

/// A type of links as RFC 8288 has them, written as objects.
struct LinkType {
    /// Whether the documentation says of these links that one may lead to what comes next.
    let mentionsNext: Bool
}

extension ResponseParts {
    /// A list may stand at most so many levels below the response: `response.body.items.item`.
    private static let greatestListDepth = 3

    /// The list of a response: at `stated`, or where nothing is stated, the only one.
    func list(in answer: Schema, at stated: String?) -> ListedItems? {
        guard let stated else { return list(in: answer) }
        if case .array(let item) = resolved(answer).kind { return ListedItems(steps: [], item: item) }
        var type = answer
        let steps = Paging.steps(to: stated)
        for name in steps {
            guard let property = properties(of: type)?.first(where: { $0.name == name }) else { return nil }
            type = property.schema
        }
        guard case .array(let item) = resolved(type).kind else { return nil }
        return ListedItems(steps: steps, item: item)
    }

    /// The list that a response is, its only list of objects, its only list, or the only list of objects below objects
    /// that it is wrapped in; `nil` where it lists nothing or several things.
    ///
    /// Links and messages beside a list are none of what is listed.
    func list(in answer: Schema) -> ListedItems? {
        if case .array(let item) = resolved(answer).kind { return ListedItems(steps: [], item: item) }
        guard let members = properties(of: answer) else { return nil }
        let all = lists(among: members, below: [])
        let lists = all.filter { !isBeside($0) }
        let objects = lists.filter { properties(of: $0.item) != nil }
        if objects.count == 1 { return objects[0] }
        if lists.count == 1 { return lists[0] }
        guard lists.isEmpty else { return nil }
        return wrappedList(members) ?? (all.count == 1 ? all[0] : nil)
    }

    /// The only list of objects of the uppermost level below these members that has one.
    private func wrappedList(_ members: [NamedSchema.Property]) -> ListedItems? {
        var level: [(steps: [String], members: [NamedSchema.Property])] = [([], members)]
        for _ in 0..<Self.greatestListDepth {
            level = level.flatMap { steps, members in
                members.compactMap { member in
                    // A thing with an identifier is what the response shows, and its lists are parts of it.
                    guard let inner = properties(of: member.schema),
                        !inner.contains(where: { isIdentifier($0, member) })
                    else { return nil }
                    return (steps + [member.name], inner)
                }
            }
            let lists = level.flatMap { self.lists(among: $0.members, below: $0.steps) }.filter { !isBeside($0) }
            guard lists.isEmpty else {
                return lists.count == 1 && properties(of: lists[0].item) != nil ? lists[0] : nil
            }
        }
        return nil
    }

    private func lists(among members: [NamedSchema.Property], below steps: [String]) -> [ListedItems] {
        members.compactMap { member in
            guard case .array(let item) = resolved(member.schema).kind else { return nil }
            return ListedItems(steps: steps + [member.name], item: item)
        }
    }

    private func isBeside(_ list: ListedItems) -> Bool {
        let name = PagingWords.plain(list.steps.last ?? "")
        return PagingWords.notices.contains(name) || name.hasSuffix("links") && link(Schema(.array(list.item))) != nil
    }

    private func isIdentifier(_ property: NamedSchema.Property, _ owner: NamedSchema.Property) -> Bool {
        let name = PagingWords.plain(property.name)
        return ["id", "uuid", PagingWords.plain(owner.name) + "id"].contains(name) && isMarker(property.schema)
    }

    /// What a list of links is a list of: objects with `rel` and `href`; `nil` for anything else.
    func link(_ schema: Schema) -> LinkType? {
        guard case .array(let item) = resolved(schema).kind, let members = properties(of: item),
            let target = members.first(where: { $0.name == "href" }), isText(target.schema),
            let relation = members.first(where: { $0.name == "rel" })
        else { return nil }
        let type = resolved(relation.schema)
        var words = [relation.schema.description, type.description].compactMap { $0 }
        if case .enumeration(let values) = type.kind { words += values } else if !isText(type) { return nil }
        if case .string(let text)? = relation.schema.example ?? type.example { words.append(text) }
        return LinkType(
            mentionsNext: words.contains { $0.lowercased().split { !$0.isLetter }.contains("next") })
    }
}
