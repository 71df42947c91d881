import Diagnostics
import Documentation
import DocumentationImport
import Foundation
import OpenAPIInterop
import Testing

/// Rules that an input here breaks, and the tests that break all others.
@Suite("Every rule is triggered by an input")
struct RuleTriggerTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let pages = tests.appending(path: "DocumentationImportTests/Fixtures/broken")

    /// The rules that have a page of their own.
    private static let ofPages = ImportRules.all.map(\.id).filter { elsewhere[$0] == nil }

    @Test(arguments: ofPages) func page(rule: String) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.pages.appending(path: "\(rule).txt")))
        let page = try PageReader.read(bytes, file: "page.txt")
        let findings = try DocumentationImporter().importPages([page], sources: []).flatMap(\.findings)
        let own = findings.filter { $0.rule == rule }
        #expect(!own.isEmpty)
        #expect(
            own.allSatisfy { $0.location?.file == "page.txt" && ($0.location?.line ?? 0) > 0 && !$0.message.isEmpty })
    }

    /// What is put into a document to break a rule: what it takes the place of, and itself.
    private static let documents: [(rule: String, old: String, new: String)] = [
        ("openapi-unkept-constraint", "type: object", "type: string, contentSchema: {type: object}"),
        ("openapi-unchecked-pattern", "type: object", "type: string, pattern: '(?=a)b'"),
        ("openapi-loose-pattern", "type: object", "type: string, pattern: 'a\\-b'"),
        ("openapi-required-without-property", "type: object", "type: object, required: [a]"),
        (
            "openapi-union-beside-members", "type: object",
            "type: object, properties: {a: {type: string}}, oneOf: [{type: string}, {type: integer}]"
        ),
        ("openapi-unknown-type", "type: object", "type: strin"),
        ("openapi-unusual-enumeration", "type: object", "enum: [a, true]"),
        ("openapi-merged-types", "type: object", "allOf: [{type: string}, {type: integer}]"),
        ("openapi-nullable-model", "type: object", "type: object, nullable: true, properties: {a: {type: string}}"),
        ("openapi-missing-server", "servers: [{url: 'https://a.example'}]", "tags: []"),
        ("openapi-made-operation-id", "operationId: show", "summary: Show"),
        ("openapi-shortened-operation-id", "operationId: show", "operationId: show_things__id__get"),
        ("openapi-unkept-method", "    get:", "    additionalOperations:"),
        ("openapi-optional-path-parameter", "required: true", "required: false"),
        ("openapi-fixed-query", "/things/{id}:", "/things/{id}?beta=true:"),
        ("openapi-unusable-path", "/things/{id}:", "things/{id}:"),
        ("openapi-media-range", "application/json", "'*/*'"),
        (
            "openapi-unusable-security-scheme", "components:\n",
            "components:\n  securitySchemes: {odd: {type: apiKey}}\n"
        ),
        (
            "openapi-deep-schema", "type: object",
            String(repeating: "type: array, items: {", count: 60) + "type: string" + String(repeating: "}", count: 60)
        ),
    ]

    private static let plain = """
        openapi: 3.0.3
        info: {title: Rules, version: '1.0'}
        servers: [{url: 'https://a.example'}]
        paths:
          /things/{id}:
            get:
              operationId: show
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
              responses:
                '200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}
        components:
          schemas:
            S: {type: object}

        """

    private static func rules(_ text: String) throws -> [String] {
        try OpenAPIImporter().read(Array(text.utf8), file: "a.yaml").findings.compactMap(\.rule)
    }

    @Test(arguments: documents) func document(rule: String, old: String, new: String) throws {
        #expect(try Self.rules(Self.plain) == [])
        #expect(try Self.rules(Self.plain.replacing(old, with: new)).contains(rule))
    }

    @Test("The others are triggered by the tests that are named here, and none is forgotten")
    func complete() throws {
        let here = Set(Self.ofPages).union(Self.documents.map(\.rule))
        #expect(here.isDisjoint(with: Self.elsewhere.keys))
        #expect(here.union(Self.elsewhere.keys) == Set(RuleDocumentTests.groups.flatMap(\.rules).map(\.id)))
        for (rule, file) in Self.elsewhere {
            let text = try String(contentsOf: Self.tests.appending(path: file), encoding: .utf8)
            #expect(text.contains("[\(rule)]") || text.contains("\"\(rule)\""), "\(file) has no \(rule)")
        }
    }

    /// The tests that have an input for a rule, where it takes more than a page or a document.
    private static let elsewhere: [String: String] = [
        "ambiguous-recovery": "RecoveryTests/DoubtTests.swift",
        "circular-schema": "APISpecTests/OpenAPIFactsTests.swift",
        "date-time-without-zone": "RecoveryTests/ExampleCheckerTests.swift",
        "default-outside-enum": "RecoveryTests/ExampleCheckerTests.swift",
        "duplicate-call": "APISpecTests/SpecRulesTests.swift",
        "duplicate-parameter-name": "APISpecTests/SpecRulesTests.swift",
        "embedded-document": "EmbeddedDocumentsTests/PageShapeTests.swift",
        "example-breaks-check": "RecoveryTests/ExampleCheckerTests.swift",
        "embedded-document-changed": "EmbeddedDocumentsTests/SeveralDocumentsTests.swift",
        "embedded-document-choice": "EmbeddedDocumentsTests/SeveralDocumentsTests.swift",
        "embedded-document-saved-root": "EmbeddedDocumentsTests/RefusalTests.swift",
        "embedded-document-skipped": "EmbeddedDocumentsTests/SeveralDocumentsTests.swift",
        "embedded-document-unread": "EmbeddedDocumentsTests/RefusalTests.swift",
        "example-lists-values": "RecoveryTests/ExampleCheckerTests.swift",
        "example-missing-required": "RecoveryTests/ExampleCheckerTests.swift",
        "example-outside-enum": "RecoveryTests/ExampleCheckerTests.swift",
        "example-unknown-key": "RecoveryTests/ExampleCheckerTests.swift",
        "example-wrong-type": "RecoveryTests/ExampleCheckerTests.swift",
        "invalid-path": "APISpecTests/ResourceTests.swift",
        "left-out": "CommandLineTests/ConfigurationTests.swift",
        "many-versions": "OpenAPIInteropTests/ImportErrorTests.swift",
        "missing-operation": "APISpecTests/ResourceTests.swift",
        "missing-page": "CommandLineTests/SiteImportTests.swift",
        "missing-paging-part": "APISpecTests/SpecRulesTests.swift",
        "missing-resource-property": "APISpecTests/ResourceTests.swift",
        "missing-schema": "APISpecTests/OverlayEdgeTests.swift",
        "missing-security-scheme": "APISpecTests/SpecRulesTests.swift",
        "missing-version": "APISpecTests/SpecErrorTests.swift",
        "name-changed": "CommandLineTests/DiffTests.swift",
        "name-collision": "SwiftRenderingTests/NamingTests.swift",
        "name-not-kept": "SwiftRenderingTests/NameRecordTests.swift",
        "no-guide": "DocumentationImportTests/PageErrorTests.swift",
        "openapi-broken-reference": "OpenAPIInteropTests/DynamicReferenceTests.swift",
        "openapi-empty-media-type": "OpenAPIInteropTests/FlawedDocumentTests.swift",
        "openapi-equal-schema": "OpenAPIInteropTests/EqualSchemaTests.swift",
        "openapi-event-kinds": "OpenAPIInteropTests/StreamImportTests.swift",
        "openapi-ignored-header": "OpenAPIInteropTests/ImportErrorTests.swift",
        "openapi-merge-key": "OpenAPIInteropTests/FlawedDocumentTests.swift",
        "openapi-missing-info": "OpenAPIInteropTests/FlawedDocumentTests.swift",
        "openapi-overlay-of-another": "CommandLineTests/OpenAPIOverlayCommandTests.swift",
        "openapi-overlay-without-match": "OpenAPIInteropTests/OpenAPIOverlayTests.swift",
        "openapi-parameter-not-in-path": "OpenAPIInteropTests/ImportErrorTests.swift",
        "openapi-repeated-parameter": "OpenAPIInteropTests/FlawedDocumentTests.swift",
        "openapi-same-call": "OpenAPIInteropTests/LeftOutPartsTests.swift",
        "openapi-schema-of-items": "OpenAPIInteropTests/StreamImportTests.swift",
        "openapi-schema-of-itself": "OpenAPIInteropTests/RecursiveSchemaTests.swift",
        "openapi-shortened-schema-name": "OpenAPIInteropTests/SchemaNameTests.swift",
        "openapi-stray-definition": "OpenAPIInteropTests/FlawedDocumentTests.swift",
        "openapi-taken-operation-id": "OpenAPIInteropTests/FlawedDocumentTests.swift",
        "openapi-undeclared-path-parameter": "OpenAPIInteropTests/FlawedDocumentTests.swift",
        "openapi-undeclared-security-scheme": "OpenAPIInteropTests/FlawedDocumentTests.swift",
        "openapi-unkept-description": "OpenAPIInteropTests/ImportRuleTests.swift",
        "openapi-unkept-example": "OpenAPIInteropTests/ImportFixtureTests.swift",
        "openapi-unkept-keyword": "OpenAPIInteropTests/ChecksTests.swift",
        "openapi-unkept-media-type": "OpenAPIInteropTests/ImportFixtureTests.swift",
        "openapi-unkept-member": "OpenAPIInteropTests/ImportFixtureTests.swift",
        "openapi-untyped-keyword": "OpenAPIInteropTests/ChecksTests.swift",
        "openapi-unusable-discriminator": "OpenAPIInteropTests/FlawedDocumentTests.swift",
        "openapi-unusable-parameter": "OpenAPIInteropTests/LeftOutPartsTests.swift",
        "openapi-unusable-status": "OpenAPIInteropTests/LeftOutPartsTests.swift",
        "operation-named-differently": "OpenAPIInteropTests/ImportErrorTests.swift",
        "other-page": "CommandLineTests/SiteImportTests.swift",
        "overlay-conflict": "APISpecTests/OverlayTests.swift",
        "overlay-no-match": "APISpecTests/OverlayTests.swift",
        "overlay-redundant": "APISpecTests/OverlayTests.swift",
        "page-ambiguous": "PageDialectsTests/ReferenceLossTests.swift",
        "page-broken-row": "PageDialectsTests/ReferenceLossTests.swift",
        "page-degraded": "APISpecTests/SpecRulesTests.swift",
        "page-dialect": "PageDialectsTests/Swagger2MarkupTests.swift",
        "page-enum-base": "PageDialectsTests/Swagger2MarkupTests.swift",
        "page-made-pattern": "PageDialectsTests/Swagger2MarkupTests.swift",
        "page-polymorphism": "PageDialectsTests/Swagger2MarkupTests.swift",
        "page-restored-value": "PageDialectsTests/ReferenceLossTests.swift",
        "page-security-choice": "PageDialectsTests/Swagger2MarkupTests.swift",
        "page-undescribed": "PageDialectsTests/ReferenceLossTests.swift",
        "page-unknown-type": "PageDialectsTests/ReferenceLimitTests.swift",
        "page-unknown-value": "PageDialectsTests/Swagger2MarkupTests.swift",
        "page-unread": "PageDialectsTests/DialectTests.swift",
        "pages-cut-short": "CommandLineTests/SiteImportTests.swift",
        "parameter-not-in-path": "APISpecTests/SpecRulesTests.swift",
        "recovered-binding": "RecoveryTests/AnswerRecoveryTests.swift",
        "recovered-parameters": "RecoveryTests/RequestRecoveryTests.swift",
        "recovered-responses": "RecoveryTests/AnswerRecoveryTests.swift",
        "recovered-schema": "RecoveryTests/SchemaRebuildTests.swift",
        "relative-address": "SwiftRenderingTests/NamingTests.swift",
        "revision-listed-twice": "APISpecTests/SpecRulesTests.swift",
        "undescribed-path-parameter": "APISpecTests/SpecRulesTests.swift",
        "unknown-placeholder": "SwiftRenderingTests/NamingTests.swift",
        "unread-page": "EmbeddedDocumentsTests/UnreadPageTests.swift",
        "unresolved": "RecoveryTests/DoubtTests.swift",
        "unused-schema": "RecoveryTests/AnswerRecoveryTests.swift",
        "version-documents-alike": "OpenAPIInteropTests/SelectorTests.swift",
        "version-ended": "APISpecTests/SpecRulesTests.swift",
        "version-selector-found": "OpenAPIInteropTests/ComparingVersionsTests.swift",
        "version-selector-incomplete": "OpenAPIInteropTests/SelectorTests.swift",
        "version-selector-likely": "OpenAPIInteropTests/SelectorTests.swift",
        "version-selector-missing": "OpenAPIInteropTests/MediaSelectorTests.swift",
        "version-selector-possible": "OpenAPIInteropTests/SelectorTests.swift",
        "version-selector-unknown": "OpenAPIInteropTests/SelectorTests.swift",
        "version-selectors": "OpenAPIInteropTests/SelectorTests.swift",
        "version-without-operations": "OpenAPIInteropTests/SelectorTests.swift",
        "versions-in-one-document": "OpenAPIInteropTests/SelectorTests.swift",
        "versions-unordered": "OpenAPIInteropTests/SelectorTests.swift",
    ]
}
