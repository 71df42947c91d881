import Diagnostics

/// The options that one mapping of the file gives; `nil` for those that it does not.
struct ServiceOptions {
    var spec: Located<String>?
    var specs: Located<String>?
    var module: Located<String>?
    var namespace: Located<String>?
    var access: AccessLevel?
    var versions: VersionSelection?
    var selector: VersionSelectorChoice?
    var paging: [PagingChoice]?
    var operations: OperationSelection?
    var schemas: [NamePattern]?
    var types: [TypeReplacement]?
    var imports: [Located<String>]?
    var names: [ChosenName]?
    var namesFile: Located<String>?
    var hashable: Bool?
    var dates: DateRepresentation?
    var numbers: NumberRepresentation?
    var tests: Bool?

    /// The service that these options are for; what they do not say, `defaults` say, each option as a whole.
    func service(
        _ source: ServiceConfiguration.Source, at location: SourceLocation, defaults: ServiceOptions
    ) -> ServiceConfiguration {
        var service = ServiceConfiguration(source: source, location: location)
        service.module = module
        service.namespace = namespace
        service.namesFile = namesFile
        service.access = access ?? defaults.access ?? service.access
        service.versions = versions ?? defaults.versions ?? service.versions
        service.selector = selector
        service.paging = paging ?? []
        service.operations = operations ?? defaults.operations
        service.schemas = schemas ?? defaults.schemas
        service.types = types ?? defaults.types ?? service.types
        service.imports = imports ?? defaults.imports ?? service.imports
        service.names = names ?? defaults.names ?? service.names
        service.isHashable = hashable ?? defaults.hashable ?? service.isHashable
        service.dates = dates ?? defaults.dates ?? service.dates
        service.numbers = numbers ?? defaults.numbers ?? service.numbers
        service.makesTests = tests ?? defaults.tests ?? service.makesTests
        return service
    }
}
