import Documentation

/// Puts the rows of tables of members together: by the depth of their names, and by the lines of choices between tables.
struct ShapeReader {
    /// What stands below the heading of a type, in order.
    enum Piece {
        case table(HeadedTable)
        case choice(WiddershinsWords.Choice, line: Int)
    }

    var types: TypeCell
    /// The title above the tables; a row of this name describes the type itself.
    let titles: [String]
    /// Whether the lines of choices are missing, as among the parameters.
    let isFlat: Bool
    /// Every row with a name: which shape it describes, and the schema in whose copy it stands, if it stands in one.
    private(set) var named: [(name: String, shape: WrittenShape, copied: String?)] = []
    /// The members that copies of schemas show, by the schema; where it has no chapter of its own.
    private(set) var copies: [String: WrittenShape] = [:]
    /// Rows with the name of an earlier one of the same object.
    private(set) var repeated: [(name: String, first: WrittenShape, second: WrittenShape)] = []

    private var stack: [Level] = []
    private var groups: [Group] = []
    private var root: WrittenShape
    private var base: Int?

    /// A row that members may follow below.
    private struct Level {
        var depth: Int
        var shape: WrittenShape
        var copied: String?
    }

    /// Choices that are being read.
    private struct Group {
        var depth: Int
        var owner: WrittenShape
        var copied: String?
        var place: Int
    }

    init(types: TypeCell, line: Int, titles: [String] = [], isFlat: Bool = false) {
        self.types = types
        self.titles = titles
        self.isFlat = isFlat
        root = WrittenShape(.any, line: line)
    }

    /// The type that the pieces describe.
    mutating func read(_ pieces: [Piece]) -> WrittenShape {
        var pending: WiddershinsWords.Choice?
        for piece in pieces {
            switch piece {
            case .choice(let choice, _): pending = choice
            case .table(let table):
                // What a value must not be says nothing of what it is.
                if pending == .not { continue }
                for (index, row) in table.table.rows.enumerated() {
                    read(row, of: table, after: index == 0 ? pending : nil)
                }
                pending = nil
            }
        }
        if root.isOpen { root.removeMembers() }
        settleNull(root)
        return root
    }

    /// An alternative that is `null` alone makes the others nullable.
    private func settleNull(_ shape: WrittenShape) {
        if case .array(let items) = shape.kind { settleNull(items) }
        shape.members.forEach { settleNull($0.shape) }
        if let additional = shape.additional { settleNull(additional) }
        for index in shape.choices.indices where shape.choices[index].joint != .allOf {
            let all = shape.choices[index].shapes
            all.forEach(settleNull)
            let others = all.filter { !$0.isNull }
            guard others.count < all.count, !others.isEmpty else { continue }
            shape.isNullable = true
            shape.choices[index].shapes = others
        }
        guard case .any = shape.kind, shape.members.isEmpty, shape.choices.count == 1,
            shape.choices[0].shapes.count == 1
        else {
            return
        }
        let only = shape.choices[0].shapes[0]
        shape.takeMembers(of: only)
        (shape.kind, shape.additional) = (only.kind, only.additional)
        (shape.choices, shape.values) = (only.choices, only.values)
        shape.isNullable = shape.isNullable || only.isNullable
        shape.description = shape.description ?? only.description
    }

    /// Begins choices of which the first row is as deep as this: they are those of the row above that is less deep.
    private mutating func begin(_ joint: WrittenShape.Joint, at depth: Int) {
        pop(to: depth - 1)
        while let group = groups.last, group.depth >= depth { groups.removeLast() }
        let owner = stack.last ?? Level(depth: depth - 1, shape: root, copied: nil)
        let holder = owner.shape.holder
        holder.choices.append((joint, []))
        groups.append(
            Group(depth: depth - 1, owner: holder, copied: copied(owner), place: holder.choices.count - 1))
    }

    private func copied(_ level: Level) -> String? {
        // What is below a row of which nothing tells how it belongs there is no one's.
        level.copied ?? level.shape.reference ?? (isFlat && level.shape.holder.isOpen ? "" : nil)
    }

