#!/usr/bin/env bash
# Prints nDCG@10 with each feature of the ranking left out, by a build overlay of
# data/rules/ranking.txt: no switch in the program is needed.
# Usage: ablate.sh WORKDIR [more flags of evaluate retrieval, as --distractors FILE]
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$1
shift
mkdir -p "$work"
set_=$(cd .. && pwd)/shared/eval/retrieval
rules=data/rules/ranking.txt

evaluate() { # name, rules file, more flags
  local name=$1 file=$2
  shift 2
  printf '{"Replace":{"%s":"%s"}}' "$PWD/$rules" "$file" >"$work/overlay.json"
  go build -overlay "$work/overlay.json" -o "$work/search-ablated" ./cmd/search
  "$work/search-ablated" evaluate retrieval --corpus "$set_/corpus.jsonl" --queries "$set_/queries.jsonl" \
    --qrels "$set_/qrels.tsv" --run "$work/ablated-$name.trec" "$@" >"$work/ablated.txt"
  printf '%-14s %s\n' "$name" "$(awk '$1=="nDCG@10" && NF==5 {print $2, $3, $4} / against the baseline: /{sub(/.*gain/, "gain"); sub(/;.*/, ""); print}' "$work/ablated.txt" | paste -sd' ')"
}

evaluate all "$PWD/$rules" "$@"
grep -v '^#' "$rules" | cut -d'|' -f1 | tr -d ' ' | sort -u | while read -r feature; do
  [ -n "$feature" ] || continue
  awk -F' *[|] *' -v OFS=' | ' -v f="$feature" '$1==f && !/^#/ {$2="0"} 1' "$rules" >"$work/ranking-$feature.txt"
  evaluate "$feature" "$work/ranking-$feature.txt" --baseline "$work/ablated-all.trec" "$@" </dev/null
done
