import Foundations

/// The path of an operation, with its parameters filled in and percent-encoded.
///
/// Written as a string literal: `"/v1/backups/\(backupID)/schedules"`. What is interpolated stays inside its segment:
/// `/`, `?`, `#` and `%` are encoded. An empty parameter, and a segment that would be `.` or `..`, make the path
/// invalid, since the request would then call another operation. Such a request fails before it is sent.
public struct RequestPath: ExpressibleByStringInterpolation, Sendable {
    /// The path with everything encoded.
    let encoded: String
    /// The path with `{}` in place of each parameter, for messages.
    let template: String
    /// Why the path cannot be used.
    let problem: String?

    /// A path without parameters.
    public init(stringLiteral value: String) {
        var parts = StringInterpolation(literalCapacity: value.utf8.count, interpolationCount: 0)
        parts.appendLiteral(value)
        self.init(stringInterpolation: parts)
    }

    /// A path with parameters.
    public init(stringInterpolation: StringInterpolation) {
        encoded = stringInterpolation.encoded
        template = stringInterpolation.template
        problem = stringInterpolation.problem ?? Self.problem(of: encoded)
    }

    private static func problem(of encoded: String) -> String? {
        guard encoded.utf8.first == UInt8(ascii: "/") else { return "does not start with a slash" }
        for segment in encoded.utf8.split(separator: UInt8(ascii: "/")) {
            if segment.elementsEqual(".".utf8) || segment.elementsEqual("..".utf8) {
                return "has a segment '\(String(decoding: segment, as: UTF8.self))', which would call another operation"
            }
        }
        return nil
    }

    /// The parts of a path literal; the compiler uses it.
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var encoded = ""
        var template = ""
        var problem: String?
        private var count = 0

        /// An empty path.
        public init(literalCapacity: Int, interpolationCount: Int) {
            encoded.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        /// Adds a fixed part.
        ///
        /// Its slashes stay; what may not stand in a path is encoded.
        public mutating func appendLiteral(_ literal: String) {
            encoded += PercentEncoding.encode(literal, leaving: PercentEncoding.path)
            template += literal
        }

        /// Adds a parameter as a part of one segment.
        public mutating func appendInterpolation(_ value: some ParameterValue) {
            count += 1
            template += "{}"
            do {
                let text = try value.parameterTexts.joined(separator: ",")
                if text.isEmpty { note("is empty, which would call another operation") }
                encoded += PercentEncoding.encode(text, leaving: PercentEncoding.segment)
            } catch {
                note("cannot be written: \(error)")
            }
        }

        /// Adds a parameter with the slashes of a pattern: `"/v1/\(name, matching: "shelves/*")"`.
        ///
        /// `*` stands for one segment and `**` for all that follow. A value of another form makes the path invalid. Slashes
        /// stay, and everything else is encoded but for unreserved characters (RFC 3986, section 2.3).
        public mutating func appendInterpolation(_ value: some ParameterValue, matching pattern: String) {
            count += 1
            template += "{}"
            do {
                let text = try value.parameterTexts.joined(separator: ",")
                let segments = text.split(separator: "/", omittingEmptySubsequences: false)
                if text.isEmpty {
                    note("is empty, which would call another operation")
                } else if !Self.fits(segments, pattern) {
                    note("is not written like '\(pattern)'")
                }
                encoded += segments.map { PercentEncoding.encode(String($0)) }.joined(separator: "/")
            } catch {
                note("cannot be written: \(error)")
            }
        }

        private static func fits(_ segments: [Substring], _ pattern: String) -> Bool {
            var count = 0
            for step in pattern.split(separator: "/", omittingEmptySubsequences: false) {
                if step == "**" { return segments.count > count }
                guard count < segments.count else { return false }
                if step == "*" ? segments[count].isEmpty : segments[count] != step { return false }
                count += 1
            }
            return count == segments.count
        }

        /// Adds a parameter that `write` gives, percent-encoded.
        mutating func appendStyled(_ write: () throws -> String) {
            count += 1
            template += "{}"
            do {
                let text = try write()
                if text.isEmpty { note("is empty, which would call another operation") }
                encoded += text
            } catch {
                note("cannot be written: \(error)")
            }
        }

        private mutating func note(_ text: String) {
            problem = problem ?? "has a parameter (number \(count)) that \(text)"
        }
    }
}
