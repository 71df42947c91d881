import Foundation
import Testing

@Suite("Pages of twice the size take about twice the time", .serialized)
struct GrowthTests {
    let tool: Tool

    init() throws { tool = try Tool() }

    private static let head = """
        # Quay v1

        Base URLs:

        * <a href="https://quay.example/v1">https://quay.example/v1</a>

        ## listShips

        `GET /ships`

        |Status|Meaning|Description|Schema|
        |---|---|---|---|
        |200|OK|Ships|[Ship](#schemaship)|

        # Schemas

        <h2 id="tocS_Ship">Ship</h2>


        """

    private static let columns = "|Name|Type|Required|Restrictions|Description|\n|---|---|---|---|---|\n"

    /// Objects in objects, each with a further member.
    private static func deep(_ size: Int) -> String {
        let rows = (0..<size).map { row in
            "|\(String(repeating: "»", count: row % 40)) a\(row)|object|false|none|none|\n"
        }
        return head + columns + rows.joined()
    }

    /// Alternatives of one member.
    private static func choices(_ size: Int) -> String {
        let rows = (0..<size).map { row in
            "\n*\(row == 0 ? "oneOf" : "xor")*\n\n\(columns)|» *anonymous*|object|false|none|none|\n|»» b\(row)|string|false|none|none|\n"
        }
        return head + columns + "|a|any|false|none|none|\n" + rows.joined()
    }

    /// Members with values that are listed below.
    private static func wide(_ size: Int) -> String {
        let rows = (0..<size).map { "|a\($0)|string|false|none|none|\n" }
        let values = (0..<size).map { "|a\($0)|high|\n|a\($0)|low|\n" }
        return head + columns + rows.joined() + "\n#### Enumerated Values\n\n|Property|Value|\n|---|---|\n"
            + values.joined()
    }

    private func time(_ page: String) throws -> Duration {
        _ = try tool.write(page, to: "page.md")
        let times = try (0..<2).map { _ in
            try ContinuousClock().measure {
                let run = try tool.run("import", "page.md", "-o", "spec.yaml", "--dialect", "widdershins")
                #expect(run.status == 0, "\(run.errors)")
            }
        }
        return times[0] < times[1] ? times[0] : times[1]
    }

    @Test(
        "Four times the rows take no more than seven times as long",
        arguments: [("deep", 2000, deep), ("choices", 700, choices), ("wide", 3000, wide)])
    func widdershins(_ name: String, _ size: Int, _ page: @Sendable (Int) -> String) throws {
        let ratio = try time(page(4 * size)) / time(page(size))
        #expect(ratio < 7, "\(name): \(ratio)")
    }
}
