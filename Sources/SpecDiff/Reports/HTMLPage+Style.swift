/// What every page has in common. A change here changes a hash of ``HTMLPage/policy``; a test says which.
enum HTMLPage {
    static let styleHash = "lJ9JMgY3OvccWImwYldJTFBDx6ZIM/d6MkwLTcWLiC4="
    static let scriptHash = "FK53ggW55tvKYy3I6dceYf0oxl3Apb8J7PsCO1E0qF8="

    /// Lets nothing in but the style and the script of the page.
    static let policy =
        "default-src 'none'; style-src 'sha256-\(styleHash)'; script-src 'sha256-\(scriptHash)'; base-uri 'none'; "
        + "form-action 'none'"

    static let style = """

        :root {
          color-scheme: light dark;
          --page: #f6f7f9; --card: #ffffff; --text: #1c2430; --soft: #5a6675; --line: #d9dee5; --code: #eef1f5;
          --breaking: #b3261e; --breaking-soft: #fdecea; --warning: #8a5a00; --warning-soft: #fff4dc;
          --info: #1f5f99; --info-soft: #e8f1fa; --added: #e7f6ec; --focus: #1f6feb;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #11151b; --card: #191f27; --text: #e6eaf0; --soft: #9aa7b6; --line: #2c3540; --code: #232b35;
            --breaking: #ff8a80; --breaking-soft: #3a1d1c; --warning: #ffca6b; --warning-soft: #352a14;
            --info: #8ac4ff; --info-soft: #172a3d; --added: #16301f; --focus: #7ab7ff;
          }
        }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        body {
          margin: 0; background: var(--page); color: var(--text); line-height: 1.5;
          font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
        }
        header, main { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
        header { padding-top: 2.5rem; }
        main { padding-bottom: 4rem; }
        .kicker {
          margin: 0; color: var(--soft); font-size: 0.85rem; letter-spacing: 0.08em; text-transform: uppercase;
        }
        h1 { margin: 0.1rem 0 0; font-size: clamp(1.6rem, 5vw, 2.4rem); line-height: 1.2; overflow-wrap: anywhere; }
        h1 .versions { color: var(--soft); font-weight: 400; }
        .files { margin: 0.35rem 0 1.5rem; color: var(--soft); overflow-wrap: anywhere; }
        code {
          padding: 0.08em 0.35em; border-radius: 0.3em; background: var(--code); overflow-wrap: anywhere;
          font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--card); color: var(--text); }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 0.3rem; }
        #changes:focus { outline: none; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem; }
        .tile, .group, #filters { background: var(--card); border: 1px solid var(--line); border-radius: 0.8rem; }
        .tile { padding: 1rem 1.25rem; }
        .tile h2 { margin: 0; font-size: 1.05rem; }
        .tile p { margin: 0.1rem 0 0.8rem; color: var(--soft); font-size: 0.9rem; }
        .tile dl { display: flex; gap: 0.6rem; margin: 0; }
        .count {
          flex: 1; display: flex; flex-direction: column-reverse; padding: 0.5rem 0.7rem; border-radius: 0.6rem;
        }
        .count dt { font-size: 0.85rem; }
        .count dd {
          margin: 0; font-size: 1.8rem; font-weight: 650; line-height: 1.1; font-variant-numeric: tabular-nums;
        }
        .count.breaking { background: var(--breaking-soft); color: var(--breaking); }
        .count.warning { background: var(--warning-soft); color: var(--warning); }
        .count.info { background: var(--info-soft); color: var(--info); }
        .count.zero { background: transparent; color: var(--soft); box-shadow: inset 0 0 0 1px var(--line); }
        #filters {
          position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: end;
          gap: 0.7rem 1rem; margin: 1rem 0 1.5rem; padding: 0.8rem 1.25rem;
        }
        #filters label { display: flex; flex-direction: column; gap: 0.15rem; font-size: 0.8rem; color: var(--soft); }
        #filters .search { flex: 1 1 14rem; }
        #filters select { max-width: 16rem; }
        input, select, button {
          min-height: 2.4rem; padding: 0.3rem 0.7rem; border: 1px solid var(--line); border-radius: 0.5rem;
          background: var(--page); color: var(--text); font: inherit; font-size: 0.95rem;
        }
        button { cursor: pointer; }
        button:hover, select:hover { border-color: var(--soft); }
        .buttons { display: flex; flex-wrap: wrap; gap: 0.4rem; }
        .toggle[aria-pressed="false"] { opacity: 0.7; text-decoration: line-through; }
        .toggle.breaking[aria-pressed="true"] { background: var(--breaking-soft); color: var(--breaking); }
        .toggle.warning[aria-pressed="true"] { background: var(--warning-soft); color: var(--warning); }
        .toggle.info[aria-pressed="true"] { background: var(--info-soft); color: var(--info); }
        #count { flex: 1; align-self: center; text-align: right; font-size: 0.9rem; color: var(--soft); }
        .group { margin: 0 0 1rem; padding: 0.9rem 1.25rem 1rem; }
        .group > h2 {
          display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6rem; margin: 0 0 0.5rem;
          font-size: 1.1rem;
        }
        .group .name { overflow-wrap: anywhere; }
        .kind { color: var(--soft); font-size: 0.8rem; font-weight: 400; }
        details { margin: 0.4rem 0 0; border: 1px solid var(--line); border-left-width: 4px; border-radius: 0.5rem; }
        details.breaking { border-left-color: var(--breaking); }
        details.warning { border-left-color: var(--warning); }
        details.info { border-left-color: var(--info); }
        summary { display: flex; gap: 0.7rem; align-items: baseline; padding: 0.45rem 0.8rem; cursor: pointer; }
        summary::before { content: "▸"; color: var(--soft); }
        details[open] > summary::before { content: "▾"; }
        summary::-webkit-details-marker { display: none; }
        .sentence { overflow-wrap: anywhere; min-width: 0; }
        .badges { flex: none; display: inline-flex; flex-wrap: wrap; gap: 0.3rem; min-width: 7.5rem; }
        .badge {
          flex: none; white-space: nowrap; padding: 0.05rem 0.5rem; border-radius: 1rem; font-size: 0.8rem;
          color: var(--soft);
        }
        .badge.breaking { background: var(--breaking-soft); color: var(--breaking); }
        .badge.warning { background: var(--warning-soft); color: var(--warning); }
        .badge.info { background: var(--info-soft); color: var(--info); }
        .body { padding: 0.2rem 0.9rem 0.8rem; }
        .body p { margin: 0.5rem 0; }
        .body dl {
          display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 0.5rem 1rem; margin: 0;
        }
        .body dt { color: var(--soft); font-size: 0.8rem; }
        .body dd { margin: 0; overflow-wrap: anywhere; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0.7rem; }
        .sides > div {
          padding: 0.4rem 0.7rem 0.6rem; border-radius: 0.5rem; background: var(--page); overflow-wrap: anywhere;
        }
        .sides .before { box-shadow: inset 3px 0 var(--breaking); }
        .sides .after { box-shadow: inset 3px 0 var(--info); }
        .sides h3 { margin: 0; color: var(--soft); font-size: 0.8rem; font-weight: 400; }
        .sides code, td code { background: transparent; padding: 0; }
        .nothing { color: var(--soft); font-style: italic; }
        details.table > summary { color: var(--soft); font-size: 0.9rem; }
        table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 0.9rem; }
        thead td, thead th { padding: 0.3rem 0.8rem; text-align: left; color: var(--soft); font-weight: 600; }
        tbody th, tbody td {
          padding: 0.3rem 0.8rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top;
          overflow-wrap: anywhere;
        }
        tbody th { width: 28%; font-weight: 500; }
        tr.same td, tr.same th { color: var(--soft); }
        tr.added td:last-child { background: var(--added); }
        tr.removed td:nth-child(2) { background: var(--breaking-soft); }
        tr.changed td { background: var(--warning-soft); }
        .empty { padding: 2rem; text-align: center; color: var(--soft); }
        @media (max-width: 40rem) {
          header { padding-top: 1.5rem; }
          #filters { position: static; }
          #filters label, #filters select { flex: 1 1 100%; max-width: none; width: 100%; }
          .group, .tile, #filters { padding-left: 0.9rem; padding-right: 0.9rem; }
          summary { flex-wrap: wrap; gap: 0.2rem 0.6rem; }
          .sentence { flex-basis: 100%; }
          #count { text-align: left; flex-basis: 100%; }
          .sides { grid-template-columns: 1fr; }
          thead { display: none; }
          tbody tr, tbody th, tbody td { display: block; width: auto; }
          tbody tr { border-top: 1px solid var(--line); }
          tbody th, tbody td { border: 0; }
          tr.same td[data-label="Before"] { display: none; }
          tr:not(.same) td[data-label]::before {
            content: attr(data-label); display: block; color: var(--soft); font-size: 0.75rem;
          }
        }
        @media print { #filters, .skip { display: none; } .group { break-inside: avoid; } }

        """
}
