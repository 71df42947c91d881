import ApidocKit
import ApidocNetwork
import ArgumentParser
import CommandSupport
import Diagnostics
import MockService
import SCPRuntime
import ServiceRuntime

/// `apidoc serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves a spec as a mock service.",
        discussion: """
            Every operation of every version answers as the documentation says. What is created is listed, shown, \
            changed and deleted afterwards. Requests that do not fit the documentation are answered with the documented \
            error and the name of what does not fit. Members and query parameters that it does not name are left alone \
            where it does not forbid them, unless --strict asks for more. The path of the documented servers is served \
            beside the bare one. The first line on standard output says where the service listens.

              apidoc serve spec/backup.yaml
              apidoc serve spec/backup.yaml --port 0 --access-key demo --secret-key demo-secret
              apidoc serve spec/backup.yaml --unsigned
              apidoc serve spec/backup.yaml --strict
              apidoc serve spec/backup.yaml --cors https://console.example
              apidoc serve spec/backup.yaml --explain
            """)

    @Argument(help: "The spec, or an OpenAPI document or a documentation page in its place.")
    var spec: String

    @OptionGroup var overlays: OverlayOption

    @Option(help: "The address to listen at; by default only programs on this machine reach it.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen at; 0 picks a free one.")
    var port = 8080

    @Option(help: "The access key that requests must be signed with.")
    var accessKey: String?

    @Option(help: "The secret key that requests must be signed with.")
    var secretKey: String?

    @Flag(help: "Asks for no signature and for none of the headers of every request.")
    var unsigned = false

    @Flag(help: "Answers every operation with its documented example, and keeps nothing.")
    var stateless = false

    @Flag(help: "Refuses members and query parameters that the documentation does not name.")
    var strict = false

    @Option(
        help: ArgumentHelp(
            "An origin whose pages may call the service, besides those of this machine; `*` for all.",
            valueName: "origin"))
    var cors: [String] = []

    @Flag(help: "Says which operation plays which part for which resource, and serves nothing.")
    var explain = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("a port is a number from 0 to 65535") }
        guard (accessKey == nil) == (secretKey == nil) else {
            throw ValidationError("--access-key and --secret-key go together")
        }
        guard !unsigned || accessKey == nil else { throw ValidationError("--unsigned asks for no keys") }
        for origin in cors where origin != "*" && !Self.isOrigin(origin) {
            throw ValidationError(
                "`\(printable(origin))` is not an origin; write a scheme and a host, such as https://console.example, or *"
            )
        }
    }

    func run() async throws {
        try await Console.run {
            let service = try await ServePipeline(
                spec: spec, overlays: overlays.overlay, context: Console.context(pages: NetworkPages()))
            let options = try options()
            if explain {
                try Console.write(service.explanation(options: options))
                return
            }
            Console.report(service.obstacles)
            try await service.run(options: options) { address in
                do {
                    try Console.write("listening on \(address)\n")
                } catch {
                    // Whoever waits for the address would wait for ever.
                    Console.end(after: Console.ending(after: error), of: Apidoc.self)
                }
            }
        }
    }

    /// A scheme, a host and perhaps a port (RFC 6454, section 6.1), without a path.
    private static func isOrigin(_ text: String) -> Bool {
        guard let mark = text.firstRange(of: "://"), mark.lowerBound > text.startIndex else { return false }
        let host = text[mark.upperBound...]
        return !host.isEmpty && host.allSatisfy { $0.isASCII && !$0.isWhitespace && !"/?#@*,".contains($0) }
    }

    private func options() throws -> MockService.Options {
        var options = MockService.Options()
        options.host = host
        options.port = port
        options.isStateful = !stateless
        options.seed = .examples
        options.unknownFields = strict ? .refused : .ignored
        if !cors.isEmpty { options.crossOrigin = cors.contains("*") ? .any : .origins(cors) }
        if unsigned { options.signatures = .ignored }
        if let accessKey, let secretKey {
            do {
                options.signatures = .verified(try Credentials(accessKey: accessKey, secretKey: secretKey))
            } catch let error as CredentialsError {
                throw DiagnosticError("\(error.description)", at: nil)
            }
        }
        return options
    }
}
