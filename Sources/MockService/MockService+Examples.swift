public import APIModel
import APISpec
import Diagnostics
import ServiceRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension MockService {
    /// The model that the text of a spec gives.
    ///
    /// Throws `DiagnosticError` where the spec is wrong; `file` is its name in messages.
    public static func model(spec text: String, file: String = "spec") throws -> APIModel {
        APIModel(try SpecReader().read(Array(text.utf8), file: file).document)
    }

    /// A body that a call of an operation may send: the documented example, made to obey its own schema.
    ///
    /// Throws `DiagnosticError` where the version has no such operation, or where that sends no body, and what decoding
    /// throws.
    public func exampleBody<Body: Decodable>(
        of operation: String, in version: String, as type: Body.Type = Body.self
    ) throws -> Body {
        guard let call = engine.model.call(operation, in: version), let request = call.request else {
            throw DiagnosticError("version \(version) has no operation `\(operation)` with a body", at: nil)
        }
        let fit = SchemaFit(engine.model, patterns: PatternBook(engine.model))
        let value = fit.fit(call.revision.example?.requestBody, to: request.schema)
        return try JSONCoding().decode(type, from: Data(value.json))
    }
}
