extension Service {
    /// The service as one of its versions has it.
    public func version(_ version: APIVersion) -> Service {
        var service = self
        service.server = version.server ?? server
        service.security = version.security ?? security
        service.requirements = version.requirements ?? requirements
        if selector?.kind == .server {
            service.server.url = VersionSelector.filled(service.server.url, with: version.selectorValue)
            for index in service.server.alternatives.indices {
                service.server.alternatives[index].url = VersionSelector.filled(
                    service.server.alternatives[index].url, with: version.selectorValue)
            }
        }
        return service
    }
}

extension SpecDocument {
    /// The service as the version of this id has it.
    public func service(in version: String) -> Service {
        versions.first { $0.id == version }.map(service.version) ?? service
    }
}
