import APISpec
import ResourceInference
import Testing

/// How lists are read page by page, as names, types and descriptions tell it.
@Suite struct PagingInferenceTests {
    /// A list at `/v1/jars` with these query parameters and a response of these properties, each written as in a spec.
    private func document(
        _ parameters: [String], _ properties: [String] = ["jars: {type: array, items: {schema: Jar}, required: true}"],
        answer: String = "schema: Jars", headers: [String] = [], more: String = ""
    ) throws -> SpecDocument {
        func block(_ lines: [String], _ indent: Int) -> String {
            lines.map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
        }
        let text = """
            apidoc: 1
            service: {id: cellar, title: Cellar, server: {url: 'https://cellar.example.com'}}
            versions: {'1': {status: current}}
            operations:
              listJars:
                title: List Jars
                method: GET
                path: /v1/jars
                revisions:
                  - versions: ['1']
                    parameters:

            """ + block(parameters.map { "- {in: query, \($0)}" }, 10) + """
                        responses:
                          '200':
                            \(answer)
                            headers:\(headers.isEmpty ? " {}" : "")

                """ + block(headers, 14) + "schemas:\n  Jars:\n    properties:\n" + block(properties, 6) + """
                  Jar:
                    properties:
                      id: {type: string, required: true}
                      label: {type: string}

                """ + more
        return try SpecReader().read(Array(text.utf8), file: "cellar.yaml").document
    }

    private func paging(_ document: SpecDocument) throws -> Paging? {
        let resources = ResourceInference().infer(document).resources
        #expect(resources.count < 2)
        return resources.first?.paging.first
    }

    private static let list = "jars: {type: array, items: {schema: Jar}, required: true}"

    @Test(arguments: [
        ("page", "size"), ("page", "limit"), ("page_number", "page_size"), ("pageNo", "perPage"),
        ("page[number]", "page[size]"), ("page", "per-page"),
    ])
    func pagesByNumber(_ page: String, _ size: String) throws {
        let found = try paging(
            document(
                ["name: '\(page)', type: integer", "name: '\(size)', type: integer"],
                [Self.list, "count: {type: integer}"]))
        var expected = Paging(.page, inferred: ["query-parameters", "answer-properties"])
        expected.position = page
        expected.size = size
        expected.count = "count"
        #expect(found == expected)
    }

    @Test(arguments: [
        ("type: integer, default: 1", 1, "parameter-default"), ("type: integer, minimum: 1", 1, "parameter-minimum"),
        ("type: integer, description: 'The page, starting with 1.'", 1, "parameter-description"),
        ("type: integer, description: One-based number", 1, "parameter-description"),
        ("type: integer, default: 0, minimum: 1", nil, ""), ("type: integer, description: Page 1 of many", nil, ""),
        ("type: integer", nil, ""),
    ])
    func pagesThatBeginAtOne(_ type: String, _ first: Int?, _ evidence: String) throws {
        let found = try #require(try paging(document(["name: page, \(type)", "name: size, type: integer"])))
        #expect(found.first == first)
        #expect(found.inferred == ["query-parameters"] + (first == nil ? [] : [evidence]))
    }

