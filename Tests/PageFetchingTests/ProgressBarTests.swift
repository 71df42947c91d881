import PageFetching
import Testing

@Suite struct ProgressBarTests {
    private func bar(_ style: ProgressBar.Style, of count: Int, _ states: FetchProgress...) -> ProgressBar {
        var bar = ProgressBar(pageCount: count, style: style)
        for state in states { bar.update(state) }
        return bar
    }

    private func state(
        _ page: Int, _ path: String, _ bytes: Int, of total: Int? = nil, attempt: Int = 1, isDone: Bool = false
    ) -> FetchProgress {
        FetchProgress(
            page: page, url: "https://docs.example.com\(path)", bytes: bytes, total: total, attempt: attempt,
            isDone: isDone)
    }

    @Test func severalPages() {
        let bar = bar(
            .ascii, of: 4, state(2, "/backup/_print/", 1_258_292, attempt: 2), state(0, "/a", 5 << 20, isDone: true),
            state(1, "/apis/createbackup/1.2/?x=y", 400, of: 1_000))
        #expect(
            bar.line(width: 110)
                == "[#########------------------] 1/4 pages, 6.2 MB: createbackup/1.2 40%, "
                + "backup/_print 1.2 MB (attempt 2)       ")
        #expect(bar.line(width: 60) == "[#####----------] 1/4 pages, 6.2 MB: createbackup/1.2 40%...")
        #expect(bar.line(width: 39) == "1/4 pages, 6.2 MB: createbackup/1.2 ...")
        #expect(bar.line(width: 10) == "1/4 pag...")
        #expect(bar.line(width: 2) == "..")
        #expect(bar.line(width: 0) == "" && bar.line(width: -5) == "")
    }

    @Test func everyWidthIsKept() {
        let states = [state(0, "/a", 10, isDone: true), state(1, "/b/\(String(repeating: "c", count: 90))", 5, of: 7)]
        for style in [ProgressBar.Style.ascii, .unicode] {
            for count in [0, 1, 2, 1_000] {
                var bar = ProgressBar(pageCount: count, style: style)
                for width in 1...200 { #expect(bar.line(width: width).count == width) }
                for state in states { bar.update(state) }
                for width in 1...200 { #expect(bar.line(width: width).count == width) }
            }
        }
    }

    @Test func stepsOfAColumn() {
        let expected = [
            "[          ]", "[⡀         ]", "[⣿⣿⡆       ]", "[⣿⣿⣿⣿⣿     ]", "[⣿⣿⣿⣿⣿⣿⣿⣿⣿⣷]", "[⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿]",
        ]
        for (bytes, expected) in zip([0, 125, 2_400, 5_000, 9_999, 10_000], expected) {
            #expect(
                bar(.unicode, of: 1, state(0, "/a", bytes, of: 10_000)).line(width: 40).hasPrefix(expected), "\(bytes)")
        }
    }

    @Test func startAndEnd() {
        #expect(
            ProgressBar(pageCount: 2, style: .ascii).line(width: 40)
                == "[----------] 0/2 pages, 0 B              ".prefix(40))
        let done = bar(.ascii, of: 1, state(0, "/a", 1_536, isDone: true), state(0, "/a", 3, attempt: 2))
        #expect(done.line(width: 40) == "[##########] 1/1 page, 1.5 KB           ")
        #expect(ProgressBar(pageCount: 0, style: .ascii).line(width: 40).hasPrefix("[##########] 0/0 pages, 0 B"))
    }

    @Test func strangeStatesDoNoHarm() {
        let strange = bar(
            .ascii, of: 2, state(-1, "/a", 1), state(7, "/a", 1), state(0, "/a", 500, of: 100), state(1, "/b", 5, of: 0)
        )
        #expect(strange.line(width: 60) == "[#######--------] 0/2 pages, 505 B: a 100%, b 5 B           ".prefix(60))
        var names = ProgressBar(pageCount: 1, style: .unicode)
        names.update(FetchProgress(page: 0, url: "https://host/\u{1B}[2J/문서\n"))
        #expect(names.line(width: 39) == "0/1 page, 0 B: ?[2J/??? 0 B            ")
        names.update(FetchProgress(page: 0, url: "https://docs.example.com"))
        #expect(names.line(width: 60).contains("docs.example.com 0 B"))
        names.update(FetchProgress(page: 0, url: ""))
        #expect(names.line(width: 60).count == 60)
    }
}
