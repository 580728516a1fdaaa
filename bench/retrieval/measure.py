#!/usr/bin/env python3
"""Runs every engine over the same sets and prints one table. See README.md.

    measure.py WORKDIR [--only NAME,NAME] [--quality-only]
"""
import argparse
import json
import math
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

import common

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"
SET = SHARED / "eval" / "retrieval"

ENGINES = {  # name in the table: command before the step
    "tracuu": ["{work}/speed", "tracuu"],
    "Bleve, standard analyzer, default mapping": ["{work}/speed", "bleve"],
    "SQLite FTS5, default": [sys.executable, HERE / "fts5.py", "default"],
    "SQLite FTS5, folded": [sys.executable, HERE / "fts5.py", "fold"],
    "SQLite FTS5, folded words and phrases": [sys.executable, HERE / "fts5.py", "expert"],
    "tantivy, default": [sys.executable, HERE / "tantivy_peer.py", "default"],
    "tantivy, ascii_fold": [sys.executable, HERE / "tantivy_peer.py", "fold"],
    "OpenSearch, standard": [sys.executable, HERE / "opensearch.py", "standard"],
    "OpenSearch, fold + shingle field": [sys.executable, HERE / "opensearch.py", "shingle"],
}


class Server:
    """The OpenSearch node, whose CPU and memory are counted from /proc."""

    def __init__(self, work):
        self.port, self.data = "9251", work / "opensearch"
        shutil.rmtree(self.data, ignore_errors=True)
        env = dict(os.environ, OPENSEARCH_LIB=os.environ.get("OPENSEARCH_LIB", str(work / "opensearch-lib")))
        started = subprocess.run([SHARED / "engines/opensearch/start.sh", self.port, self.data, "1g"],
                                 env=env, check=True, stdout=subprocess.PIPE, text=True)
        self.pid = int(started.stdout.split()[-1])
        os.environ["OPENSEARCH_PORT"] = self.port

    def cpu(self):
        f = pathlib.Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(f[11]) + int(f[12])) / os.sysconf("SC_CLK_TCK")

    def peak(self):
        for line in pathlib.Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0.0

    def stop(self):
        os.kill(self.pid, 15)


def run(command, server):
    """Runs a command; gives wall and CPU seconds and peak MB, the server's included."""
    before = server.cpu() if server else 0
    start = time.perf_counter()
    child = subprocess.Popen([str(c) for c in command])
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    cpu = used.ru_utime + used.ru_stime + (server.cpu() - before if server else 0)
    return wall, cpu, server.peak() if server else used.ru_maxrss / 1024


def size(folder):
    return sum(f.stat().st_size for f in pathlib.Path(folder).rglob("*") if f.is_file()) / 1e6


def ndcg(run_file, depth=10):
    """nDCG@10 of a run over all judged questions, written apart from the one in Go."""
    grades, found = {}, {}
    for line in open(SET / "qrels.tsv", encoding="utf-8"):
        q, record, g = line.rstrip("\n").split("\t")
        grades.setdefault(q, {})[record] = int(g)
    for line in open(run_file, encoding="utf-8"):
        f = line.rstrip("\n").split("\t" if "\t" in line else " ")
        found.setdefault(f[0], []).append((int(f[3]), f[2]))
    total = 0.0
    for q, g in grades.items():
        gain = sum((2 ** g.get(r, 0) - 1) / math.log2(n + 1) for n, (_, r) in enumerate(sorted(found.get(q, []))[:depth], 1))
        best = sum((2 ** x - 1) / math.log2(n + 1) for n, x in enumerate(sorted(g.values(), reverse=True)[:depth], 1))
        total += gain / best
    return total / len(grades)


def percentiles(path):
    t = sorted(float(x) for x in open(path))
    return " / ".join(f"{t[min(len(t) - 1, int(len(t) * p))]:.1f}" for p in (0.50, 0.95, 0.99))


def write_questions(path, pairs):
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps({"id": i, "text": t}, ensure_ascii=False) + "\n" for i, t in pairs)


def prepare(work):
    """Folded questions, and 28 and 5 neighbouring words cut from questions."""
    asked = common.questions(SET / "queries.jsonl")
    write_questions(work / "typed.jsonl", asked)
    write_questions(work / "folded.jsonl", [(i, common.fold(t)) for i, t in asked])
    draw = random.Random(7)
    for count in (28, 5):
        cut = []
        for i, text in asked:
            ws = text.split()
            if len(ws) >= count:
                at = draw.randrange(len(ws) - count + 1)
                cut.append((i, " ".join(ws[at:at + count])))
        write_questions(work / f"words{count}.jsonl", cut)
    phapdien = work / "phapdien.jsonl"
    if not phapdien.exists():
        with open(phapdien, "wb") as out:
            subprocess.run(["zstd", "-dc", SHARED / "corpus/phapdien.jsonl.zst"], stdout=out, check=True)
    text = sum(len((t + b).encode()) for _, t, b in common.records(phapdien)) / 1e6
    subprocess.run(["go", "build", "-o", work / "speed", "./bench/retrieval/speed"], cwd=ROOT, check=True)
    return phapdien, text


def measured(name, work, phapdien, text, quality_only):
    server = Server(work) if name.startswith("OpenSearch") else None
    command = [str(c).format(work=work) for c in ENGINES[name]]
    index = work / "index"
    row = {"engine": name}
    try:
        shutil.rmtree(index, ignore_errors=True)
        run(command + ["index", SET / "corpus.jsonl", index], server)
        for mode in ("typed", "folded"):
            run(command + ["query", SET / "corpus.jsonl", index, work / f"{mode}.jsonl", "10", work / "run", work / "times"], server)
            row[mode] = f"{ndcg(work / 'run'):.3f}"
        if quality_only:
            return row
        shutil.rmtree(index, ignore_errors=True)
        wall, cpu, peak = run(command + ["index", phapdien, index], server)
        row.update(wall=f"{text / wall:.1f}", cpu=f"{text / cpu:.1f}", peak=f"{peak:.0f}", size=f"{size(server.data if server else index):.0f}")
        for count in (5, 28):
            run(command + ["query", phapdien, index, work / f"words{count}.jsonl", "10", work / "run", work / "times"], server)
            row[f"w{count}"] = percentiles(work / "times")
        return row
    finally:
        if server:
            server.stop()


def main():
    args = argparse.ArgumentParser()
    args.add_argument("work", type=pathlib.Path)
    args.add_argument("--only", default="", help="names of engines begin with one of these, parted by commas")
    args.add_argument("--quality-only", action="store_true")
    args = args.parse_args()
    args.work = args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    phapdien, text = prepare(args.work)
    only = tuple(args.only.split(",")) if args.only else ("",)
    columns = ["engine", "typed", "folded", "wall", "cpu", "peak", "size", "w5", "w28"]
    print(f"text with titles {text:.1f} MB; load before {os.getloadavg()[0]:.2f}\n")
    print("| engine | nDCG@10 typed | folded | index MB/s | MB per CPU s | peak MB | index MB | 5 words p50 / p95 / p99 ms | 28 words |")
    print("|---" * len(columns) + "|", flush=True)
    for name in ENGINES:
        if name.startswith(only):
            row = measured(name, args.work, phapdien, text, args.quality_only)
            print("| " + " | ".join(row.get(c, "") for c in columns) + " |", flush=True)
    print(f"\nload after {os.getloadavg()[0]:.2f}")


main()
