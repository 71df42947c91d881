import AsyncHTTPClientTransport
import Foundation
import ServiceRuntime

/// Calls everything that a service has, and compares what its handlers received with what was meant.
///
///     FrameworkTour FRAMEWORK http://127.0.0.1:PORT
///
/// Prints a line for each step, `step<TAB>outcome`; `ok` where all arrived as meant. Ends with 1 where a step failed.
@main
struct Tour {
    static func main() async throws {
        guard CommandLine.arguments.count == 3 else {
            print("usage: FrameworkTour FRAMEWORK http://127.0.0.1:PORT")
            exit(64)
        }
        let address = CommandLine.arguments[2]
        let transport = AsyncHTTPClientTransport()
        let harbour: any Harbour
        switch CommandLine.arguments[1] {
        case "fastapi": harbour = FastAPI(address, transport)
        case "litestar": harbour = Litestar(address, transport)
        case "ninja": harbour = Ninja(address, transport)
        case "drf": harbour = DRF(address, transport)
        case "apiflask": harbour = APIFlask(address, transport)
        case "quart": harbour = Quart(address, transport)
        default:
            print("there is no such framework")
            exit(64)
        }
        var tour = Tour(harbour: harbour)
        await tour.run()
        exit(tour.failures == 0 ? 0 : 1)
    }

    let harbour: any Harbour
    private(set) var failures = 0

    /// Something that did not come out as meant.
    struct Surprise: Error, CustomStringConvertible {
        let description: String
    }

    private func expect(_ found: some Equatable & Sendable, _ meant: some Equatable & Sendable, _ what: String) throws {
        guard "\(found)" == "\(meant)" else { throw Surprise(description: "\(what): \(found), not \(meant)") }
    }

    private mutating func step(_ name: String, _ body: (any Harbour) async throws -> Void) async {
        do {
            _ = try? await harbour.received()
            try await body(harbour)
            print("\(name)\tok")
        } catch {
            failures += 1
            let text = "\(error)".replacing("\n", with: " ")
            print("\(name)\tfailed: \(text.prefix(300))")
        }
    }

    /// The only thing that handlers have received.
    private func received(_ harbour: any Harbour) async throws -> JSONValue {
        let all = try await harbour.received()
        guard let first = all.first, all.count == 1 else { throw Surprise(description: "received \(all.count) times") }
        return first
    }

    private func member(_ name: String, of value: JSONValue) -> JSONValue? {
        if case .object(let members) = value { members[name] } else { nil }
    }

    private mutating func run() async {
        let tour = self
        await step("create") { harbour in
            let boat = try await harbour.create(
                NewBoat(name: "Grüne Möwe", price: "1234.50", built: "2024-02-29", note: .null))
            let seen = try await tour.received(harbour)
            try tour.expect(boat.name, "Grüne Möwe", "name")
            try tour.expect(boat.rig, Rig.sail(12.5), "rig")
            try tour.expect(tour.member("note", of: seen), JSONValue.null as JSONValue?, "note")
            try tour.expect(tour.member("built", of: seen), JSONValue.string("2024-02-29") as JSONValue?, "built")
        }
        await step("get") { harbour in try tour.expect(try await harbour.get(1).id, 1, "id") }
        await step("list") { harbour in
            try tour.expect(try await harbour.list().map(\.name), ["Grüne Möwe"], "names")
        }
        await step("put back what came") { harbour in
            let boat = try await harbour.putBack(1)
            let seen = try await tour.received(harbour)
            try tour.expect(boat.name, "Grüne Möwe", "name")
            try tour.expect(tour.member("id", of: seen), nil as JSONValue?, "id, which only the service sets")
        }
        await step("patch without a member") { harbour in
            _ = try await harbour.patch(1, name: "Blaue Möwe", note: .value("wet"))
            _ = try await harbour.received()
            let boat = try await harbour.patch(1, name: "Möwe", note: nil)
            try tour.expect(tour.member("note", of: try await tour.received(harbour)), nil as JSONValue?, "note")
            try tour.expect(boat.note, "wet" as String?, "note")
        }
        await step("patch with null") { harbour in
            let boat = try await harbour.patch(1, name: "Möwe", note: .null)
            try tour.expect(
                tour.member("note", of: try await tour.received(harbour)), JSONValue.null as JSONValue?, "note")
            try tour.expect(boat.note, nil as String?, "note")
        }
        await step("upload with a name") { harbour in
            let upload = try await harbour.upload(
                1, FilePart(Data([0xFF, 0xD8, 0, 1]), fileName: "Plan der Möwe.jpg"), caption: "two words")
            let seen = try await tour.received(harbour)
            try tour.expect(upload.filename, "Plan der Möwe.jpg" as String?, "file name")
            try tour.expect(tour.member("head", of: seen), JSONValue.string("ffd80001") as JSONValue?, "bytes")
            try tour.expect(tour.member("caption", of: seen), JSONValue.string("two words") as JSONValue?, "caption")
        }
        await step("upload without a name") { harbour in
            let upload = try await harbour.upload(1, FilePart(Data(repeating: 7, count: 70_000)), caption: nil)
            try tour.expect(upload.size, 70_000, "size")
        }
        await step("form") { harbour in
            try tour.expect(try await harbour.logIn("Zoë", "a&b=c +%"), "Zoë", "user")
            try tour.expect(
                tour.member("password", of: try await tour.received(harbour)),
                JSONValue.string("a&b=c +%") as JSONValue?,
                "password")
        }
        await step("bytes") { harbour in
            try tour.expect(try await harbour.plan(1), Data((0...255).map { UInt8($0) }), "bytes")
        }
        await step("stream") { harbour in
            let levels = try await harbour.levels()
            // One framework writes what Python prints where JSON was meant.
            let broken = harbour is Litestar ? "! {'station': 'upper', 'height': 1}" : "1"
            try tour.expect(levels, ["0", broken, "2"], "levels")
        }
        await step("redirect") { harbour in
            let location = try await harbour.redirect()
            try tour.expect(location, "\(harbour.prefix)/boats" as String?, "location")
        }
        await step("validation error") { harbour in
            do {
                _ = try await harbour.create(NewBoat(name: String(repeating: "x", count: 41)))
                throw Surprise(description: "a name that is too long was taken")
            } catch let error as ServiceError {
                guard [400, 422].contains(error.statusCode) else { throw error }
                try tour.expect(error.detail?.isEmpty ?? error.title?.isEmpty ?? true, false, "no detail can be read")
            }
        }
        await step("404") { harbour in
            try tour.expect(try await harbour.missing(), "no such boat" as String?, "documented body")
        }
        await step("unknown value of an enumeration") { harbour in
            let boat = try await harbour.create(NewBoat(name: "odd"))
            try tour.expect(try await harbour.get(boat.id).colour, "ultraviolet", "colour")
        }
        guard harbour.hasUnion else {
            print("union both ways\t–")
            return
        }
        await step("union both ways") { harbour in
            let boat = try await harbour.create(NewBoat(name: "Motor", rig: .motor(90)))
            let seen = try await tour.received(harbour)
            try tour.expect(boat.rig, Rig.motor(90), "rig")
            let rig = tour.member("rig", of: seen)
            try tour.expect(
                rig.flatMap { tour.member("drive", of: $0) }, JSONValue.string("motor") as JSONValue?, "tag")
            try tour.expect(try await harbour.get(boat.id).rig, Rig.motor(90), "rig")
        }
    }
}
