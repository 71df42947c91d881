import CLibXML2
import Diagnostics

/// Runs libxml2's HTML parser over memory and hands its events to a page builder.
///
/// No tree is built: that costs a multiple of the time and memory, and the tree ends silently at depth 256. Nothing is
/// loaded from files or the network, and errors are not printed.
enum HTMLParser {
    /// Parses `page` to its end, or to where `builder` fails; the offset up to which the page was read.
    static func parse(_ page: Bytes, file: String, into builder: inout HTMLPageBuilder) throws -> Int {
        xmlInitParser()
        guard let context = htmlNewParserCtxt() else {
            throw DiagnosticError("there is not enough memory for the page", at: SourceLocation(file: file))
        }
        defer { htmlFreeParserCtxt(context) }

        var events = HTMLEvents(context: context, builder: builder)
        withUnsafeMutablePointer(to: &events) { pointer in
            context.pointee.sax.pointee = handlers
            context.pointee.userData = UnsafeMutableRawPointer(pointer)
            page.withMemoryRebound(to: CChar.self) { characters in
                // The page is known to be UTF-8, whatever it declares. Without a tree there is no document to free.
                _ = htmlCtxtReadMemory(
                    context, characters.baseAddress, Int32(characters.count), nil, "UTF-8", options)
            }
        }
        builder = events.builder
        return events.offset
    }

    private static let options: Int32 = {
        let options: [htmlParserOption] = [
            HTML_PARSE_RECOVER, HTML_PARSE_NONET, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NODEFDTD,
            // Elements that are not in the page would be found in it.
            HTML_PARSE_NOIMPLIED, HTML_PARSE_IGNORE_ENC,
        ]
        return Int32(bitPattern: options.reduce(0) { $0 | $1.rawValue })
    }()

    /// The events of the parser.
    ///
    /// None of the functions may capture anything; their state comes as `userData`.
    private static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        // With this mark libxml2 reports errors to `serror` instead of printing them.
        handlers.initialized = UInt32(XML_SAX2_MAGIC)
        handlers.serror = { events, error in
            guard let events, let error else { return }
            events.assumingMemoryBound(to: HTMLEvents.self).pointee.note(error.pointee.code)
        }
        handlers.startElement = { events, name, attributes in
            guard let events, let name else { return }
            events.assumingMemoryBound(to: HTMLEvents.self).pointee.start(name, HTMLAttributes(attributes))
        }
        handlers.endElement = { events, name in
            guard let events, let name else { return }
            events.assumingMemoryBound(to: HTMLEvents.self).pointee.end(name)
        }
        let characters: charactersSAXFunc = { events, characters, count in
            guard let events, let characters else { return }
            events.assumingMemoryBound(to: HTMLEvents.self).pointee.text(Bytes(start: characters, count: Int(count)))
        }
        handlers.characters = characters
        // White space between elements matters: `<b>a</b> <b>b</b>`.
        handlers.ignorableWhitespace = characters
        handlers.cdataBlock = { _, _, _ in }
        return handlers
    }
}

/// What the parser's events need: where the parser is, and who listens.
private struct HTMLEvents {
    let context: htmlParserCtxtPtr
    var builder: HTMLPageBuilder

    /// How many bytes of the page were read.
    ///
    /// The parser drops bytes from its buffer as it goes.
    var offset: Int {
        guard let input = context.pointee.input else { return 0 }
        return input.pointee.cur - input.pointee.base + Int(input.pointee.consumed)
    }

    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: HTMLAttributes) {
        guard builder.failure == nil else { return }
        builder.start(HTMLName(name), attributes, at: offset)
        stopAfterFailure()
    }

    mutating func end(_ name: UnsafePointer<UInt8>) {
        guard builder.failure == nil else { return }
        builder.end(HTMLName(name), at: offset)
        stopAfterFailure()
    }

    mutating func text(_ characters: Bytes) {
        guard builder.failure == nil else { return }
        builder.text(characters, at: offset)
    }

    /// Most errors are of no interest: pages are written for browsers. These mean that the rest of the page is lost.
    mutating func note(_ code: Int32) {
        switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
        case XML_ERR_COMMENT_NOT_FINISHED: builder.failUnfinished("a comment", startingWith: "<!--")
        case XML_ERR_PI_NOT_FINISHED: builder.failUnfinished("a processing instruction", startingWith: "<?")
        default: break
        }
    }

    private func stopAfterFailure() {
        if builder.failure != nil { xmlStopParser(context) }
    }
}
