#!/usr/bin/env bash
# Runs every fuzz target of the module for the given time (20s).
set -euo pipefail
cd "$(dirname "$0")/.."
time=${1:-20s}
grep -rl --include='*_test.go' '^func Fuzz' internal cmd 2>/dev/null | while read -r file; do
  pkg=./$(dirname "$file")
  grep -o '^func Fuzz[A-Za-z0-9_]*' "$file" | cut -d' ' -f2 | while read -r target; do
    echo "$pkg $target"
    go test "$pkg" -run '^$' -fuzz "^$target\$" -fuzztime "$time" </dev/null | tail -n 1
  done
done
