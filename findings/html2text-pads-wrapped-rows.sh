#!/usr/bin/env bash
# html2text with pad_tables and a body_width (78 is the default): a row is wrapped first and its lines are padded then, each
# as a row of its own. A row of three cells whose last one is a long link becomes a line with an empty last cell and a line
# with one cell; a reader of GFM sees two rows, and nothing marks the second one.
# Source: html2text 2020.1.16, 2024.2.26, 2025.4.15 (html2text/utils.py, pad_tables_in_text).
# Where we meet it: MarkdownTable leaves lines that may be a row of their own apart, and RowAligner joins those that are none.
# Needs python3 with venv, and PyPI.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cat >"$work/convert.py" <<'PYTHON'
import html2text
link = '<a href="/en/reference/harbour/models/a-boat-with-a-long-name/">ABoatWithALongName</a>'
page = ("<table><thead><tr><th>HTTP Code</th><th>Description</th><th>Schema</th></tr></thead><tbody>"
        f"<tr><td>200</td><td>OK</td><td>{link}</td></tr><tr><td>404</td><td>Not Found</td><td>None</td></tr></tbody></table>")
converter = html2text.HTML2Text()
converter.pad_tables = True
for width in (78, 0):
    converter.body_width = width
    lines = [line for line in converter.handle(page).split("\n") if "|" in line]
    print(f"  body_width={width}: {len(lines) - 2} rows", *lines, sep="\n    ")
PYTHON
for version in 2020.1.16 2025.4.15; do
    python3 -m venv "$work/$version"
    "$work/$version/bin/pip" install -q "html2text==$version"
    echo "html2text $version"
    "$work/$version/bin/python" "$work/convert.py"
done
