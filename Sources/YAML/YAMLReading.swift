import Diagnostics

/// Reads one document, in YAML or JSON, from UTF-8 bytes.
///
/// JSON is read by its own grammar (RFC 8259), and as YAML where it is flow style that only looks like it. The whole of
/// YAML 1.1 and 1.2 block and flow syntax is read, with these exceptions, each an error that says what to do: more or
/// less than one document, tags outside the core schema, merge keys (`<<`) unless the limits say otherwise, keys that
/// are not texts, keys that occur twice.
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
    guard JSONDocumentReading.mayBeJSON(bytes) else { return try readYAML(bytes, file: file, limits: limits) }
    switch try JSONDocumentReading.read(bytes, file: file, limits: limits) {
    case .root(let node): return node
    case .syntax(let syntaxError, let isMeantAsJSON):
        do {
            return try readYAML(bytes, file: file, limits: limits)
        } catch {
            throw isMeantAsJSON ? syntaxError : error
        }
    }
}

private func readYAML(_ bytes: UnsafeBufferPointer<UInt8>, file: String, limits: YAMLLimits) throws -> YAMLNode {
    let text = try SourceText(bytes, file: file)
    let events = try EventReader(text)
    var builder = TreeBuilder(text: text, limits: limits)
    while let root = try events.next({ try builder.take($0) }) {
        if case .finished(let node) = root { return node }
    }
    throw DiagnosticError(TreeBuilder.emptyDocument, at: SourceLocation(file: file))
}
