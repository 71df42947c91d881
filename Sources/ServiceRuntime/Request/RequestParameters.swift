import Foundations

/// The query parameters of a request, in order.
///
/// Written as a dictionary literal: `["server_name": serverName, "page": page]`. A nil value is left out, a list repeats
/// its name, and a name may occur more than once. ``Styled`` writes a value in another style of OpenAPI.
public struct QueryParameters: ExpressibleByDictionaryLiteral, Sendable {
    var pairs: [(name: String, value: any ParameterValue)] = []

    /// The parameters of a dictionary literal, without those that are nil.
    public init(dictionaryLiteral elements: (String, (any ParameterValue)?)...) {
        pairs.reserveCapacity(elements.count)
        for (name, value) in elements { append(name, value) }
    }

    /// Adds a parameter; nil adds nothing.
    public mutating func append(_ name: String, _ value: (any ParameterValue)?) {
        if let value { pairs.append((name, value)) }
    }

    /// The encoded query without its question mark, or nil if there is nothing to send.
    func encoded() throws -> String? {
        var query = ""
        for (name, value) in pairs {
            if let styled = value as? Styled {
                for pair in try styled.queryPairs(name) {
                    query += query.isEmpty ? "\(pair.name)=\(pair.value)" : "&\(pair.name)=\(pair.value)"
                }
                continue
            }
            for text in try texts(of: value, name) {
                if !query.isEmpty { query += "&" }
                query += PercentEncoding.encode(name, leaving: PercentEncoding.query)
                query += "="
                query += PercentEncoding.encode(text, leaving: PercentEncoding.query)
            }
        }
        return query.isEmpty ? nil : query
    }

    private func texts(of value: any ParameterValue, _ name: String) throws -> [String] {
        do {
            return try value.parameterTexts
        } catch {
            throw RequestProblem("query parameter '\(name)': \(error)")
        }
    }
}

/// The header parameters of a request, in order.
///
/// Written as a dictionary literal. A nil value is left out; a list becomes one field with commas. A value with a line
/// break or another control character makes the request invalid: it could add headers of its own.
public struct HeaderParameters: ExpressibleByDictionaryLiteral, Sendable {
    var pairs: [(name: String, value: any ParameterValue)] = []

    /// The headers of a dictionary literal, without those that are nil.
    public init(dictionaryLiteral elements: (String, (any ParameterValue)?)...) {
        pairs.reserveCapacity(elements.count)
        for (name, value) in elements { append(name, value) }
    }

    /// Adds a header; nil adds nothing.
    public mutating func append(_ name: String, _ value: (any ParameterValue)?) {
        if let value { pairs.append((name, value)) }
    }

    /// Removes a header; the case of its name does not matter.
    mutating func remove(_ name: String) {
        pairs.removeAll { $0.name.lowercased() == name.lowercased() }
    }
}
