/// A part of a service: some versions, some operations, and all that these need.
public struct SpecSelection: Sendable, Hashable {
    /// The ids of the versions to keep; `nil` keeps all.
    public var versions: [String]?
    /// Which operations to keep, by id.
    public var operations: NamePatterns
    /// Which schemas to keep though no kept operation reaches them; `nil` keeps those that no operation of the service
    /// reaches at all.
    public var schemas: NamePatterns?

    /// A selection; by default everything is kept.
    public init(versions: [String]? = nil, operations: NamePatterns = NamePatterns(), schemas: NamePatterns? = nil) {
        self.versions = versions
        self.operations = operations
        self.schemas = schemas
    }

    /// The part of a document that the selection keeps, and what was left out.
    ///
    /// Schemas that a kept operation reaches, at any depth, are always kept: the part is as whole as the document was.
    public func apply(to document: SpecDocument) -> Selected {
        var part = document
        var omitted = Omissions()
        if let versions {
            part.versions.removeAll { !versions.contains($0.id) }
            omitted.versions = document.versions.map(\.id).filter { !versions.contains($0) }
        }
        let known = Set(part.versions.map(\.id))
        part.operations = document.operations.compactMap { operation in
            guard operations.admits(operation.id) else {
                omitted.operations.append(operation.id)
                return nil
            }
            var operation = operation
            operation.revisions = operation.revisions.compactMap { revision in
                var revision = revision
                revision.versions.removeAll { !known.contains($0) }
                return revision.versions.isEmpty ? nil : revision
            }
            guard operation.revisions.isEmpty else { return operation }
            omitted.operations.append(operation.id)
            return nil
        }
        guard omitted != Omissions() || schemas != nil else { return Selected(document: document, omitted: omitted) }
        keepSchemas(of: document, in: &part, omitted: &omitted)
        part.resources = part.resources.filter { resource in
            resource.roles.allSatisfy { role in part.operations.contains { $0.id == role.operation } }
        }
        return Selected(document: part, omitted: omitted)
    }

    private func keepSchemas(of document: SpecDocument, in part: inout SpecDocument, omitted: inout Omissions) {
        let whole = APIModel(document)
        let used = APIModel(part)
        var kept = Set(used.schemas.filter { !$0.versions.isEmpty }.map(\.name))
        let reachedAnywhere = Set(whole.schemas.filter { !$0.versions.isEmpty }.map(\.name))
        let extra = document.schemas.map(\.name).filter { name in
            guard !kept.contains(name) else { return false }
            guard let schemas else {
                return operations.isEverything && versions == nil && !reachedAnywhere.contains(name)
            }
            return schemas.admits(name)
        }
        kept.formUnion(used.names(reachedFrom: extra))
        part.schemas.removeAll { !kept.contains($0.name) }
        omitted.schemas = document.schemas.map(\.name).filter { !kept.contains($0) }
    }
}

extension SpecSelection {
    /// A part of a document.
    public struct Selected: Sendable {
        /// The part, a document in its own right.
        public var document: SpecDocument
        /// What is not in it.
        public var omitted: Omissions
    }

    /// What a selection left out, in the order of the document.
    public struct Omissions: Sendable, Hashable {
        /// Ids of versions.
        public var versions: [String] = []
        /// Ids of operations, those that the kept versions lack among them.
        public var operations: [String] = []
        /// Names of schemas.
        public var schemas: [String] = []

        /// Whether everything was kept.
        public var isEmpty: Bool { versions.isEmpty && operations.isEmpty && schemas.isEmpty }
    }
}

/// Names by patterns, in which `*` stands for any characters.
public struct NamePatterns: Sendable, Hashable {
    /// What to take; `nil` takes everything.
    public var include: [String]?
    /// What to leave out of that.
    public var exclude: [String]

    /// Patterns; by default everything is taken.
    public init(include: [String]? = nil, exclude: [String] = []) {
        self.include = include
        self.exclude = exclude
    }

    /// Whether nothing is left out.
    public var isEverything: Bool { include == nil && exclude.isEmpty }

    /// Whether the patterns take `name`.
    public func admits(_ name: String) -> Bool {
        let isTaken = include?.contains { Self.matches(name, $0) } ?? true
        return isTaken && !exclude.contains { Self.matches(name, $0) }
    }

    /// Whether `name` matches one pattern as a whole.
    public static func matches(_ name: String, _ pattern: String) -> Bool {
        let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return name == pattern }
        guard name.hasPrefix(first) else { return false }
        var rest = name.dropFirst(first.count)
        guard rest.hasSuffix(last) else { return false }
        rest = rest.dropLast(last.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}
