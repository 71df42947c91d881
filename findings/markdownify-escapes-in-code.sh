#!/usr/bin/env bash
# markdownify before 0.12: `_` and `*` get a backslash inside of <pre> as well, as soon as an element such as the <span> of a
# highlighter stands around them: between fences, where Markdown knows no escapes, JSON is none any more ("env\_usage").
# 0.13.1 and 1.2.3 leave code alone. Before 1.0, `strong_em_symbol='_'` and a <br> that is dropped give `kind_required_`, which is
# no emphasis by CommonMark: an underscore inside of a word is text.
# Source: https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis (rule 2), #fenced-code-blocks.
# Where we meet it: ExampleText reads an example without such escapes where it is no JSON with them; NameCell knows the marks.
# Needs python3 with venv, and PyPI.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cat >"$work/convert.py" <<'PYTHON'
import json, markdownify
code = markdownify.markdownify('<pre><code>{<span>"env_usage"</span>: 1}</code></pre>')
body = code.replace("```", "").strip()
try:
    json.loads(body)
    print("  in <pre>:", body, "is JSON")
except ValueError as error:
    print("  in <pre>:", body, "is no JSON:", error)
cell = markdownify.markdownify("<table><tr><th>Name</th></tr><tr><td>kind<br><em>required</em></td></tr></table>",
                               strong_em_symbol="_")
print("  in a cell:", [line for line in cell.split("\n") if "kind" in line])
PYTHON
for version in 0.11.6 0.13.1 1.2.3; do
    python3 -m venv "$work/$version"
    "$work/$version/bin/pip" install -q "markdownify==$version"
    echo "markdownify $version"
    "$work/$version/bin/python" "$work/convert.py"
done
