import Foundation
import ServiceRuntime

/// A boat in words that all frameworks share.
struct NewBoat: Sendable {
    var name: String
    var colour = "red"
    var rig = Rig.sail(12.5)
    var price: String?
    var built: String?
    /// nil leaves it out.
    var note: Nullable<String>?
}

enum Rig: Equatable, Sendable {
    case sail(Double)
    case motor(Int)
    case other
}

/// A boat as a service gives it.
struct Boat: Sendable {
    var id: Int
    var name: String
    var colour: String
    var rig: Rig
    var note: String?
}

/// The calls of the tour, made with the client of one framework's document.
protocol Harbour: Sendable {
    var connection: ServiceConnection { get }
    /// What comes before the paths that the document does not name.
    var prefix: String { get }
    /// Whether the document has a union; one framework knows none.
    var hasUnion: Bool { get }

    func create(_ boat: NewBoat) async throws -> Boat
    func list() async throws -> [Boat]
    func get(_ id: Int) async throws -> Boat
    /// Gets a boat and puts it back as it came.
    func putBack(_ id: Int) async throws -> Boat
    /// Changes the note: `null`, or not at all, together with the name.
    func patch(_ id: Int, name: String, note: Nullable<String>?) async throws -> Boat
    func upload(_ id: Int, _ file: FilePart, caption: String?) async throws -> (filename: String?, size: Int)
    func logIn(_ user: String, _ password: String) async throws -> String
    func plan(_ id: Int) async throws -> Data
    /// The heights that the stream gives, and the text of what is broken in it.
    func levels() async throws -> [String]
    /// Where the old address points to.
    func redirect() async throws -> String?
    /// What the documented body of a 404 says.
    func missing() async throws -> String?
}

/// What `/levels` streams, for documents that do not say it.
struct Level: Codable, Sendable {
    var station: String
    var height: Int
}

extension Harbour {
    var prefix: String { "" }
    var hasUnion: Bool { true }

    /// What handlers have received since the last time.
    func received() async throws -> [JSONValue] {
        try await connection.call(
            OperationRequest("received", .get, RequestPath(stringLiteral: prefix + "/received")), success: [200])
    }

    /// The items of a stream that the document does not type.
    func untypedLevels(_ path: String = "/levels") async throws -> [String] {
        let answer = try await connection.stream(
            OperationRequest("levels", .get, RequestPath(stringLiteral: path), accept: "*/*"), success: [200])
        return try await heights(answer.items(of: Level.self)) { $0.height }
    }

    func heights<Item>(_ stream: ItemStream<Item>, _ height: (Item) -> Int) async throws -> [String] {
        var found: [String] = []
        for try await event in stream.events {
            switch event.result {
            case .success(let item): found.append("\(height(item))")
            case .failure(let error): found.append("! \(error.text)")
            }
        }
        return found
    }
}
