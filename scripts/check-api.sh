#!/usr/bin/env bash
# Holds the running API against its own OpenAPI document, on the sample portal:
# spectral lints the document, schemathesis asks what the document allows and what
# it does not, and fails on any 5xx and on any answer that breaks its schema.
# Installs nothing; wants bin/search, and in .tools (or TOOLS):
#   python/bin/schemathesis          pip install schemathesis==4.32.5
#   node/node_modules/.bin/spectral  npm install --prefix .tools/node @stoplight/spectral-cli@6.16.3
# EXAMPLES=300 scripts/check-api.sh asks more of each operation.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=${TOOLS:-$PWD/.tools}
schemathesis=$tools/python/bin/schemathesis
spectral=$tools/node/node_modules/.bin/spectral
for tool in "$schemathesis" "$spectral" bin/search; do
  if [ ! -x "$tool" ]; then echo "$tool is missing: the head of $0 says how to get it"; exit 1; fi
done
work=$(mktemp -d)
server=
finish() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap finish EXIT

timeout 600 bin/search demo --data "$work/demo" --listen 127.0.0.1:0 >"$work/out" 2>"$work/err" &
server=$!
url=
for _ in $(seq 240); do
  url=$(sed -n 's|.*\(http://127\.0\.0\.1:[0-9]*\)/ (Ctrl-C.*|\1|p' "$work/out")
  if [ -n "$url" ] && curl -fsS -o /dev/null "$url/readyz" 2>/dev/null; then break; fi
  if ! kill -0 "$server" 2>/dev/null; then cat "$work/err"; exit 1; fi
  sleep 0.5
done
if [ -z "$url" ]; then echo "the demonstration did not start in time"; exit 1; fi

curl -fsS "$url/api/v1/openapi.json" -o "$work/openapi.json"
timeout 120 "$spectral" lint --fail-severity=hint --ruleset scripts/spectral.yaml "$work/openapi.json"

# Not checked: that everything outside the document is refused (an empty parameter
# counts as absent, as forms send it) and everything inside accepted (no schema tells
# the cursors of a question, or the values that one reads as numbers).
cd "$work"
timeout 400 "$schemathesis" run "$url/api/v1/openapi.json" --no-color --seed 1 --max-examples "${EXAMPLES:-40}" \
  --checks all --exclude-checks negative_data_rejection,positive_data_acceptance --max-response-time 5 --request-timeout 20 >"$work/schemathesis.txt" 2>&1 ||
  { cut -c1-400 "$work/schemathesis.txt" | tail -200; exit 1; }
tail -12 "$work/schemathesis.txt" | cut -c1-200
