import Foundations
import ServiceRuntime

/// Compares a request with the documented one.
struct RequestComparison {
    let documented: DocumentedCall
    let request: RecordedRequest

    /// All differences in words.
    func differences(allowing deviations: [Deviation], except: [String]) -> [String] {
        line + queryDifferences + headerDifferences + bodyDifferences(allowing: deviations, except: except)
    }

    private var line: [String] {
        var differences: [String] = []
        if request.method != documented.method {
            differences.append("method: documented \(documented.method), found \(request.method)")
        }
        // Segment by segment, so that an encoded slash is not taken for one that separates.
        let found = request.path.split(separator: "/", omittingEmptySubsequences: false).map {
            PercentEncoding.decode($0)
        }
        let expected = documented.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if found != expected {
            differences.append("path: documented \(documented.path), found \(request.path)")
        }
        return differences
    }

    private var queryDifferences: [String] {
        var missing = documented.query.map(Pair.init)
        var extra: [Pair] = []
        for pair in request.query.map({ Pair($0.name, $0.value) }) {
            if let index = missing.firstIndex(of: pair) { missing.remove(at: index) } else { extra.append(pair) }
        }
        return missing.map { "query: documented \($0), not found" } + extra.map { "query: found \($0), not documented" }
    }

    /// What signing adds; the values differ from call to call.
    private static let signatureHeaders = ["Scp-Accesskey", "Scp-Signature", "Scp-Timestamp"]

    private var headerDifferences: [String] {
        var differences: [String] = []
        for (name, value) in documented.headers.sorted(by: { $0.key < $1.key })
        where !Self.signatureHeaders.contains(name) {
            let found = request.header(name)
            if found != value {
                differences.append("header \(name): documented '\(value)', found \(found.map { "'\($0)'" } ?? "none")")
            }
        }
        if documented.isSigned {
            for name in Self.signatureHeaders where request.header(name) == nil {
                differences.append("header \(name): missing")
            }
        }
        return differences
    }

    private func bodyDifferences(allowing deviations: [Deviation], except: [String]) -> [String] {
        if let content = documented.requestContent {
            return ContentComparison(documented: content, request: request)
                .differences(allowing: deviations, except: except)
        }
        switch (documented.requestBody, request.body) {
        case (nil, nil): return []
        case (nil, .some): return ["request: a body was sent, none is documented"]
        case (.some, nil): return ["request: no body was sent, one is documented"]
        case (let documented?, let found?):
            do {
                return ServiceTesting.bodyDifferences(
                    documented: try JSONValue(json: documented), found: try JSONValue(json: found),
                    allowing: deviations, except: except, in: "request")
            } catch {
                return ["request: the bodies cannot be compared: \(error)"]
            }
        }
    }

    private struct Pair: Hashable, CustomStringConvertible {
        let name: String
        let value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        var description: String { "\(name)=\(value)" }
    }
}
