import Diagnostics
import Foundations

/// The list of the files that the generator owns in a folder, with what it wrote into them.
struct Manifest: Equatable {
    /// The digest of each file as it was written.
    var files: [RelativePath: Digest] = [:]

    private static let version = 1

    /// No files.
    init() {}

    /// Reads a manifest; `path` is for messages.
    init(json bytes: [UInt8], path: String) throws {
        let location = SourceLocation(file: path)
        let advice = "restore it from version control, or remove it together with the generated files"
        guard let document = try? JSONReader.value(bytes), case .number(let version)? = document["version"],
            case .array(let entries)? = document["files"]
        else { throw DiagnosticError("this is not a manifest of generated files; \(advice)", at: location) }
        guard version == "\(Self.version)" else {
            throw DiagnosticError(
                "the manifest has version \(version), this tool knows \(Self.version); update the tool", at: location)
        }
        for entry in entries {
            guard case .string(let path)? = entry["path"], case .string(let sha256)? = entry["sha256"] else {
                throw DiagnosticError("this is not a manifest of generated files; \(advice)", at: location)
            }
            guard let name = try? RelativePath(path), let digest = Digest(text: sha256),
                files.updateValue(digest, forKey: name) == nil
            else { throw DiagnosticError("the entry \"\(path)\" is not valid; \(advice)", at: location) }
        }
    }

    /// The manifest as JSON: sorted, a line for each file, so that version control shows small changes.
    var json: [UInt8] {
        // Paths hold nothing that JSON escapes: quotes, backslashes and control characters are refused.
        let entries = files.sorted { $0.key < $1.key }
            .map { "    {\"path\": \"\($0.key.text)\", \"sha256\": \"\($0.value.text)\"}" }
        let list = entries.isEmpty ? "[]" : "[\n\(entries.joined(separator: ",\n"))\n  ]"
        return Array("{\n  \"version\": \(Self.version),\n  \"files\": \(list)\n}\n".utf8)
    }
}
