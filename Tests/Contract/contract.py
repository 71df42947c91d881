"""Runs schemathesis against the mock service, with our own exports, and says whose fault each failure is.

    contract.py APIDOC [--examples 300] [--only NAME] [--work FOLDER]

Prints a table in Markdown and every failure that is ours; ends with 1 where there is one.
"""
import argparse
import base64
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import yaml
from verdicts import DECISION, DOCUMENT, OURS, TESTER, verdict

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent


def services():
    """The name, the input, whether it is signed."""
    yield "backup", ROOT / "spec/backup.yaml", True
    yield "greenhouse", ROOT / "spec/greenhouse.yaml", True
    for document in sorted((HERE / "documents").glob("*.yaml")):
        yield document.stem, document, False
    for app in sorted((HERE / "apps").glob("*_app.py")):
        yield app.stem.removesuffix("_app"), app, False


def run(*arguments, **keywords):
    return subprocess.run([str(a) for a in arguments], check=True, text=True, capture_output=True, **keywords)


def failures(report):
    """Each failed check once, with what was sent and what came back."""
    found = {}
    cases = 0
    for line in report.read_text().splitlines():
        event = json.loads(line)
        scenario = event.get("ScenarioFinished")
        if not scenario:
            continue
        recorder = scenario.get("recorder") or {}
        interactions = recorder.get("interactions") or {}
        cases += len(interactions)
        for case, checks in (recorder.get("checks") or {}).items():
            for check in checks:
                failure = ((check.get("failure_info") or {}).get("failure")) or {}
                if check.get("status") != "failure" or not failure:
                    continue
                interaction = interactions.get(failure.get("case_id") or case) or interactions.get(case) or {}
                request, response = interaction.get("request") or {}, interaction.get("response") or {}
                headers = {k.lower(): v for k, v in (request.get("headers") or {}).items()}
                media = headers.get("content-type") or [""]
                entry = {
                    "type": failure["type"], "operation": failure["operation"], "message": failure["message"],
                    "status": response.get("status_code"), "body": text(response), "request": request, "sent": text(request),
                    "media_type": media[0] if isinstance(media, list) else media,
                }
                key = (entry["type"], entry["operation"], entry["message"].split("Hint:")[0], entry["status"])
                found.setdefault(key, entry)
    return cases, list(found.values())


def text(message):
    """The body of a request or an answer as text."""
    content = message.get("body") or message.get("content") or ""
    if isinstance(content, dict) and "$base64" in content:
        return base64.b64decode(content["$base64"]).decode("utf-8", "replace")
    return content if isinstance(content, str) else json.dumps(content)


def serve(apidoc, spec, log):
    process = subprocess.Popen(
        [apidoc, "serve", str(spec), "--port", "0"], stdout=subprocess.PIPE, stderr=log, text=True)
    line = process.stdout.readline()
    if not line.startswith("listening on "):
        raise SystemExit(f"apidoc serve {spec} did not start")
    return process, line.removeprefix("listening on ").strip()


def test(apidoc, name, source, signed, examples, work):
    spec, document = work / f"{name}.yaml", work / f"{name}.openapi.yaml"
    if source.suffix == ".py":
        generated = work / f"{name}.json"
        generated.write_text(run(sys.executable, source).stdout)
        source = generated
    if signed:
        spec = source
    else:
        run(apidoc, "import", source, "-o", spec)
    version = str(next(iter(yaml.load(spec.read_text(), yaml.BaseLoader)["versions"])))
    run(apidoc, "export", spec, "--version", version, "-o", document)
    stated = json.loads(run(apidoc, "export", spec, "--version", version, "--format", "json").stdout)
    report = work / f"{name}.ndjson"
    with open(work / f"{name}.log", "w") as log:
        process, address = serve(apidoc, spec, log)
        environment = dict(os.environ, PYTHONPATH=str(HERE), SCHEMATHESIS_HOOKS="signing")
        if signed:
            environment["CONTRACT_SIGNED"] = "1"
        start = time.monotonic()
        said = subprocess.run(
            [pathlib.Path(sys.executable).parent / "schemathesis", "run", str(document), "--url", address,
             "--max-examples", str(examples), "--seed", "1", "--continue-on-failure", "--no-shrink",
             "--warnings", "off", "--report", "ndjson", "--report-ndjson-path", str(report)],
            text=True, capture_output=True, env=environment, cwd=work)
        (work / f"{name}.out").write_text(said.stdout + said.stderr)
        if process.poll() is not None:
            raise SystemExit(f"{name}: the mock service has ended by itself")
        process.terminate()
    if said.returncode not in (0, 1) or not report.exists():
        raise SystemExit(f"{name}: schemathesis said\n{said.stdout[-2000:]}{said.stderr[-2000:]}")
    cases, found = failures(report)
    return len(list(operations(stated))), cases, time.monotonic() - start, [(f, *verdict(f, stated)) for f in found]


def operations(document):
    for path in document.get("paths", {}).values():
        yield from (m for m in path if m in ("get", "put", "post", "delete", "patch", "head", "options"))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("apidoc")
    parser.add_argument("--examples", type=int, default=300)
    parser.add_argument("--only", action="append")
    parser.add_argument("--work", type=pathlib.Path)
    options = parser.parse_args()
    apidoc = str(pathlib.Path(options.apidoc).resolve())
    work = options.work or pathlib.Path(tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)
    columns = [OURS, DOCUMENT, TESTER, DECISION]
    print(f"| service | operations | requests | failures | {' | '.join(columns)} |")
    print("|---|--:|--:|--:|" + "--:|" * len(columns))
    ours, reasons = [], collections.Counter()
    for name, source, signed in services():
        if options.only and name not in options.only:
            continue
        count, cases, _, found = test(apidoc, name, source, signed, options.examples, work)
        verdicts = collections.Counter(v for _, v, _ in found)
        row = [name, count, cases, len(found)] + [verdicts[c] for c in columns]
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)
        ours += [(name, f) for f, v, _ in found if v == OURS]
        for failure, whose, why in found:
            reasons[(whose, why, failure["type"])] += 1
    if reasons:
        print("\n| failures | whose | why | check |\n|--:|---|---|---|")
        for (whose, why, kind), count in sorted(reasons.items(), key=lambda r: (r[0][0], -r[1])):
            print(f"| {count} | {whose} | {why} | {kind} |")
    for name, failure in ours:
        request = failure["request"]
        print(f"\n{name}: {failure['type']} at {failure['operation']}\n  {failure['message'][:600]}")
        print(f"  sent {request.get('method')} {request.get('uri')} {text(request)[:400]}")
        print(f"  came {failure['status']} {failure['body'][:400]}")
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main())
