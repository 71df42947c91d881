public import APIModel
import APISpec
import Diagnostics

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

// The one file of this module that knows spec files; everything else answers from the model.
extension MockService {
    /// The model that the text of a spec gives.
    ///
    /// Throws `DiagnosticError` where the spec is wrong; `file` is its name in messages.
    public static func model(spec text: String, file: String = "spec") throws -> APIModel {
        try model(spec: Array(text.utf8), file: file)
    }

    /// Starts a service that answers from the text of a spec.
    ///
    /// - Parameters:
    ///   - bytes: the content of a spec file.
    ///   - file: its name, for errors.
    ///   - options: how the service behaves.
    /// - Returns: the service, once it accepts connections.
    /// - Throws: `DiagnosticError` where the spec is wrong, or where the service cannot listen.
    public static func start(
        spec bytes: [UInt8], file: String = "spec", options: Options = Options()
    ) async throws -> MockService {
        try await start(model(spec: bytes, file: file), options: options)
    }

    /// Starts a service that answers from a spec file, and returns once it accepts connections.
    ///
    /// Throws `DiagnosticError` where the file cannot be read or is wrong, or where the service cannot listen.
    public static func start(specFile path: String, options: Options = Options()) async throws -> MockService {
        let content: Data
        do {
            content = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw DiagnosticError("the spec cannot be read", at: SourceLocation(file: path))
        }
        return try await start(spec: Array(content), file: path, options: options)
    }

    private static func model(spec bytes: [UInt8], file: String) throws -> APIModel {
        APIModel(try SpecReader().read(bytes, file: file).document)
    }
}
