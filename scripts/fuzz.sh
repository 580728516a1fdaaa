#!/usr/bin/env bash
# Runs every fuzz target of the module for the given time (20s), each on one
# core, as many side by side as there are cores.
set -euo pipefail
cd "$(dirname "$0")/.."
export time=${1:-20s}
one() { # package target
  if out=$(go test "$1" -run '^$' -fuzz "^$2\$" -fuzztime "$time" -parallel 1 2>&1 </dev/null); then
    echo "$1 $2: $(tail -n 1 <<<"$out")"
  else
    printf '%s %s FAILED\n%s\n' "$1" "$2" "$out"
    return 1
  fi
}
export -f one
grep -r --include='*_test.go' -o '^func Fuzz[A-Za-z0-9_]*' internal cmd |
  sed -E 's|^(.*)/[^/]*:func (.*)$|./\1 \2|' |
  xargs -P "$(nproc)" -L 1 bash -c 'one "$@"' fuzz
