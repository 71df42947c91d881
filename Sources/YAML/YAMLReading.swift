import Diagnostics

/// Reads one YAML document from UTF-8 bytes.
///
/// The whole of YAML 1.1 and 1.2 block and flow syntax is read, with these exceptions, each an error that says what to
/// do: more or less than one document, tags outside the core schema, merge keys (`<<`) unless the limits say otherwise,
/// keys that are not texts, keys
/// that occur twice. JSON is read too, as far as it is YAML: escaped surrogate pairs are not.
///
/// - Parameters:
///   - bytes: The file; a byte order mark is skipped.
///   - file: The name for locations.
///   - limits: Where to give up.
/// - Returns: The root of the document.
/// - Throws: `DiagnosticError` with one diagnostic at the place of the first mistake.
public func parseYAML(
    _ bytes: some Collection<UInt8>, file: String, limits: YAMLLimits = .standard
) throws -> YAMLNode {
    let node = try bytes.withContiguousStorageIfAvailable { try read($0, file: file, limits: limits) }
    return try node ?? Array(bytes).withUnsafeBufferPointer { try read($0, file: file, limits: limits) }
}

private func read(_ bytes: UnsafeBufferPointer<UInt8>, file: String, limits: YAMLLimits) throws -> YAMLNode {
    guard bytes.count <= limits.bytes else {
        throw DiagnosticError(
            "the file has \(bytes.count) bytes; at most \(limits.bytes) are read", at: SourceLocation(file: file))
    }
    let text = try SourceText(bytes, file: file)
    let events = try EventReader(text)
    var builder = TreeBuilder(text: text, limits: limits)
    while let root = try events.next({ try builder.take($0) }) {
        if case .finished(let node) = root { return node }
    }
    throw DiagnosticError(TreeBuilder.emptyDocument, at: SourceLocation(file: file))
}