    private mutating func read(_ row: Table.Row, of table: HeadedTable, after choice: WiddershinsWords.Choice?) {
        guard let cell = table.cell(.name, in: row) else { return }
        var name = NameCell(cell.text)
        if base == nil, !name.name.isEmpty, titles.contains(name.name),
            table.text(.required, in: row).flatMap(WiddershinsWords.required) != true
        {
            name.name = ""
        }
        let depth = name.depth
        let line = row.lines.lowerBound
        base = base ?? depth
        if let joint = choice.flatMap({ WrittenShape.Joint(rawValue: $0.rawValue) }) { begin(joint, at: depth) }
        let shape = described(row, of: table, line: line)
        let isRequired = table.text(.required, in: row).flatMap { WiddershinsWords.required($0) } ?? false
        // A line between tables tells that a choice begins here; which of the open ones, the depth of the row.
        if let choice, choice != .continued, choice != .not {
            while let group = groups.last, groups.count > 1, group.depth + 1 > depth { groups.removeLast() }
            if let group = groups.last, depth == group.depth + 1 {
                pop(to: group.depth)
                let member = name.name.isEmpty && !name.isAdditional ? shape : WrittenShape(.object, line: line)
                if group.copied == nil { group.owner.choices[group.place].shapes.append(member) }
                let level = Level(depth: group.depth, shape: member, copied: group.copied)
                if name.name.isEmpty, !name.isAdditional {
                    stack.append(Level(depth: depth, shape: member, copied: group.copied))
                    return
                }
                // An alternative without a row of its own: its members follow at once.
                stack.append(level)
            }
        } else if choice == .continued {
            while let group = groups.last, group.depth >= depth { groups.removeLast() }
        }
        while let level = stack.last, level.depth >= depth { stack.removeLast() }
        let parent = stack.last
        let isRoot = parent == nil && name.name.isEmpty && !name.isAdditional
        let level = Level(depth: depth, shape: isRoot ? root : shape, copied: parent.flatMap(copied))
        place(name, shape, isRequired: isRequired, in: parent)
        stack.append(level)
    }

    private mutating func pop(to depth: Int) {
        while let level = stack.last, level.depth > depth { stack.removeLast() }
    }

    private mutating func place(_ name: NameCell, _ shape: WrittenShape, isRequired: Bool, in parent: Level?) {
        let owner = (parent?.shape ?? root).holder
        if !name.name.isEmpty { named.append((name.name, shape, parent.flatMap(copied))) }
        if let parent, let schema = copied(parent) {
            // The schema has a chapter of its own, which says the same; where it has none, this is all that is known.
            guard !types.schemas.known.contains(schema), parent.copied == nil else { return }
            let copy = copies[schema] ?? WrittenShape(.object, line: shape.line)
            copies[schema] = copy
            add(name, shape, isRequired: isRequired, to: copy)
            return
        }
        if parent == nil, name.name.isEmpty, !name.isAdditional {
            // The row of the type itself.
            take(shape, into: root)
            return
        }
        // Members at the depth of the row of the type itself are those of what it lists.
        if parent == nil, root.reference != nil { return }
        if isFlat, name.name.isEmpty, !name.isAdditional {
            owner.isOpen = true
            return
        }
        if case .primitive = owner.kind { return }
        add(name, shape, isRequired: isRequired, to: owner)
    }

    private mutating func add(_ name: NameCell, _ shape: WrittenShape, isRequired: Bool, to owner: WrittenShape) {
        if name.isAdditional {
            owner.additional = shape
        } else if name.name.isEmpty {
            if case .any = owner.kind, owner.choices.isEmpty { take(shape, into: owner) }
            return
        } else if let first = owner.member(name.name) {
            repeated.append((name.name, first.shape, shape))
        } else {
            owner.add(WrittenShape.Member(name: name.name, isRequired: isRequired, shape: shape))
        }
        if case .any = owner.kind, owner.choices.isEmpty { owner.kind = .object }
    }

    private func take(_ other: WrittenShape, into shape: WrittenShape) {
        shape.kind = other.kind
        shape.isNullable = other.isNullable
        shape.isReadOnly = other.isReadOnly
        shape.isWriteOnly = other.isWriteOnly
        shape.title = shape.title ?? other.title
        shape.description = shape.description ?? other.description
        if shape.choices.isEmpty { shape.choices = other.choices }
        shape.line = other.line
        shape.hasRow = true
    }

    private mutating func described(_ row: Table.Row, of table: HeadedTable, line: Int) -> WrittenShape {
        let cell = table.cell(.type, in: row) ?? Table.Cell("")
        let shape = types.read(cell, line: line)
        shape.description = table.text(.description, in: row)
        shape.title = table.text(.title, in: row)
        shape.fallback = table.text(.fallback, in: row)
        let restrictions = table.text(.restrictions, in: row)?.lowercased() ?? ""
        shape.isReadOnly = restrictions.contains("read-only")
        shape.isWriteOnly = restrictions.contains("write-only")
        return shape
    }
}
