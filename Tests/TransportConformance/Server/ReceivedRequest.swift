package import Foundation

/// A request as a server read it.
package struct ReceivedRequest: Sendable {
    /// The method.
    package var method = ""
    /// The request target, byte for byte.
    package var target = ""
    /// The header fields in order.
    package var fields: [(name: String, value: String)] = []
    /// The body.
    package var body = Data()
    /// The number of the connection that it came over, counted from 1.
    package var connection = 0

    /// The values of all fields of a name, whatever the case of its letters, as one list.
    package subscript(name: String) -> String? {
        let values = fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
        return values.isEmpty ? nil : values.joined(separator: ", ")
    }
}
