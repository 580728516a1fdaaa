#!/usr/bin/env bash
# Proves the programs on the real portals and labelled pages of ../shared:
# scores of extraction against their floors, a crawl of each portal with a
# kill -9 in the middle, WARC files that an independent reader accepts, and the
# look-ups that must come first. Usage: scripts/prove-shared.sh WORKDIR
set -euo pipefail
cd "$(dirname "$0")/.."
work=$1
shared=$(cd .. && pwd)/shared
if [ ! -d "$shared" ]; then echo "skipped: ../shared is absent"; [ -z "${TRACUU_REQUIRE:-}" ]; exit; fi
fail() { echo "FAILED: $*"; exit 1; }

echo "-- extraction scores"
bin/crawler extract --format jsonl "$shared"/sites "$shared"/eval/extraction/pages "$shared"/seed >"$work/extracted.jsonl"
python3 "$shared/eval/score.py" "$shared/eval/extraction/labels.jsonl" "$work/extracted.jsonl" | tee "$work/score.txt"
floor() { # field column minimum
  awk -v f="$1" -v c="$2" -v m="$3" '$1==f { for (i=1;i<NF;i++) if ($i==c) { seen=1; if ($(i+1)+0 < m) exit 1 } } END { exit !seen }' "$work/score.txt" ||
    fail "$1 $2 is below $3"
}
floor numbers F1 0.985
floor issued F1 0.97
floor dates F1 0.96
floor title F1 0.98
floor published F1 0.98
floor targets F1 0.85
floor targets.value recall 0.93
floor targets.due recall 0.90
floor relations F1 0.83
floor assignments F1 0.78

echo "-- gains and losses of extraction"
cp docs/ACCURACY.md "$work/ACCURACY.md" # the section of attachments is not measured here
bin/crawler evaluate extraction --labels "$shared/eval/extraction/labels.jsonl" --pages "$shared/sites" --pages "$shared/eval/extraction/pages" \
  --pages "$shared/seed" --write "$work/ACCURACY.md" | tail -n 20 || fail "findings were lost against testdata/extraction-baseline.json"
diff -u docs/ACCURACY.md "$work/ACCURACY.md" || fail "docs/ACCURACY.md is out of date: make accuracy"

for site in krongno dakrlap sotaichinh; do
  echo "-- crawl of $site"
  data=$work/$site
  mkdir -p "$data"
  python3 -u scripts/serve-folder.py "$shared/sites/$site" "$data/server.log" >"$data/port" &
  server=$!
  for _ in $(seq 50); do [ -s "$data/port" ] && break; sleep 0.1; done
  url=http://127.0.0.1:$(cat "$data/port")/
  bin/crawler crawl "$url" --data "$data" --allow-private >/dev/null 2>&1 &
  crawler=$!
  sleep 0.7
  kill -9 "$crawler" 2>/dev/null || true
  wait "$crawler" 2>/dev/null || true
  bin/crawler crawl "$url" --data "$data" --allow-private 2>>"$data/crawl.log" | tail -n 1 | tee "$data/summary.txt"
  before=$(wc -l <"$data/server.log")
  bin/crawler crawl "$url" --data "$data" --allow-private 2>>"$data/crawl.log" | tail -n 1
  after=$(wc -l <"$data/server.log")
  kill "$server"
  wait "$server" 2>/dev/null || true
  [ "$after" -le $((before + 1)) ] || fail "$site: a finished crawl asked for $((after - before)) addresses again"
  bin/crawler archive verify --data "$data" >/dev/null || fail "$site: the archive does not verify"
  if command -v warcio >/dev/null; then
    warcio check -v "$data"/archive/*.warc.gz >"$data/warcio.txt" || fail "$site: warcio check"
    if grep -q 'no digest' "$data/warcio.txt"; then fail "$site: a record has no digest"; fi
  fi
done

echo "-- ranking of questions"
for fold in "" --fold; do
  # shellcheck disable=SC2086 # $fold is one flag or none
  bin/search evaluate retrieval --corpus "$shared/eval/retrieval/corpus.jsonl" --queries "$shared/eval/retrieval/queries.jsonl" \
    --qrels "$shared/eval/retrieval/qrels.tsv" --run "$work/run.trec" $fold | tee "$work/rank.txt"
  awk '$1 == "nDCG@10" { seen = 1; if ($2 < 0.936) exit 1 } END { exit !seen }' "$work/rank.txt" || fail "nDCG@10 $fold is below 0.936"
done

echo "-- look-up by sloppy numbers"
bin/search evaluate lookup --register "$shared/registers/binhduong.csv" --place "tỉnh Bình Dương" 2>/dev/null | tee "$work/lookup.txt"
awk '$1 == "success@1" { seen = 1; if ($2 < 0.99) exit 1 } END { exit !seen }' "$work/lookup.txt" || fail "success@1 of look-up is below 0.99"

echo "-- what must come first"
first() { bin/search query --data "$work/krongno" "$1" 2>/dev/null | head -n 1; }
want='Thực hiện Phong trào Chống rác thải nhựa trên địa bàn tỉnh Đắk Nông'
for q in '613 kh ubnd' 'chong rac thai nhua'; do
  got=$(first "$q")
  [ "$got" = "$want" ] || fail "query '$q' shows '$got' first"
  echo "$q: $got"
done
