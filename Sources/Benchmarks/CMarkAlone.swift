#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What cmark-gfm, a parser of Markdown in C, needs for the same bytes when nothing is done with the tree that it makes:
/// the measure for our reader of Markdown.
///
/// The library is looked for when the program runs, so that nobody needs it to build.
struct CMarkAlone {
    private typealias Register = @convention(c) () -> Void
    private typealias NewParser = @convention(c) (CInt) -> OpaquePointer?
    private typealias FindExtension = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
    private typealias Attach = @convention(c) (OpaquePointer, OpaquePointer) -> CInt
    private typealias Feed = @convention(c) (OpaquePointer, UnsafePointer<CChar>, Int) -> Void
    private typealias Finish = @convention(c) (OpaquePointer) -> OpaquePointer?
    private typealias Free = @convention(c) (OpaquePointer) -> Void

    private let newParser: NewParser
    private let findExtension: FindExtension
    private let attach: Attach
    private let feed: Feed
    private let finish: Finish
    private let freeNode: Free
    private let freeParser: Free

    /// The library; `nil` where it is not installed.
    init?() {
        let names = [
            "libcmark-gfm-extensions.so", "libcmark-gfm-extensions.so.0.29.0.gfm.6",
            "libcmark-gfm-extensions.so.0.29.0.gfm.13", "libcmark-gfm-extensions.dylib",
        ]
        guard let library = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_GLOBAL) }).first else { return nil }
        func function<F>(_ name: String, as type: F.Type) -> F? {
            dlsym(library, name).map { unsafeBitCast($0, to: type) }
        }
        guard let register = function("cmark_gfm_core_extensions_ensure_registered", as: Register.self),
            let newParser = function("cmark_parser_new", as: NewParser.self),
            let findExtension = function("cmark_find_syntax_extension", as: FindExtension.self),
            let attach = function("cmark_parser_attach_syntax_extension", as: Attach.self),
            let feed = function("cmark_parser_feed", as: Feed.self),
            let finish = function("cmark_parser_finish", as: Finish.self),
            let freeNode = function("cmark_node_free", as: Free.self),
            let freeParser = function("cmark_parser_free", as: Free.self)
        else { return nil }
        register()
        (self.newParser, self.findExtension, self.attach) = (newParser, findExtension, attach)
        (self.feed, self.finish, self.freeNode, self.freeParser) = (feed, finish, freeNode, freeParser)
    }

    /// Parses Markdown with tables into a tree, and drops the tree.
    func parse(_ bytes: [UInt8]) {
        guard let parser = newParser(0) else { return }
        defer { freeParser(parser) }
        if let table = findExtension("table") { _ = attach(parser, table) }
        bytes.withUnsafeBytes { buffer in
            guard let start = buffer.bindMemory(to: CChar.self).baseAddress else { return }
            feed(parser, start, buffer.count)
        }
        if let document = finish(parser) { freeNode(document) }
    }
}
