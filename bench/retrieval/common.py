"""What every peer shares: reading a plain corpus, folding, writing runs and times."""
import json
import re
import sys
import time
import unicodedata


def records(path):
    """Yields (id, title, text); the first of two records with one id counts."""
    seen = set()
    with open(path, encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            if r["id"] not in seen:
                seen.add(r["id"])
                yield r["id"], r["title"] or "", r["text"] or ""


def questions(path):
    with open(path, encoding="utf-8") as f:
        return [(q["id"], q["text"]) for q in map(json.loads, f)]


def fold(text):
    """Lower case without diacritics, đ as d."""
    text = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in text if not unicodedata.combining(c)).replace("đ", "d")


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text.lower()))


def ask(search, argv):
    """argv: QUESTIONS DEPTH RUN TIMES. search(text, depth) gives (id, score) pairs.
    Every question is asked once to warm up and once against the clock."""
    asked, depth, run, times = questions(argv[0]), int(argv[1]), argv[2], argv[3]
    for _, text in asked:
        search(text, depth)
    with open(run, "w", encoding="utf-8") as out, open(times, "w", encoding="utf-8") as clock:
        for qid, text in asked:
            start = time.perf_counter()
            hits = search(text, depth)
            clock.write(f"{(time.perf_counter() - start) * 1000:.3f}\n")
            for rank, (record, score) in enumerate(hits, 1):
                out.write(f"{qid}\tQ0\t{record}\t{rank}\t{score}\tbench\n")


def main(index, opened):
    """index(config, corpus, folder); opened(config, folder) gives search."""
    config, step, corpus, folder, *rest = sys.argv[1:]
    if step == "index":
        index(config, corpus, folder)
    else:
        ask(opened(config, folder), rest)
