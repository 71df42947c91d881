import CLibXML2
import Diagnostics

/// Runs libxml2's HTML parser over memory and hands its events to a page builder.
///
/// No tree is built: that costs a multiple of the time and memory, and the tree ends silently at depth 256. Nothing is
/// loaded from files or the network, and errors are not printed.
enum HTMLParser {
    /// Parses a page to its end, or to where `builder` fails; the offset up to which the page was read.
    static func parse(_ page: HTMLSource, file: String, into builder: inout HTMLPageBuilder) throws -> Int {
        xmlInitParser()
        guard let context = htmlNewParserCtxt() else {
            throw DiagnosticError("there is not enough memory for the page", at: SourceLocation(file: file))
        }
        defer { htmlFreeParserCtxt(context) }

        var events = HTMLEvents(context: context, source: page, builder: builder)
        withUnsafeMutablePointer(to: &events) { pointer in
            context.pointee.sax.pointee = handlers
            context.pointee.userData = UnsafeMutableRawPointer(pointer)
            page.bytes.withUnsafeBytes { bytes in
                // The page is known to be UTF-8, whatever it declares. Without a tree there is no document to free.
                _ = htmlCtxtReadMemory(
                    context, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8", options)
            }
        }
        builder = events.builder
        return events.end
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
        // With this mark libxml2 reports errors to `serror` instead of printing them. They are of no interest: pages
        // are written for browsers.
        handlers.initialized = UInt32(XML_SAX2_MAGIC)
        handlers.serror = { _, _ in }
        handlers.endDocument = { events in
            guard let events else { return }
            events.assumingMemoryBound(to: HTMLEvents.self).pointee.finish()
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
    let source: HTMLSource
    var builder: HTMLPageBuilder
    /// How many bytes of the page were read at its end. Since 2.14 the parser has no input any more after that.
    private(set) var end = 0

    private var references = HTMLReferences()
    /// Which of the texts without tags comes next.
    private var nextText = 0
    /// Up to where the parser's text is passed over, since it was taken from the page itself.
    private var textEnd = 0

    init(context: htmlParserCtxtPtr, source: HTMLSource, builder: HTMLPageBuilder) {
        self.context = context
        self.source = source
        self.builder = builder
    }

    /// How many bytes of the page were read.
    ///
    /// The parser drops bytes from its buffer as it goes.
    private var offset: Int {
        guard let input = context.pointee.input else { return 0 }
        return input.pointee.cur - input.pointee.base + Int(input.pointee.consumed)
    }

    /// Where the element ends whose end is reported.
    ///
    /// Where a start tag implies the end of what is before it, some versions report that after the tag's name and others
    /// before the tag.
    private var endOffset: Int {
        let offset = offset
        var start = offset
        while start > 0, source.isPlainInName(at: start - 1) { start -= 1 }
        return start > 0 && start < offset && source.bytes[start - 1] == UInt8(ascii: "<") ? start - 1 : offset
    }

    mutating func start(_ name: UnsafePointer<UInt8>, _ attributes: HTMLAttributes) {
        guard builder.failure == nil else { return }
        let offset = offset
        flush(at: offset)
        builder.start(HTMLName(name), attributes, at: offset)
        takeText(of: HTMLName(name), after: offset)
        stopAfterFailure()
    }

    mutating func end(_ name: UnsafePointer<UInt8>) {
        guard builder.failure == nil else { return }
        let offset = endOffset
        flush(at: offset)
        builder.end(HTMLName(name), at: offset)
        stopAfterFailure()
    }

    mutating func text(_ characters: Bytes) {
        guard builder.failure == nil, offset > textEnd else { return }
        add(characters, at: offset)
    }

    private mutating func add(_ characters: Bytes, at offset: Int) {
        var decoder = references
        decoder.decode(characters, at: offset) { piece, end in builder.text(piece, at: end) }
        references = decoder
    }

    mutating func finish() { end = offset }

    private mutating func flush(at offset: Int) {
        var decoder = references
        decoder.flush { builder.text($0, at: offset) }
        references = decoder
    }

    /// Takes the text of an element that holds no tags from the page; the parser has seen spaces.
    private mutating func takeText(of name: HTMLName, after offset: Int) {
        while nextText < source.texts.count, source.texts[nextText].lowerBound <= offset { nextText += 1 }
        guard nextText < source.texts.count, source.texts[nextText].lowerBound == offset + 1 else { return }
        let range = source.texts[nextText]
        let text = source.text(at: range, hasReferences: name == "title")
        text.withUnsafeBufferPointer { add($0, at: range.upperBound) }
        flush(at: range.upperBound)
        textEnd = range.upperBound
    }

    private func stopAfterFailure() {
        if builder.failure != nil { xmlStopParser(context) }
    }
}
