import APISpec
import ConfigurationFile
import Diagnostics

extension PagingChoice {
    /// The document with this way in the place of those that it has for the list.
    ///
    /// Throws `DiagnosticError` where the spec has no such operation, or the operation not what the way names.
    func applied(to document: SpecDocument) throws -> SpecDocument {
        guard let list = document.operations.first(where: { $0.id == operation.value }) else {
            let near = NearestWord.suggestion(for: operation.value, among: document.operations.map(\.id))
            throw DiagnosticError("the spec has no operation `\(operation.value)`; \(near)", at: operation.location)
        }
        guard let way = paging else {
            throw DiagnosticError("nothing chooses a page by `\(kind.value)`", at: kind.location)
        }
        if let lacking = way.lacks.first {
            throw DiagnosticError("`paging` by \(kind.value) lacks \(lacking)", at: kind.location)
        }
        var document = document
        if !document.resources.contains(where: { $0.list == list.id }) {
            let names = Set(document.resources.map(\.name))
            let name = [list.id, list.id + "-list"].first { !names.contains($0) } ?? list.id + "-pages"
            var resource = Resource(name: name, collection: list.revisions.first?.path ?? "")
            resource.list = list.id
            document.resources.append(resource)
        }
        for index in document.resources.indices where document.resources[index].list == list.id {
            document.resources[index].paging = [way]
        }
        var alone = document
        alone.resources = Array(document.resources.filter { $0.list == list.id }.prefix(1))
        let problems = SpecValidator().validate(alone, locations: SpecLocations(whole: operation.location))
            .filter { $0.rule == SpecRules.missingPagingPart.id }
        guard problems.isEmpty else { throw DiagnosticError(problems) }
        return document
    }

    private var paging: Paging? {
        guard let kind = Paging.Kind(rawValue: kind.value) else { return nil }
        var paging = Paging(kind)
        paging.first = first
        paging.position = parts[.position]
        paging.size = parts[.size]
        paging.next = parts[.next]
        paging.nextHeader = parts[.nextHeader]
        paging.last = parts[.last]
        paging.more = parts[.more]
        paging.count = parts[.count]
        paging.countHeader = parts[.countHeader]
        return paging
    }
}
