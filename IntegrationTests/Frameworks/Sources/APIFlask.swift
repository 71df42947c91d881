import Foundation
import HarbourAPIFlaskAPI
import ServiceRuntime

struct APIFlask: Harbour {
    private typealias V1 = HarbourAPIFlask.V1
    private let client: HarbourAPIFlask.V1.Client
    var connection: ServiceConnection { client.connection }
    var hasUnion: Bool { false }

    init(_ address: String, _ transport: any Transport) {
        client = .init(endpoint: .init(url: address), transport: transport)
    }

    func create(_ boat: NewBoat) async throws -> Boat {
        var sail: Nullable<V1.Sail>?
        if case .sail(let area) = boat.rig { sail = .value(.init(area: area)) }
        return boat_(
            try await client.createBoat(
                body: .init(
                    colour: .init(rawValue: boat.colour), name: boat.name, built: boat.built.map { .value($0) },
                    note: boat.note, price: boat.price.flatMap(Double.init).map { .value($0) }, sail: sail)))
    }

    private func boat_(_ boat: V1.Boat) -> Boat {
        var rig = Rig.other
        if case .value(let sail)? = boat.sail { rig = .sail(sail.area) }
        var note: String?
        if case .value(let text)? = boat.note { note = text }
        return Boat(id: boat.id ?? 0, name: boat.name, colour: boat.colour.rawValue, rig: rig, note: note)
    }

    func list() async throws -> [Boat] { try await client.listBoats(limit: 5).map(boat_) }
    func get(_ id: Int) async throws -> Boat { boat_(try await client.getBoat(boatID: id)) }

    func putBack(_ id: Int) async throws -> Boat {
        boat_(try await client.replaceBoat(boatID: id, body: try await client.getBoat(boatID: id)))
    }

    func patch(_ id: Int, name: String, note: Nullable<String>?) async throws -> Boat {
        boat_(try await client.updateBoat(boatID: id, body: .init(name: name, note: note)))
    }

    func upload(_ id: Int, _ file: FilePart, caption: String?) async throws -> (filename: String?, size: Int) {
        let upload = try await client.uploadPhoto(boatID: id, body: .init(file: file, caption: caption))
        return (upload.filename, upload.size)
    }

    func logIn(_ user: String, _ password: String) async throws -> String {
        try await client.logIn(body: .init(password: password, user: user)).user
    }

    func plan(_ id: Int) async throws -> Data { try await client.downloadPlan(boatID: id).body.collect(upTo: 1 << 20) }
    func levels() async throws -> [String] { try await heights(client.watchLevels()) { $0.height } }
    func redirect() async throws -> String? { try await client.oldBoatsWithHeaders().location }

    func missing() async throws -> String? {
        do {
            _ = try await client.getBoat(boatID: 999)
            return nil
        } catch let error as ServiceError {
            guard case .notFound(let problem)? = try V1.Client.GetBoatFailure(error) else { return nil }
            return problem.message
        }
    }
}
