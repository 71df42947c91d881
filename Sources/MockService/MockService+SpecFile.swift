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

    /// The model that a spec file gives, for code that was generated from it.
    ///
    /// - Parameters:
    ///   - path: the file; a path that is not absolute begins at the folder of `source`.
    ///   - source: the Swift file that names it.
    /// - Returns: the model.
    /// - Throws: `DiagnosticError` where the file is not there or is wrong.
    public static func model(specFile path: String, source: String = #filePath) throws -> APIModel {
        let folder = URL(filePath: source).deletingLastPathComponent()
        let place = path.hasPrefix("/") ? URL(filePath: path) : folder.appending(path: path)
        let file = place.standardizedFileURL.path(percentEncoded: false)
        let content: Data
        do {
            content = try Data(contentsOf: URL(filePath: file))
        } catch {
            throw DiagnosticError(
                "the spec cannot be read that this code was generated from; put it there, or generate again from where "
                    + "it is", at: SourceLocation(file: file))
        }
        return try model(spec: Array(content), file: file)
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
