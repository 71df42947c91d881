#!/usr/bin/env bash
# FoundationNetworking of Swift 6.3.1, Linux: URLSession refuses an address whose host is an IPv6 literal in brackets
# (RFC 3986, section 3.2.2) with NSURLErrorDomain -1000 (bad URL), although URL reads it and curl fetches it.
# Source: swift-corelibs-foundation issue 5496, whose fix is newer than this release.
# Where we meet it: `apidoc import http://[::1]:8080/…`; PageSite takes async-http-client for such addresses.
set -euo pipefail
swift --version 2>&1 | head -n 1
work="$(mktemp -d)"
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
cat >"$work/server.py" <<'PYTHON'
import http.server, socket

class Server(http.server.HTTPServer): address_family = socket.AF_INET6

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, *arguments): pass

server = Server(("::1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
PYTHON
python3 "$work/server.py" >"$work/port" &
server=$!
cat >"$work/main.swift" <<'SWIFT'
import Foundation
import FoundationNetworking

guard let url = URL(string: "http://[::1]:\(CommandLine.arguments[1])/") else { fatalError("no URL") }
print("host", url.host() ?? "none")
do {
    let (data, _) = try await URLSession.shared.data(from: url)
    print("body", String(decoding: data, as: UTF8.self))
} catch {
    print("error", (error as NSError).domain, (error as NSError).code)
}
SWIFT
swiftc "$work/main.swift" -o "$work/program" 2>"$work/log" || { cat "$work/log"; exit 1; }
for _ in $(seq 50); do [ -s "$work/port" ] && break; sleep 0.1; done
timeout 60 "$work/program" "$(cat "$work/port")" | tee "$work/said"
grep -q '^error NSURLErrorDomain -1000$' "$work/said" || { echo "changed: look again at PageSite"; exit 1; }
echo "as described"
