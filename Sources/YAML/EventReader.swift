import CLibYAML
import Diagnostics

/// The events of libyaml's parser, one at a time.
final class EventReader {
    // libyaml keeps pointers into the parser, so it needs an address that does not change.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let text: SourceText

    /// A reader at the beginning of `text`, whose bytes must outlive it.
    init(_ text: SourceText) throws {
        // libyaml refuses a null pointer even for no bytes.
        guard let start = text.bytes.baseAddress, !text.bytes.isEmpty else {
            throw DiagnosticError(TreeBuilder.emptyDocument, at: SourceLocation(file: text.file))
        }
        self.text = text
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else {
            throw DiagnosticError("there is not enough memory to read the file", at: SourceLocation(file: text.file))
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, start, text.bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// Calls `body` with the next event; `nil` after the end of the stream.
    func next<Result>(_ body: (borrowing yaml_event_t) throws -> Result) throws -> Result? {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else {
            throw ParserProblem(parser.pointee, in: text).error
        }
        defer { yaml_event_delete(&event) }
        return event.type == YAML_NO_EVENT ? nil : try body(event)
    }
}
