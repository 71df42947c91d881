import Foundation
import HarbourFastAPIClient
import ServiceRuntime

struct FastAPI: Harbour {
    private typealias V1 = HarbourFastAPI.V1
    private let client: HarbourFastAPI.V1.Client
    var connection: ServiceConnection { client.connection }

    init(_ address: String, _ transport: any Transport) {
        client = .init(endpoint: .init(url: address), transport: transport)
    }

    func create(_ boat: NewBoat) async throws -> Boat {
        let rig: V1.Rig
        switch boat.rig {
        case .sail(let area): rig = .sail(.init(area: area))
        case .motor(let power): rig = .motor(.init(power: power))
        case .other: rig = .undocumented(.null)
        }
        return boat_(
            try await client.createBoat(
                body: .init(
                    name: boat.name, colour: .init(rawValue: boat.colour), rig: rig,
                    price: boat.price.map { .value(.string($0)) }, built: boat.built.map { .value($0) }, note: boat.note
                )))
    }

    private func boat_(_ boat: V1.Boat) -> Boat {
        let rig: Rig
        switch boat.rig {
        case .sail(let sail): rig = .sail(sail.area)
        case .motor(let motor): rig = .motor(motor.power)
        case .undocumented: rig = .other
        }
        return Boat(id: boat.id, name: boat.name, colour: boat.colour.rawValue, rig: rig, note: boat.note)
    }

    func list() async throws -> [Boat] { try await client.listBoats(limit: 5, colour: .red).map(boat_) }
    func get(_ id: Int) async throws -> Boat { boat_(try await client.getBoat(boatID: id)) }

    func putBack(_ id: Int) async throws -> Boat {
        let boat = try await client.getBoat(boatID: id)
        return boat_(
            try await client.replaceBoat(
                boatID: id,
                body: .init(
                    name: boat.name, colour: boat.colour, rig: boat.rig, price: boat.price.map { .value(.string($0)) },
                    built: boat.built.map { .value($0) }, note: boat.note.map { .value($0) })))
    }

    func patch(_ id: Int, name: String, note: Nullable<String>?) async throws -> Boat {
        boat_(try await client.updateBoat(boatID: id, body: .init(name: .value(name), note: note)))
    }

    func upload(_ id: Int, _ file: FilePart, caption: String?) async throws -> (filename: String?, size: Int) {
        let upload = try await client.uploadPhoto(
            boatID: id, body: .init(file: file, caption: caption.map { .value($0) }))
        return (upload.filename, upload.size)
    }

    func logIn(_ user: String, _ password: String) async throws -> String {
        try await client.logIn(body: .init(user: user, password: password)).user
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
            return problem.detail
        }
    }
}
