import CLibXML2

/// What libxml2 needs for the same bytes when nothing is done with what it finds: the floor for every HTML reader.
enum LibXML2Alone {
    /// Parses HTML with the parser's event interface and empty handlers.
    static func parse(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            let start = buffer.bindMemory(to: CChar.self).baseAddress
            guard let context = htmlCreateMemoryParserCtxt(start, Int32(buffer.count)) else { return }
            defer { htmlFreeParserCtxt(context) }
            var handler = htmlSAXHandler()
            handler.startElement = { _, _, _ in }
            handler.endElement = { _, _ in }
            handler.characters = { _, _, _ in }
            withUnsafeMutablePointer(to: &handler) { pointer in
                let original = context.pointee.sax
                context.pointee.sax = pointer
                htmlParseDocument(context)
                context.pointee.sax = original
            }
        }
    }
}
