import ConfigurationFile

/// Reads a configuration that stands in `apidoc.yaml`.
func read(_ text: String, file: String = "apidoc.yaml") throws -> Configuration {
    try ConfigurationReader().read(Array(text.utf8), file: file)
}

/// The errors of a configuration, as a person sees them.
func errors(_ text: String) -> String {
    do {
        _ = try read(text)
        return "no error"
    } catch {
        return "\(error)"
    }
}