    @Test func theAnswerMayBeTheList() throws {
        let found = try #require(
            try paging(
                document(
                    ["name: page, type: integer", "name: size, type: integer"],
                    answer: "type: array\n            items: {schema: Jar}", headers: ["X-Total-Count: {type: integer}"]
                )))
        #expect(found.kind == .page)
        #expect(found.count == nil)
        #expect(found.countHeader == "X-Total-Count")
    }

    @Test(arguments: [("offset", "limit"), ("skip", "take"), ("start", "rows"), ("startIndex", "count")])
    func offsets(_ offset: String, _ size: String) throws {
        let found = try #require(
            try paging(
                document(
                    ["name: \(size), type: integer", "name: \(offset), type: integer"],
                    [Self.list, "meta: {schema: Meta, required: true}"],
                    more: "  Meta:\n    properties:\n      total: {type: integer, required: true}\n")))
        #expect(found.kind == .offset)
        #expect(found.position == offset)
        #expect(found.size == size)
        #expect(found.count == "/meta/total")
    }

    @Test func aRangeIsNoOffset() throws {
        let parameters = ["name: from, type: integer", "name: to, type: integer", "name: limit, type: integer"]
        #expect(try paging(document(parameters)) == nil)
    }

    @Test(arguments: [
        ("marker", "next_marker"), ("cursor", "nextCursor"), ("pageToken", "nextPageToken"), ("after", "end_cursor"),
        ("cursor", "cursor"), ("next_token", "next_token"), ("page_token", "next"),
    ])
    func markers(_ marker: String, _ next: String) throws {
        let found = try paging(
            document(
                ["name: limit, type: integer", "name: \(marker), type: string"],
                [Self.list, "\(next): {type: string, nullable: true}"]))
        var expected = Paging(.marker, inferred: ["query-parameters", "answer-properties"])
        expected.position = marker
        expected.size = "limit"
        expected.next = next
        #expect(found == expected)
    }

    @Test func aMarkerThatTheAnswerRepeatsIsNotTheNext() throws {
        let found = try paging(
            document(
                ["name: marker, type: string"], [Self.list, "marker: {type: string}", "next_marker: {type: string}"]))
        #expect(found?.next == "next_marker")
    }

    @Test func aMarkerMayStandInAHeaderField() throws {
        let found = try #require(
            try paging(document(["name: cursor, type: string"], headers: ["X-Next-Cursor: {type: string}"])))
        #expect(found.kind == .marker)
        #expect(found.nextHeader == "X-Next-Cursor")
        #expect(found.inferred == ["query-parameters", "answer-headers"])
    }

    @Test func theLastItemMayBeTheMarker() throws {
        let found = try #require(
            try paging(
                document(
                    ["name: limit, type: integer", "name: starting_after, type: string"],
                    [Self.list, "has_more: {type: boolean, required: true}"])))
        #expect(found.kind == .marker)
        #expect(found.last == "id")
        #expect(found.more == "has_more")
        #expect(found.inferred == ["query-parameters", "item-identifier"])
    }

    @Test(arguments: [
        ("next: {type: string, format: uri}", "next"), ("nextLink: {type: string}", "nextLink"),
        ("'@odata.nextLink': {type: string}", "@odata.nextLink"),
        ("next: {type: string, example: 'https://cellar.example.com/v1/jars?page=2'}", "next"),
        ("next: {type: string, description: URL of the next page}", "next"),
        ("links: {schema: Links}", "/links/next"), ("_links: {schema: Hal}", "/_links/next/href"),
    ])
    func addresses(_ property: String, _ place: String) throws {
        let more = """
              Links:
                properties:
                  next: {type: string, format: uri, nullable: true}
              Hal:
                properties:
                  next: {schema: Link}
              Link:
                properties:
                  href: {type: string}

            """
        let found = try #require(
            try paging(document(["name: limit, type: integer"], [Self.list, property], more: more)))
        #expect(found.kind == .address)
        #expect(found.next == place)
        #expect(found.size == "limit")
    }

    @Test func theFieldLinkLeadsOn() throws {
        let found = try #require(
            try paging(document(["name: limit, type: integer"], headers: ["Link: {type: string}"])))
        #expect(found.kind == .address)
        #expect(found.nextHeader == "Link")
        let numbered = try #require(
            try paging(
                document(
                    ["name: page, type: integer", "name: per_page, type: integer"], headers: ["Link: {type: string}"])))
        #expect(numbered.kind == .page)
        #expect(numbered.nextHeader == "Link")
    }

    @Test(arguments: [
        ("data: {schema: Data, required: true}", "/data/jars", "/data/total"),
        ("data: {schema: Data, required: true}, total: {type: integer}", "/data/jars", "total"),
        ("response: {schema: Outer}", "/response/data/jars", "/response/data/total"),
        ("data: {schema: Data}, errors: {type: array, items: {schema: Fault}}", "/data/jars", "/data/total"),
        ("result: {schema: Counted}", "/result/jars", "/result/meta/count"),
    ])
    func theListMayStandInAnObject(_ properties: String, _ items: String, _ count: String) throws {
        let document = try document(
            ["name: page, type: integer", "name: size, type: integer"],
            properties.replacing("}, ", with: "}\n").split(separator: "\n").map(String.init), more: Self.envelopes)
        let resource = try #require(ResourceInference().infer(document).resources.first)
        #expect(resource.items == items)
        #expect(resource.paging.first?.kind == .page)
        #expect(resource.paging.first?.count == count)
    }

    private static let envelopes = """
          Data:
            properties:
              jars: {type: array, items: {schema: Jar}, required: true}
              total: {type: integer, required: true}
          Outer:
            properties:
              data: {schema: Data, required: true}
          Counted:
            properties:
              jars: {type: array, items: {schema: Jar}, required: true}
              meta: {schema: Meta}
          Meta:
            properties:
              count: {type: integer}
          Fault:
            properties:
              code: {type: string}
          Cellar:
            properties:
              id: {type: string}
              jars: {type: array, items: {schema: Jar}}

        """

    @Test(arguments: [
        // The parts of one thing are no list of things; nor is one of two lists.
        "cellar: {schema: Cellar}", "data: {schema: Data}, more: {schema: Data}",
    ])
    func partsOfOneThingAreNoList(_ properties: String) throws {
        let document = try document(
            ["name: page, type: integer", "name: size, type: integer"],
            properties.replacing("}, ", with: "}\n").split(separator: "\n").map(String.init), more: Self.envelopes)
        #expect(ResourceInference().infer(document).resources.isEmpty)
    }

    @Test(arguments: [
        ("jars_links: {type: array, items: {schema: Link}}", "", "jars_links"),
        ("links: {type: array, items: {schema: Link}, description: 'Links to the next page.'}", "", "links"),
        ("links: {type: array, items: {schema: Link}}", ", example: next", "links"),
        ("links: {type: array, items: {schema: Link}}", ", enum: [self, next]", "links"),
        ("links: {type: array, items: {schema: Link}}", "", nil),
    ])
    func aListOfLinksMayLeadOn(_ property: String, _ relation: String, _ next: String?) throws {
        let more = """
              Link:
                properties:
                  href: {type: string, required: true}
                  rel: {type: string, required: true\(relation)}

            """
        let found = try paging(
            document(
                ["name: limit, type: integer", "name: marker, type: string"], [Self.list, property], more: more))
        #expect(found?.next == next)
        #expect(found?.kind == (next == nil ? .marker : .address))
        let numbered = try paging(
            document(["name: limit, type: integer", "name: page, type: integer"], [Self.list, property], more: more))
        #expect(numbered?.kind == .page)
        #expect(numbered?.next == next)
    }

    @Test(arguments: [
        // A parameter alone is not a page.
        (["name: page, type: integer"], []), (["name: limit, type: integer"], []),
        (["name: cursor, type: string", "name: limit, type: integer"], []),
        (["name: page, type: string", "name: size, type: integer"], []),
        // What leads to no first page, or says nothing of what it is.
        (["name: cursor, type: string, required: true"], ["next_cursor: {type: string}"]),
        (["name: limit, type: integer"], ["next: {type: string}"]),
    ])
    func whatIsNoPaging(_ parameters: [String], _ properties: [String]) throws {
        #expect(try paging(document(parameters, [Self.list] + properties)) == nil)
    }

    @Test func twoListsOfObjectsAreNone() throws {
        let two = [Self.list, "lids: {type: array, items: {schema: Jar}}"]
        #expect(try paging(document(["name: page, type: integer", "name: size, type: integer"], two)) == nil)
    }

    @Test func versionsMayPageInTwoWays() throws {
        var document = try document(
            ["name: cursor, type: string", "name: limit, type: integer"], [Self.list, "next_cursor: {type: string}"])
        let old = try self.document(["name: page, type: integer", "name: limit, type: integer"])
        document.operations[0].revisions += old.operations[0].revisions
        #expect(ResourceInference().infer(document).resources.first?.paging.map(\.kind) == [.marker, .page])
    }
}
