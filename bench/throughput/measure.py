#!/usr/bin/env python3
"""Measures the whole pipeline against Scrapy + trafilatura on the saved sites.

    measure.py WORKDIR [SITE ...]

Each site of ../shared/sites is served on loopback without delay and crawled by
both, one after the other, into fresh folders; then the archive is read again.
The very first crawl also compiles PDFium, once for a machine; it has a row of
its own, and the compiled code is given to the folders after it.
Prints a table in Markdown: HTML pages a second, CPU
milliseconds a page (the crawler's and its children's, not the server's), peak
memory. Run it in a Python that has scrapy and trafilatura.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SITES = ROOT.parent / "shared" / "sites"


def timed(args):
    """Runs a command; gives its wall seconds, CPU seconds and peak MB."""
    began = time.monotonic()
    process = subprocess.Popen(args, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{args[0]} failed with {process.returncode}: {complaint[-2000:].decode(errors='replace')}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def serve(site, work):
    """Starts a server; gives it and the address of its root."""
    server = subprocess.Popen([work / "serve", SITES / site, work / f"{site}.log"], stdout=subprocess.PIPE, text=True)
    return server, f"http://127.0.0.1:{server.stdout.readline().strip()}/"


def ours(site, work, bin_, warm=None):
    """Crawls with tracuu; gives what was served and what it took."""
    data = work / f"{site}.data"
    shutil.rmtree(data, ignore_errors=True)
    if warm:
        shutil.copytree(warm, data / "cache")
    server, url = serve(site, work)
    try:
        took = timed([bin_, "crawl", url, "--data", data, "--allow-private", "--scan-time", "0s"])
    finally:
        server.kill()
        server.wait()
    return served(work / f"{site}.log"), took


def served(log):
    """Counts the HTML pages that a server answered with 200, and their MB."""
    sizes = {}
    for line in log.read_text().splitlines():
        status, size, media, path = line.split("\t")
        if status == "200" and media.startswith("text/html"):
            sizes[path] = int(size)
    return len(sizes), sum(sizes.values()) / 1e6


def peer(site, work):
    """Crawls with the spider; gives what was served and what it took."""
    out = work / f"{site}.jsonl"
    server, url = serve(site, work)
    try:
        took = timed([sys.executable, HERE / "spider.py", url, out])
    finally:
        server.kill()
        server.wait()
    return served(work / f"{site}.log"), took


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    work = pathlib.Path(sys.argv[1])
    work.mkdir(parents=True, exist_ok=True)
    bin_ = work / "crawler"
    env = dict(os.environ, CGO_ENABLED="0")
    subprocess.run(["go", "build", "-o", bin_, "./cmd/crawler"], cwd=ROOT, env=env, check=True)
    subprocess.run(["go", "build", "-o", work / "serve", "./bench/throughput/serve"], cwd=ROOT, env=env, check=True)
    print("| site | pipeline | pages | s | pages/s | MB/s | CPU ms a page | peak MB |\n|---|---|--:|--:|--:|--:|--:|--:|", flush=True)

    def row(site, name, amount, took):
        (pages, size), (wall, cpu, peak) = amount, took
        print(f"| {site} | {name} | {pages} | {wall:.1f} | {pages / wall:.0f} | {size / wall:.1f} | {1000 * cpu / max(pages, 1):.1f} | {peak:.0f} |", flush=True)
        return pages / wall

    sites = sys.argv[2:] or ["krongno", "dakrlap", "sotaichinh"]
    warm = work / "cache"
    shutil.rmtree(warm, ignore_errors=True)
    row(sites[0], "tracuu, first run on a machine", *ours(sites[0], work, bin_))
    shutil.copytree(work / f"{sites[0]}.data" / "cache", warm)
    for site in sites:
        amount, took = ours(site, work, bin_, warm)
        ours_rate = row(site, "tracuu: archive, files, facts, store", amount, took)
        peer_rate = row(site, "Scrapy + trafilatura", *peer(site, work))
        data = work / f"{site}.data"
        row(site, "tracuu reextract", amount, timed([bin_, "reextract", "--data", data]))
        print(f"| {site} | ratio | | | {ours_rate / peer_rate:.1f} × | | | |", flush=True)


if __name__ == "__main__":
    main()
