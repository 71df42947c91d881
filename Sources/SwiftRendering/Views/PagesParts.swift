import APIModel

/// The parts of a list in pages as Swift: its items, what chooses a page, and what tells the next one.
struct PagesParts {
    private let view: CallView
    private let pagination: Pagination
    private let position: CallView.Argument?
    private let next: SwiftCode?
    private let last: SwiftCode?

    /// The type of an item.
    let itemType: SwiftCode

    /// The parts, or `nil` where one that paging cannot do without has a type that leads to no page.
    init?(_ view: CallView, _ pagination: Pagination) {
        self.view = view
        self.pagination = pagination
        let answerName = "\(view.call.operation)_response"
        itemType = view.plan.type(
            of: pagination.item, named: SwiftTypeMapping.singular(pagination.items?.property.name ?? answerName),
            from: view.home)
        position = pagination.position.flatMap { parameter in
            view.arguments.first { Self.isParameter($0, parameter) }
        }
        next = pagination.next.flatMap { Self.text(of: $0, view.plan) }
        last = pagination.last.flatMap { Self.text(of: $0, view.plan) }
        if let items = pagination.items, Self.access(to: items, view.plan) == nil { return nil }
        switch pagination.kind {
        case .page, .offset: break
        case .marker:
            guard let position, position.isOptional, ["String", "Int"].contains(position.type.source),
                next != nil || last != nil || pagination.nextHeader != nil, !pagination.item.isNullable || last == nil
            else { return nil }
        case .address: guard next != nil || pagination.nextHeader != nil else { return nil }
        case .none: return nil
        }
        // A named list of inline types has names of its own for them.
        if pagination.items == nil, view.call.resultSchema?.definitionName != nil {
            switch pagination.item.kind {
            case .enumeration, .numbers, .union: return nil
            default: break
            }
        }
    }

    /// Whether an argument chooses the page.
    func isPosition(_ argument: CallView.Argument) -> Bool {
        pagination.position.map { Self.isParameter(argument, $0) } ?? false
    }

    /// How the pages take an argument. The number of the first page need not be given, also where each call has to say a
    /// page.
    func declaration(of argument: CallView.Argument) -> SwiftCode {
        guard isPosition(argument), !argument.isOptional, [.page, .offset].contains(pagination.kind) else {
            return argument.declaration
        }
        return "\(argument.name): \(argument.type) = \(pagination.firstPage)"
    }

    private static func isParameter(_ argument: CallView.Argument, _ parameter: Parameter) -> Bool {
        guard case .parameter(let own) = argument.source else { return false }
        return own.location == .query && own.name == parameter.name
    }

    /// What a page is chosen by, as the call takes it.
    var sentPosition: SwiftCode {
        pagination.kind == .marker && position?.type.source == "Int" ? "$0.flatMap { Int($0) }" : "$0"
    }

    /// What a sequence of pages needs to know beside how to fetch one. `isTold` is whether answers tell the next page,
    /// and not their header fields.
    func arguments(isTold: Bool) -> [SwiftCode] {
        var code: [SwiftCode] = []
        switch pagination.kind {
        case .page, .offset:
            let first: SwiftCode =
                position.map { $0.isOptional ? "\($0.name) ?? \(pagination.firstPage)" : $0.name.code } ?? "0"
            code.append(pagination.kind == .page ? "first: \(first)" : "offset: \(first)")
            if let size = view.arguments.first(where: { argument in
                pagination.size.map { Self.isParameter(argument, $0) } ?? false
            }) {
                let fallback: SwiftCode = pagination.defaultSize.map { " ?? \($0)" } ?? ""
                code.append("size: \(size.name)\(size.isOptional ? fallback : "")")
            }
            code.append(items)
            if let count = access(pagination.count) { code.append("count: { \(count) }") }
            if let more = isTold ? more ?? hasNext : more { code.append("more: { \(more) }") }
        default:
            if let position, pagination.kind == .marker {
                let isNumber = position.type.source == "Int"
                code.append("marker: \(position.name)\(isNumber ? ".map { String($0) }" : "" as SwiftCode)")
            }
            code.append(items)
            if isTold {
                if let next { code.append("next: { \(next) }") } else if let last { code.append("last: { \(last) }") }
            }
            if let more { code.append("more: { \(more) }") }
        }
        return code
    }

    // MARK: Places in responses

    private var items: SwiftCode {
        guard let list = pagination.items else {
            return pagination.item.isNullable ? "items: { $0.compactMap(\\.self) }" : "items: { $0 }"
        }
        let contents = access(list) ?? "nil"
        guard pagination.item.isNullable else { return "items: { \(contents) }" }
        return "items: { \(contents)\(list.isOptional ? "?" : "").compactMap(\\.self) }"
    }

    private var more: SwiftCode? { access(pagination.more) }

    /// Whether something leads to a next page, where the page itself is chosen by its number.
    private var hasNext: SwiftCode? {
        guard let place = pagination.next, place.isOptional, let access = place.link == nil ? access(place) : next
        else { return nil }
        return "\(access) != nil"
    }

    private func access(_ place: Pagination.Place?) -> SwiftCode? {
        place.flatMap { Self.access(to: $0, view.plan) }
    }

    /// A place as text: numbers as their digits; `nil` for what is neither.
    private static func text(of place: Pagination.Place, _ plan: TypePlan) -> SwiftCode? {
        guard let access = access(to: place, plan) else { return nil }
        if let link = place.link { return target(of: link, in: access, place, plan) }
        switch place.schema.kind {
        case .string: return place.schema.isPlainText ? access : nil
        case .integer: return place.isOptional ? "\(access).map { String($0) }" : "String(\(access))"
        default: return nil
        }
    }

    /// The address of the link to the next page among those of a list; `nil` where a member of the links has a type
    /// that tells none.
    private static func target(
        of link: Pagination.Place.Link, in list: SwiftCode, _ place: Pagination.Place, _ plan: TypePlan
    ) -> SwiftCode? {
        func member(_ step: Pagination.Place.Step) -> SwiftCode? {
            guard let model = plan.model(named: step.owner.name), !plan.isDistinguished(step.property, of: model)
            else { return nil }
            return MemberNames.name(of: step.property.name, in: step.owner, ledger: plan.ledger)?.code
        }
        guard let relation = member(link.relation), let target = member(link.target),
            link.target.property.schema.isPlainText
        else { return nil }
        let isMissing = !link.relation.property.isRequired || link.relation.property.schema.isNullable
        let value: SwiftCode
        switch link.relation.property.schema.kind {
        case .string: value = relation
        case .enumeration: value = "\(relation)\(isMissing ? "?" : "").rawValue"
        default: return nil
        }
        let isOptional = place.steps.contains { !$0.property.isRequired || $0.property.schema.isNullable }
        return
            "\(list)\(isOptional ? "?" : "").first { $0.\(value) == \(SwiftCode.string(Pagination.Place.Link.next)) }?.\(target)"
    }

    /// The way from a response to a place; `nil` where a member on it tells absent from null, or is of the user's own.
    private static func access(to place: Pagination.Place, _ plan: TypePlan) -> SwiftCode? {
        var code: SwiftCode = "$0"
        var isOptional = false
        for step in place.steps {
            guard let model = plan.model(named: step.owner.name),
                let member = MemberNames.name(of: step.property.name, in: step.owner, ledger: plan.ledger)
            else { return nil }
            guard !plan.isDistinguished(step.property, of: model) else { return nil }
            code = "\(code)\(isOptional ? "?" : "").\(member)"
            isOptional = !step.property.isRequired || step.property.schema.isNullable
        }
        return code
    }
}
