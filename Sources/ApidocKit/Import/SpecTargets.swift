import APISpec
import Diagnostics
import PageDialects

/// Where the specs of an import go.
struct SpecTargets {
    let paths: [String]

    /// One file for one service, a file each in a folder for several. Throws where `output` fits neither.
    init(output: String, services readings: [ServiceReading]) throws {
        let services = readings.map(\.document.service.id)
        let isFolder = InputFiles.isFolder(output) || output.hasSuffix("/")
        guard services.count > 1 || isFolder else {
            paths = [output]
            return
        }
        try Self.checkPages(readings)
        // Documents of one service are its versions, in whatever file.
        if let id = services.first(where: { id in services.count { $0 == id } > 1 }) {
            throw DiagnosticError(
                "the input describes the service `\(id)` more than once; import the documents as its versions with "
                    + "`--version-of 1=FILE --version-of 2=FILE`, or one by one", at: SourceLocation(file: output))
        }
        guard isFolder else {
            try Self.checkDialects(readings)
            throw DiagnosticError(
                "the input describes \(services.count) services (\(services.sorted().joined(separator: ", "))); "
                    + "name a folder with -o, which each gets a file in",
                at: SourceLocation(file: output))
        }
        let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
        paths = try services.map { service in
            let name = SpecFileName.of(service)
            guard !name.isEmpty else {
                throw DiagnosticError(
                    "the service id `\(service)` cannot be a file name", at: SourceLocation(file: output))
            }
            return "\(folder)/\(name).yaml"
        }
        guard Set(paths).count == paths.count else {
            throw DiagnosticError(
                "two services of the input have one id; import them one by one", at: SourceLocation(file: output)
            )
        }
    }

    /// Throws where one spec is to be written of pages that different generators have made: they describe several services,
    /// or one of them is left over.
    private static func checkDialects(_ readings: [ServiceReading]) throws {
        var dialects: [(name: String, file: String)] = []
        for reading in readings where reading.isPage {
            let name = reading.document.sources.first?.dialect ?? PageDialect.guideName
            if !dialects.contains(where: { $0.name == name }) {
                dialects.append((name, reading.locations.whole.file))
            }
        }
        guard dialects.count > 1 else { return }
        let names = dialects.map { "`\($0.name)` (\(printable($0.file)))" }.joined(separator: " and ")
        throw DiagnosticError(
            "the pages are written in \(dialects.count) dialects, \(names), and describe a service each; import the pages of "
                + "one dialect alone, or name a folder with -o, which each service gets a file in",
            at: SourceLocation(file: dialects[1].file))
    }

    /// Throws where several pages are each a whole reference of one service: in several forms, or old ones that were left
    /// in the folder.
    private static func checkPages(_ readings: [ServiceReading]) throws {
        for reading in readings where reading.isPage {
            let id = reading.document.service.id
            let files = readings.filter { $0.isPage && $0.document.service.id == id }.map(\.locations.whole.file)
            guard files.count > 1 else { continue }
            let names = files.map { "`\(printable($0))`" }.joined(separator: ", ")
            throw DiagnosticError(
                "\(names) each describe all of the service `\(printable(id))`: they are forms or ages of one page; import the "
                    + "one that counts, without the others", at: SourceLocation(file: files[0]))
        }
    }
}
