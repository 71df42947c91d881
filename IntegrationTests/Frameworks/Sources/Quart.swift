import Foundation
import HarbourQuartAPI
import ServiceRuntime

struct Quart: Harbour {
    private typealias V1 = HarbourQuart.V1
    private let client: HarbourQuart.V1.Client
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
                    colour: .init(rawValue: boat.colour), name: boat.name, rig: rig,
                    built: boat.built.map { .value($0) }, note: boat.note, price: boat.price.map { .value(.string($0)) }
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

    func list() async throws -> [Boat] { try await client.listBoats(limit: 5).boats.map(boat_) }
    func get(_ id: Int) async throws -> Boat { boat_(try await client.getBoat(boatID: id)) }

    func putBack(_ id: Int) async throws -> Boat {
        let boat = try await client.getBoat(boatID: id)
        return boat_(
            try await client.putReplaceBoat(
                boatID: id,
                body: .init(
                    colour: boat.colour, name: boat.name, rig: boat.rig, built: boat.built.map { .value($0) },
                    note: boat.note.map { .value($0) }, price: boat.price.map { .value(.string($0)) })))
    }

    func patch(_ id: Int, name: String, note: Nullable<String>?) async throws -> Boat {
        boat_(try await client.patchUpdateBoat(boatID: id, body: .init(name: .value(name), note: note)))
    }

    func upload(_ id: Int, _ file: FilePart, caption: String?) async throws -> (filename: String?, size: Int) {
        let upload = try await client.postUploadPhoto(
            boatID: id, body: .init(file: file, caption: caption.map { .value($0) }))
        return (upload.filename, upload.size)
    }

    func logIn(_ user: String, _ password: String) async throws -> String {
        try await client.postLogIn(body: .init(password: password, user: user)).user
    }

    // Its document says nothing of responses that are no JSON.
    func plan(_ id: Int) async throws -> Data {
        try await connection.data(
            OperationRequest("plan", .get, "/boats/\(id)/plan", accept: "*/*"), success: [200])
    }

    func levels() async throws -> [String] { try await untypedLevels() }

    func redirect() async throws -> String? {
        try await connection.answer(to: OperationRequest("old", .get, "/old-boats", accept: "*/*"), success: [307])
            .header("Location")
    }

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
