import Diagnostics
import EmbeddedDocuments
import Testing

@Suite("Pages that would never end")
struct BoundTests {
    static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test(
        "Deep nesting, long scripts, functions that call themselves, brackets that never close",
        .timeLimit(.minutes(1)),
        arguments: [
            "SwaggerUIBundle({ spec: " + repeated("[", 50_000),
            "SwaggerUIBundle({ spec: " + repeated("{a:", 50_000),
            "Redoc.init(" + repeated("(", 50_000),
            "Redoc.init(" + repeated("!", 50_000) + "x)",
            "Redoc.init(" + repeated("x => ", 20_000) + "1)",
            "Redoc.init(" + repeated("f(", 20_000),
            "Redoc.init(`" + repeated("${`", 20_000),
            "function f() { f(); f(); f(); f() } f(); Redoc.init(f)",
            "var a = {}; a.openapi = '3.0.0'; a.paths = a; Redoc.init(a)",
            repeated("if (x) { ", 20_000) + "Redoc.init(y)",
            "Redoc.init(" + repeated("a ? b : ", 20_000) + "c)",
            "Redoc.init('" + repeated("x", 1_000_000),
            "/* Redoc " + repeated("*", 1_000_000),
            repeated("var a = b || c; ", 50_000) + "Redoc.init(a)",
            "new " + repeated("new ", 20_000) + "Redoc",
            "Redoc.init({a: [b c })",
            "Redoc.init({a: {b c ] })",
            "Redoc.init([(a b ] })",
        ])
    func scripts(script: String) async throws {
        let reading = try await read("<div id=redoc></div><script>\(script)</script>")
        #expect(reading.documents.isEmpty)
        #expect(reading.refusal?.diagnostics.count == 1)
    }

    @Test("Frames that name each other and themselves")
    func frames() async throws {
        let shelf = Shelf([
            "site/docs/swagger-a.html": "<iframe src=swagger-b.html></iframe><iframe src=swagger-a.html></iframe>",
            "site/docs/swagger-b.html": "<iframe src=swagger-a.html></iframe><iframe src=index.html?swagger></iframe>",
            "site/docs/index.html": "<iframe src=swagger-a.html></iframe>",
        ])
        let reading = try await read("<iframe src=swagger-a.html></iframe>", shelf)
        #expect(reading.documents.isEmpty)
        #expect(shelf.requests.count <= 4)
        // What is said if nothing else can be read.
        #expect(reading.refusal?.diagnostics.count == 1)
        #expect(reading.refusal?.diagnostics.first?.message.contains("is a frame of itself or of a page in it") == true)
        #expect(!reading.isCertain)
    }

    @Test("A bundle of a whole program ends in what the page shows", .timeLimit(.minutes(2)))
    func bundle() async throws {
        // Modules within modules, as libraries have them, and the page's own words behind them.
        let module = "e.exports=function(t){return[1,2,3].map(function(n){var o={a:t,b:[n,{c:n}]};return o})};"
        let library = (0..<3000).map { "\($0):(e,t,n)=>{\(Self.repeated(module, 2))}" }.joined(separator: ",")
        let script =
            "(()=>{var e={\(library)};function S(){return(0,e.jsx)(V,{configuration:{url:'api.json',hideModels:!0}})}show(S)})()"
        let shelf = Shelf(["site/docs/api.json": Harbour.json])
        let reading = try await read("<div id=app></div><script>/* openapi */\(script)</script>", shelf)
        #expect(reading.documents.first?.origin?.address == "site/docs/api.json")
    }

    @Test(
        "Tags without end, attributes without number", .timeLimit(.minutes(1)),
        arguments: [
            repeated("<redoc ", 100_000), "<redoc " + repeated("a=b ", 200_000), repeated("<!--", 200_000),
            repeated("<script>", 50_000), "<redoc spec-url=\"" + repeated("&amp;", 200_000), repeated("</", 200_000),
            "<script>" + repeated("<!--<script>", 50_000),
        ])
    func pages(page: String) async throws {
        #expect(try await read(page).documents.isEmpty)
    }
}
