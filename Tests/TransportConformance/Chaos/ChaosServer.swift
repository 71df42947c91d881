import Foundation
import ServiceRuntime
import Synchronization

/// A server that answers most calls and fails some, as ``Fault/ofCall(_:)`` says.
package final class ChaosServer: Sendable {
    /// How often a call meets its fault.
    package enum Persistence: Sendable {
        case always
        case firstAttempt
    }

    /// The server.
    package let server: LoopbackServer
    private let refusing: UnansweredPort

    /// Starts a server.
    package init(_ persistence: Persistence) throws {
        let attempts = Attempts()
        refusing = try UnansweredPort.refusing()
        server = try LoopbackServer { request, connection in
            let number = Int(request.target.split(separator: "/").last ?? "") ?? 0
            let isFirst = attempts.next(of: number) == 1
            let fault = isFirst || persistence == .always ? Fault.ofCall(number) : .none
            Self.answer(fault, to: number, over: connection)
        }
    }

    /// Where a call goes.
    package func authority(ofCall number: Int) -> String {
        Fault.ofCall(number) == .refused ? refusing.authority : server.authority
    }

    private static func answer(_ fault: Fault, to number: Int, over connection: ServerConnection) {
        let json = ChaosItem.json(number)
        switch fault {
        case .none, .refused: connection.answer(fields: "Content-Type: application/json\r\n", json)
        case .cut, .reset:
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(json.utf8.count)\r\n\r\n\(json.prefix(20))")
            if fault == .cut { connection.close() } else { connection.reset() }
        case .closed: connection.close()
        case .slow:
            connection.waitForClose(seconds: 20)
            connection.close()
        case .broken: connection.answer("500 Internal Server Error", #"{"errors": []}"#)
        case .tooMany: connection.answer("429 Too Many Requests", fields: "Retry-After: 0\r\n", "{}")
        case .garbage:
            connection.write("\u{1}\u{2} this is not HTTP\r\n\r\n")
            connection.close()
        }
    }

    private final class Attempts: Sendable {
        private let counts = Mutex<[Int: Int]>([:])

        func next(of number: Int) -> Int {
            counts.withLock { counts in
                counts[number, default: 0] += 1
                return counts[number, default: 0]
            }
        }
    }
}

/// What a ``ChaosServer`` answers with.
struct ChaosItem: FieldCodable, Sendable {
    var id: String
    var number: Int
    var tags: [String]

    init(from fields: FieldReader) throws {
        id = try fields.required("id")
        number = try fields.required("number")
        tags = try fields.required("tags")
    }

    func write(to fields: FieldWriter) throws {
        try fields.write("id", id)
        try fields.write("number", number)
        try fields.write("tags", tags)
    }

    static func json(_ number: Int) -> String {
        #"{"id": "item-\#(number)", "number": \#(number), "tags": ["a", "b", "c"]}"#
    }
}
