import Foundation
import HarbourDrfAPI
import ServiceRuntime

struct DRF: Harbour {
    private typealias V1 = HarbourDrf.V1
    private let client: HarbourDrf.V1.Client
    var connection: ServiceConnection { client.connection }

    init(_ address: String, _ transport: any Transport) {
        client = .init(endpoint: .init(url: address), transport: transport)
    }

    func create(_ boat: NewBoat) async throws -> Boat {
        let rig: V1.RigRequest
        switch boat.rig {
        case .sail(let area): rig = .sail(.init(area: area))
        case .motor(let power): rig = .motor(.init(power: power))
        case .other: rig = .undocumented(.null)
        }
        return boat_(
            try await client.boatsCreate(
                body: .init(
                    name: boat.name, colour: .init(rawValue: boat.colour), rig: rig,
                    price: boat.price.map { .value($0) },
                    built: boat.built.map { .value($0) }, note: boat.note)))
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

    func list() async throws -> [Boat] { try await client.boatsList().map(boat_) }
    func get(_ id: Int) async throws -> Boat { boat_(try await client.boatsRetrieve(boatID: id)) }

    func putBack(_ id: Int) async throws -> Boat {
        let boat = try await client.boatsRetrieve(boatID: id)
        let rig: V1.RigRequest
        switch boat.rig {
        case .sail(let sail): rig = .sail(.init(area: sail.area))
        case .motor(let motor): rig = .motor(.init(power: motor.power))
        case .undocumented(let value): rig = .undocumented(value)
        }
        return boat_(
            try await client.boatsUpdate(
                boatID: id,
                body: .init(
                    name: boat.name, colour: boat.colour, rig: rig, price: boat.price.map { .value($0) },
                    built: boat.built.map { .value($0) }, note: boat.note.map { .value($0) })))
    }

    func patch(_ id: Int, name: String, note: Nullable<String>?) async throws -> Boat {
        boat_(try await client.boatsPartialUpdate(boatID: id, body: .init(name: name, note: note)))
    }

    func upload(_ id: Int, _ file: FilePart, caption: String?) async throws -> (filename: String?, size: Int) {
        let upload = try await client.boatsUploadPhoto(boatID: id, body: .init(file: file, caption: caption))
        return (upload.filename, upload.size)
    }

    func logIn(_ user: String, _ password: String) async throws -> String {
        try await client.logIn(body: .init(user: user, password: password)).user
    }

    func plan(_ id: Int) async throws -> Data {
        try await client.boatsDownloadPlan(boatID: id).body.collect(upTo: 1 << 20)
    }

    func levels() async throws -> [String] { try await heights(client.watchLevels()) { $0.height } }
    func redirect() async throws -> String? { try await client.oldBoatsWithHeaders().location }

    func missing() async throws -> String? {
        do {
            _ = try await client.boatsRetrieve(boatID: 999)
            return nil
        } catch let error as ServiceError {
            guard case .notFound(let problem)? = try V1.Client.BoatsRetrieveFailure(error) else { return nil }
            return problem.detail
        }
    }
}
