import APISpec
import SpecDiff
import SwiftRendering

/// The articles of a module on moving from one version to the next.
enum MoveArticles {
    /// An article for each pair of neighbouring versions, oldest first, in the module's DocC catalogue.
    static func files(for file: SpecFile, of service: RenderedService) throws -> [RenderedFile] {
        let versions = file.document.versions.map(\.id)
        guard versions.count > 1 else { return [] }
        let comparer = SpecComparer(old: file, new: file)
        let naming = SwiftNames(naming: service.naming)
        return try zip(versions.dropFirst(), versions).reversed().map { older, newer in
            let text = try MigrationGuide(
                file, from: older, to: newer, naming: naming, comparer: comparer
            ).text()
            let name = "MovingFrom\(plain(older))To\(plain(newer))"
            return RenderedFile(path: "\(service.module.name).docc/\(name).md", text: text)
        }
    }

    private static func plain(_ version: String) -> String {
        String(
            version.unicodeScalars.map {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil) ? Character($0) : "_"
            })
    }
}

/// The names of a rendering, as guides ask for them.
private struct SwiftNames: SwiftNaming {
    let naming: ServiceNaming

    func namespace(version: String) -> String { naming.namespace(version: version) }
    func method(operation: String, version: String) -> String { naming.method(operation: operation) }
    func argument(
        parameter: String, in location: Parameter.Location, operation: String, version: String
    ) -> String {
        naming.argument(parameter: parameter, in: location, operation: operation)
    }
    func type(schema: String, version: String) -> String { naming.type(schema: schema, version: version) }
    func member(property: String, schema: String, version: String) -> String {
        naming.member(property: property, schema: schema)
    }
    func type(of schema: Schema, named name: String, version: String) -> String {
        naming.type(of: schema, named: name, version: version)
    }
}
