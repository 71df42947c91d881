import Diagnostics
import EmbeddedDocuments
import Foundation
import Testing

@Suite("Where a page has its document")
struct PageShapeTests {
    /// The document as it may stand in a script.
    static let inScript = Harbour.json.replacing("\u{2028}", with: "\\u2028")
    static let escaped = inScript.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        .replacing("<", with: "&lt;").replacing("'", with: "&#39;")

    @Test(
        "In the page, as the viewer gets it",
        arguments: [
            "<div id=swagger-ui></div><script>SwaggerUIBundle({ spec: \(inScript), dom_id: '#swagger-ui' })</script>",
            "<script>var spec = \(inScript);\nwindow.onload = function () { SwaggerUIBundle({spec}) }</script>",
            "<script>Redoc.init(\(inScript), {}, document.body)</script>",
            "<script>const __redoc_state = {\"menu\": {}, \"spec\": {\"data\": \(inScript)}};\nRedoc.hydrate(__redoc_state, c)</script>",
            "<script id=\"swagger-data\" type=\"application/json\">{\"url\": \"/no.json\", \"spec\": \(inScript)}</script>",
            "<redoc></redoc><script type='application/json' id=spec>\n\(inScript)\n</script>",
            "<script id=\"api-reference\" type=\"application/json\">\(inScript)</script>",
            "<script id=\"api-reference\" data-configuration=\"{&quot;content&quot;: \(escaped)}\"></script>",
            "<script>Scalar.createApiReference('#app', { theme: 'moon', content: \(inScript) })</script>",
            "<script>Scalar.createApiReference('#app', { spec: { content: () => (\(inScript)) } })</script>",
            "<rapi-doc id=d></rapi-doc><script>document.getElementById('d').loadSpec(\(inScript))</script>",
            "<elements-api apiDescriptionDocument=\"\(escaped)\" router=hash></elements-api>",
            "<script>(async () => { const d = document.querySelector('elements-api'); d.apiDescriptionDocument = \(inScript) })()</script>",
            "<script id=ssr-props data-initial-props=\"{&quot;a&quot;: {&quot;schema&quot;: \(escaped)}}\"></script>",
            "<div id=swagger-ui></div><script>const s = JSON.parse(atob('\(Data(Harbour.json.utf8).base64EncodedString())'.trim()));\nSwaggerUIBundle({spec: s})</script>"
                .replacing(".trim()", with: ""),
            "<iframe class=swagger-ui-iframe srcdoc=\"<div id='swagger-ui'></div><script>SwaggerUIBundle({spec: \(escaped)})</script>\"></iframe>",
        ])
    func inPage(body: String) async throws {
        let shelf = Shelf()
        let reading = try await read(Harbour.page(body), shelf)
        #expect(reading.refusal == nil)
        let document = try #require(reading.documents.first)
        // What is read by `atob` alone is Latin-1, as in a browser.
        if !body.contains("atob") { #expect(try object(document.bytes) == object(Array(Harbour.json.utf8))) }
        #expect(title(document) == "Harbour")
        #expect(document.origin == nil)
        #expect(document.findings.map(\.rule) == ["embedded-document"])
        #expect(shelf.requests == [])
    }

    @Test(
        "At the address that it names",
        arguments: [
            "<div id=swagger-ui></div><!-- SwaggerUIBundle({url: 'old.json'}) -->\n<script>// url: 'https://petstore.example/v2'\nwindow.onload = () => { window.ui = SwaggerUIBundle({ /* url: 'old.json', */ url: 'api.json', }) }</script>",
            "<script>var c = { presets: [] }; var u = {\"url\": \"api.json\", \"x\": \"url: 'no.json'\"};\nfor (var k in u) { c[k] = u[k]; }\nSwaggerUIBundle(c)</script>",
            "<script>var c = {url: 'old.json'}; const u = {url: 'api.json'};\nfor (const k in u) { c[k] = list.includes(k) ? parse(u[k]) : u[k] }\nSwaggerUIBundle(c)</script>",
            "<script>const c = {}; Object.entries({url: 'api.json'}).forEach(([k, v]) => { c[k] = v });\nSwaggerUIBundle(c)</script>",
            "<script>SwaggerUIBundle(Object.assign({url: 'api.json', dom_id: '#x'}, {}))</script>",
            "<script>SwaggerUIBundle({...{url: 'api.json'}, ...JSON.parse(`null`)})</script>",
            "<script>var options = {}; options.url = \"api.json\"; options['dom_id'] = '#x'; SwaggerUIBundle(options)</script>",
            "<script>let q = new URLSearchParams(location.search); var url = 'api.json'; if (q.get('url')) { url = q.get('url') }\nSwaggerUIBundle({ url, })</script>",
            "<script>var url = location.search.match(/url=([^&]+)/); if (url && url.length > 1) { url = decodeURIComponent(url[1]) } else { url = 'api.json' }\nwindow.swaggerUi = new SwaggerUi({ url: url })</script>",
            "<script>SwaggerUIBundle({ url: new URL('api.json', window.location.href).href })</script>",
            "<script>SwaggerUIBundle({ url: `${'api'}.json`.trim() })</script>",
            "<redoc spec-url = 'api.json' lazy></redoc>",
            "<script>const spec_url = \"api.json\"; Redoc.init(spec_url, {}, document.getElementById('r'))</script>",
            "<script id=redoc-settings type=application/json>{\"url\": \"api.json\"}</script>",
            "<script id=\"api-reference\" data-url=\"api.json\"></script><script>document.getElementById('api-reference').dataset.configuration = JSON.stringify({theme: 'x'})</script>",
            "<script id=api-reference data-configuration='{\"spec\": {\"url\": \"api.json\"}}'></script>",
            "<script>Scalar.createApiReference('#app', { url: 'api.json' })</script>",
            "<rapi-doc\n spec-url = \"api.json\" > <div slot=nav-logo>Harbour</div> </rapi-doc>",
            "<rapi-pdf spec-url=api.json></rapi-pdf>",
            "<elements-api\n apiDescriptionUrl=\"api.json\"\n router=\"hash\"\n/>\n<p>inside</p>",
            "<script>fetch('api.json').then(r => r.json()).then(spec => { SwaggerUIBundle({ spec: spec }) })</script>",
            "<script>(async function () { const r = await fetch('api.json'); const spec = await r.json(); SwaggerUIBundle({ spec }) })()</script>",
            "<script>var x = new XMLHttpRequest(); x.open('GET', 'api.json'); x.onload = function () { SwaggerUIBundle({spec: JSON.parse(x.responseText)}) }; x.send()</script>",
            "<script>function show(to) { SwaggerUIBundle({ url: to }) }\nshow('api.json')</script>",
            "<script>document.querySelector('rapi-doc').setAttribute('spec-url', 'api.json')</script>",
            // A viewer and the program that shows it in one bundle: classes, and components by calls without an owner.
            "<script>(()=>{var m={1(e,t,n){t.openapi=n(2)}};class S{static of=1;title='Harbour';constructor(){d(this,'url',void 0),this.url='api.json'}}function A(){const e=new S;return(0,y.jsx)(V,{configuration:{isEditable:!1,spec:{url:e.url},hideModels:!1}})}r.createRoot(o).render((0,y.jsx)(A,{}))})()</script>",
            "<script>class Swagger { url = 'api.json'; at = () => 'old.json'; show() { SwaggerUIBundle({ url: this.url }) } }\nnew Swagger().show()</script>",
            "<script>/* openapi */ class Page extends Base { async load(where) { Redoc.init(where) } get where() { return 1 } }\nconst page = new Page(); page.load('api.json')</script>",
            "<script type=module>import spec from './api.json'; SwaggerUIBundle({ spec })</script>",
            "<p>All about it: <a href=\"api.json\">the <b>OpenAPI</b> document</a></p>",
        ])
    func atAddress(body: String) async throws {
        let shelf = Shelf(["site/docs/api.json": Harbour.json])
        let reading = try await read(Harbour.page(body), shelf)
        #expect(reading.refusal == nil)
        #expect(title(reading.documents.first) == "Harbour")
        #expect(reading.documents.first?.origin?.address == "site/docs/api.json")
        #expect(reading.documents.count == 1)
        #expect(shelf.requests == ["site/docs/api.json"])
        #expect(reading.documents.first?.findings.first?.location?.file == "index.html")
    }

    @Test(
        "In a script or a frame beside it",
        arguments: [
            (
                "<script src=init.js></script><div id=swagger-ui></div>", "init.js",
                "SwaggerUIBundle({ spec: \(Harbour.json) })"
            ),
            (
                "<div id=swagger-ui></div><script src=init.js></script>", "init.js",
                "window.onload = function() { var options = {\"swaggerDoc\": \(Harbour.json), \"customOptions\": {}};\nvar url = options.swaggerUrl || url; var swaggerOptions = { spec: options.swaggerDoc, url: url };\nfor (var a in options.customOptions) { swaggerOptions[a] = options.customOptions[a] }\nSwaggerUIBundle(swaggerOptions) }"
            ),
            (
                "<div id=swagger-ui></div><script>function show(spec) { SwaggerUIBundle({spec: spec}) }</script><script src=ferries.js></script>",
                "ferries.js", "/**/ show(\(Harbour.json));"
            ),
            (
                "<div id=root></div><script src=redocly-state-0f.js></script>", "redocly-state-0f.js",
                "const __redoc_state = JSON.parse(\"{\\\"definition\\\": {\\\"data\\\": \(Harbour.json.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))}}\");"
            ),
            (
                "<iframe src=\"swagger-1.html?x=1\"></iframe>", "swagger-1.html",
                "<script>SwaggerUIBundle({ spec: \(Harbour.json.replacing("\u{2028}", with: "\\u2028")) })</script>"
            ),
        ])
    func beside(body: String, name: String, text: String) async throws {
        let reading = try await read(Harbour.page(body), Shelf(["site/docs/\(name)": text]))
        #expect(reading.refusal == nil)
        #expect(title(reading.documents.first) == "Harbour")
        #expect(reading.documents.first?.findings.first?.location?.file == "site/docs/\(name)")
    }

    @Test("Settings that are loaded come before the address in the page, which counts where they name none")
    func settings() async throws {
        let page = Harbour.page(
            "<script>SwaggerUIBundle({ url: 'https://petstore.example/v2.json', configUrl: 'config.json' })</script>")
        let shelf = Shelf(["site/docs/config.json": "{\"url\": \"../api.json\"}", "site/api.json": Harbour.json])
        #expect(title(try await read(page, shelf).documents.first) == "Harbour")
        let own = Harbour.page("<script>SwaggerUIBundle({ url: 'api.json', configUrl: 'config.json' })</script>")
        let empty = Shelf(["site/docs/config.json": "{\"deepLinking\": true}", "site/docs/api.json": Harbour.json])
        #expect(title(try await read(own, empty).documents.first) == "Harbour")
    }

    @Test(
        "Addresses that are made from that of the page",
        arguments: [
            "const u = new URL(window.location); u.pathname = '/v2/api.json'; u.hash = ''; SwaggerUIBundle({ url: u.href })",
            "const u = new URL(location.href); u.pathname = '/v2/api.json'; u.search = ''; SwaggerUIBundle({ url: u.toString() })",
            "const make = function (to) { let at = window.location.href; at = at.split('#', 1)[0]; at = at.endsWith('/') ? at : at + '/'; const a = document.createElement('a'); a.href = at + to; return a.href }\nSwaggerUIBundle(Object.assign({ url: 1 }, { url: make('../v2/old/api.json').replace('old/api.json', 'api.json') }))",
            "var base = location.protocol + '//' + location.host; SwaggerUIBundle({ urls: [].concat([]), url: base + '/v2/api.json' })",
            "const urls = []; urls.push({ name: 'One', url: '/v2/api.json' }); SwaggerUIBundle({ urls: urls, 'urls.primaryName': 'One' })",
            "var url = location.search.match(/url=([^&]+)/); if (url && url.length > 1) { url = decodeURIComponent(url[1]) } else { url = undefined }\nurls = [{ url: '/v2/api.json', name: 'v2' }]; SwaggerUIBundle({ url: url, urls: urls })",
        ])
    func made(script: String) async throws {
        let shelf = Shelf(["https://harbour.example/v2/api.json": Harbour.json])
        let page = Harbour.page("<div id=swagger-ui></div><script>\(script)</script>")
        let reading = try await read(page, shelf, at: .address("https://harbour.example/docs/"))
        #expect(title(reading.documents.first) == "Harbour")
    }

    @Test("References are relative to the page, to its base, to the frame")
    func relative() async throws {
        let shelf = Shelf(["https://harbour.example/v2/api.json": Harbour.json])
        let site = PageLocation.address("https://harbour.example/docs/index.html")
        let redoc = "<redoc spec-url=\"api.json\"></redoc>"
        let based = Harbour.page(redoc, head: "<base href=\"/v2/\">")
        #expect(try await read(based, shelf, at: site).documents.count == 1)
        let absolute = Harbour.page("<script>SwaggerUIBundle({url: location.origin + '/v2/api.json'})</script>")
        #expect(try await read(absolute, shelf, at: site).documents.count == 1)
        let frame = Shelf([
            "https://harbour.example/v2/swagger.html": Harbour.page(redoc),
            "https://harbour.example/v2/api.json": Harbour.json,
        ])
        let outer = Harbour.page("<iframe src=\"../v2/swagger.html\"></iframe>")
        #expect(try await read(outer, frame, at: site).documents.count == 1)
    }

    @Test("Parts have the lines that they have in the page")
    func lines() async throws {
        let page =
            "<script>\nRedoc.init({\n openapi: '3.0.3',\n\n info: { title: 'Harbour' },\n paths: {}\n})\n</script>"
        let document = try #require(try await read(page).documents.first)
        let lines = String(decoding: document.bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[2].contains("\"openapi\":\"3.0.3\""))
        #expect(lines[4].contains("\"title\":\"Harbour\""))
        #expect(lines[5].hasPrefix(" \"paths\"") || lines[5].contains("\"paths\":"))
        #expect(document.name == "index.html")
    }

    @Test("YAML in a script, and at an address without a suffix")
    func yaml() async throws {
        let inPage = Harbour.page("<script id=api-reference type=application/yaml>\n\(Harbour.yaml)\n</script>")
        #expect(title(try await read(inPage).documents.first) == "Harbour")
        let named = Harbour.page("<redoc spec-url=schema></redoc>")
        #expect(title(try await read(named, Shelf(["site/docs/schema": Harbour.yaml])).documents.first) == "Harbour")
    }
}
