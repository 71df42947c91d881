#!/usr/bin/env bash
# trafilatura 2.0.0 with include_links: a row of a table ends at its first link. The link and what stands behind it in the
# row are gone or stand below the table, and the next row is missing altogether. 2.1.0 and 2.3.1 write the row whole, as
# 2.0.0 does without the option.
# Source: seen on converted pages of API guides; the reduction below is all that it takes.
# Where we meet it: types are links in guides. PageChecks.checkCells refuses such a page and says what to convert with.
# Needs python3 with venv, and PyPI.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cat >"$work/convert.py" <<'PYTHON'
import trafilatura
rows = "".join(f"<tr><td>{code}</td><td>{word}</td><td>{schema}</td></tr>" for code, word, schema in
               [("200", "OK", '<a href="/models/boat/">Boat</a>'), ("400", "Bad Request", "None"), ("404", "Not Found", "None")])
words = "<p>" + "A sentence about boats that is long enough to count as text. " * 5 + "</p>"
page = ("<html><body><article><h1>Boats</h1>" + words +
        "<table><thead><tr><th>HTTP Code</th><th>Description</th><th>Schema</th></tr></thead><tbody>" + rows +
        "</tbody></table>" + words + "</article></body></html>")
for links in (False, True):
    text = trafilatura.extract(page, include_links=links) or ""
    lines = [line for line in text.split("\n") if "|" in line or "Boat]" in line]
    print(f"  include_links={links}:", *lines, sep="\n    ")
    if links: print("  the row of 400 is", "there" if "| 400 |" in text else "missing")
PYTHON
for version in 2.0.0 2.1.0 2.3.1; do
    python3 -m venv "$work/$version"
    "$work/$version/bin/pip" install -q "trafilatura==$version" lxml_html_clean
    echo "trafilatura $version"
    "$work/$version/bin/python" "$work/convert.py"
done
