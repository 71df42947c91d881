import APIModel
import APISpec
import ArgumentParser
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
            changed and deleted afterwards. Requests that do not fit the documentation are answered with 400 and the \
            name of what does not fit. The first line on standard output says where the service listens.

              apidoc serve spec/backup.yaml
              apidoc serve spec/backup.yaml --port 0 --access-key demo --secret-key demo-secret
              apidoc serve spec/backup.yaml --unsigned
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

    @Flag(help: "Says which operation plays which part for which resource, and serves nothing.")
    var explain = false

    func validate() throws {
        guard (0...65535).contains(port) else { throw ValidationError("a port is a number from 0 to 65535") }
        guard (accessKey == nil) == (secretKey == nil) else {
            throw ValidationError("--access-key and --secret-key go together")
        }
        guard !unsigned || accessKey == nil else { throw ValidationError("--unsigned asks for no keys") }
    }

    func run() async throws {
        try await Console.run {
            let model = APIModel(try SpecInput.readAny(spec, overlays: overlays.overlay).document)
            let options = try options()
            if explain {
                Console.write(MockService.explain(model, options: options))
                return
            }
            try await MockService.run(model, options: options) { address in
                Console.write("listening on \(address)\n")
            }
        }
    }

    private func options() throws -> MockService.Options {
        var options = MockService.Options()
        options.host = host
        options.port = port
        options.isStateful = !stateless
        options.seed = .examples
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
