import APIModel
import APISpec
import Foundation
import Testing

@testable import SwiftRendering

@Suite("What is rendered compiles")
struct TypeCheckTests {
    /// The folder that tests and modules are built into.
    private static let build: URL = {
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
        return URL(filePath: bundle).deletingLastPathComponent()
    }()

    /// The compiler that a shell would take.
    private static let compiler = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/swiftc" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// A spec of this package.
    private static func document(_ name: String) throws -> SpecDocument {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let spec = root.appending(path: "\(name).yaml")
        return try SpecReader().read(Array(try Data(contentsOf: spec)), file: spec.path()).document
    }

    /// What the compiler says of a rendered module.
    private func complaints(_ service: RenderedService, flags: [String] = []) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "typecheck-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // As a whole module: else the driver starts a compiler for each file, each of which reads all the others.
        var arguments =
            [
                "-typecheck", "-whole-module-optimization", "-swift-version", "6", "-warnings-as-errors",
                "-module-name", service.module.name, "-I",
                Self.build.appending(path: "Modules").path(),
            ] + flags
        for (number, file) in service.module.files.filter({ $0.path.hasSuffix(".swift") }).enumerated() {
            let path = folder.appending(path: "f\(number).swift")
            try Data(file.text.utf8).write(to: path)
            arguments.append(path.path())
        }
        let process = Process()
        process.executableURL = URL(filePath: Self.compiler ?? "")
        process.arguments = arguments
        let log = folder.appending(path: "log")
        try Data().write(to: log)
        process.standardError = try FileHandle(forWritingTo: log)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? "" : try String(contentsOf: log, encoding: .utf8)
    }

    @Test(
        "With hostile text everywhere", .enabled(if: compiler != nil, "no swiftc was found"),
        arguments: InjectionTests.payloads)
    func hostile(payload: String) throws {
        let complaints = try complaints(try RenderingSample.render(RenderingSample.document(everywhere: payload)))
        #expect(complaints == "", "\(complaints)")
    }

    @Test("With schemas that hold themselves and unions", .enabled(if: compiler != nil, "no swiftc was found"))
    func recursive() throws {
        var document = RenderingSample.document(everywhere: "x")
        func property(_ name: String, _ kind: Schema.Kind) -> NamedSchema.Property {
            NamedSchema.Property(name: name, isRequired: false, schema: Schema(kind, isNullable: true))
        }
        document.schemas.append(
            NamedSchema(
                name: "Node",
                properties: [
                    property("next", .reference("Node")), property("pair", .reference("Pair")),
                    property("other", .union([Schema(.reference("Node")), Schema(.string(format: nil))])),
                    property("children", .array(Schema(.reference("Node"), isNullable: true))),
                    property("at", .array(Schema(.string(format: "date-time")))), property("free", .object),
                ]))
        document.schemas.append(NamedSchema(name: "Pair", properties: [property("node", .reference("Node"))]))
        document.schemas.append(NamedSchema(name: "Gone", isLost: true))
        document.schemas.append(NamedSchema(name: "Holder", properties: [property("gone", .reference("Gone"))]))
        #expect(try complaints(try RenderingSample.render(document)) == "")
    }

    @Test(
        "With alternatives that booleans and numbers tell apart", .enabled(if: compiler != nil, "no swiftc was found"))
    func constants() throws {
        var document = RenderingSample.document(everywhere: "x")
        func alternative(_ name: String, _ kind: Schema.Kind, only value: Bool? = nil) -> NamedSchema {
            var tag = Schema(kind)
            tag.checks = value.map { .object([.init("enum", .array([.bool($0)]))]) }
            return NamedSchema(name: name, properties: [.init(name: "isOn", isRequired: true, schema: tag)])
        }
        document.schemas += [
            alternative("On", .boolean, only: true), alternative("Off", .boolean, only: false),
            alternative("One", .numbers(type: .integer, ["1"])), alternative("Either", .boolean),
            NamedSchema(
                name: "Switch",
                definition: Schema(.union(["On", "Off", "One", "Either"].map { Schema(.reference($0)) }))),
        ]
        let service = try RenderingSample.render(document)
        let text = service.module.files.map(\.text).joined()
        for part in [
            #"UnionCase(Self.on, having: ["isOn": true])"#, #"UnionCase(Self.off, having: ["isOn": false])"#,
            "UnionCase(Self.one),", "UnionCase(Self.either),", "self.isOn = true\n", "self.isOn = false\n",
            "public init(isOn: Bool) {",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(try complaints(service) == "")
    }

    @Test(
        "The services of this package, also where everything belongs to the main actor, and with Hashable",
        .enabled(if: compiler != nil, "no swiftc was found"),
        arguments: ["spec/backup", "spec/greenhouse", "Tests/Services/spec/abacus", "Tests/Services/spec/parley"])
    func wholeServices(name: String) throws {
        let document = try Self.document(name)
        let plain = try RenderingSample.render(document)
        #expect(try complaints(plain, flags: ["-default-isolation", "MainActor"]) == "")
        let hashable = try SwiftRenderer(
            templates: RenderingSample.templates, options: .hashable
        ).render(document, specFile: "\(name).yaml")
        #expect(try complaints(hashable) == "")
    }

    /// What a package may choose: each changes what an import without a modifier reaches.
    struct Setting: Sendable, CustomTestStringConvertible {
        var access: RenderingOptions.AccessLevel
        var layout: RenderingOptions.Layout
        var flags: [String]

        var testDescription: String { "\(access), \(layout), \(flags.last ?? "Swift's defaults")" }

        static let all = RenderingOptions.AccessLevel.allCases.flatMap { access in
            RenderingOptions.Layout.allCases.flatMap { layout in
                [[], ["-enable-upcoming-feature", "InternalImportsByDefault"]].map {
                    Setting(access: access, layout: layout, flags: $0)
                }
            }
        }
    }

    @Test(
        "Every access level in both layouts, whatever an import without a modifier means",
        .enabled(if: compiler != nil, "no swiftc was found"), arguments: Setting.all)
    func access(setting: Setting) throws {
        for name in ["spec/greenhouse", "Tests/Services/spec/abacus", "Tests/Services/spec/parley"] {
            let document = try Self.document(name)
            var options = RenderingOptions()
            options.access = setting.access
            options.layout = setting.layout
            for isSpecial in [false, true] {
                if isSpecial {
                    options.choices.numbers = .decimal
                    options.choices.types = ["SensorPosition": "Foundation.URL", "UserMessage": "Foundation.UUID"]
                    options.imports = ["Foundation"]
                }
                let service = try SwiftRenderer(templates: RenderingSample.templates, options: options)
                    .render(document, specFile: "\(name).yaml")
                let found = try complaints(service, flags: ["-package-name", "user"] + setting.flags)
                #expect(found == "", "\(found)")
            }
        }
    }

    @Test(
        "As part of a framework for distribution", .enabled(if: compiler != nil, "no swiftc was found"),
        arguments: ["spec/greenhouse", "Tests/Services/spec/abacus"])
    func libraryEvolution(name: String) throws {
        let document = try Self.document(name)
        let found = try complaints(
            try RenderingSample.render(document), flags: ["-enable-library-evolution", "-no-warnings-as-errors"])
        // The runtime itself is not built for evolution here, which is a warning.
        #expect(found == "", "\(found)")
    }

    @Test("A canary: what does not compile is noticed", .enabled(if: compiler != nil, "no swiftc was found"))
    func canary() throws {
        var service = try RenderingSample.render(RenderingSample.document(everywhere: "x"))
        let index = try #require(service.module.files.firstIndex { $0.path.hasSuffix(".swift") })
        service.module.files[index].text += "let canary: Int = \"\"\n"
        #expect(try complaints(service).contains("cannot convert"))
    }
}

extension RenderingOptions {
    static var hashable: RenderingOptions {
        var options = RenderingOptions()
        options.isHashable = true
        return options
    }
}
