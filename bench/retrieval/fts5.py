#!/usr/bin/env python3
"""SQLite FTS5. Configurations: default (unicode61), fold (diacritics and đ folded by the client),
expert (folded words, and pairs of neighbours as phrases, OR-ed)."""
import os
import sqlite3

import common


def text_for(config, text):
    return text if config == "default" else common.fold(text)


def index(config, corpus, folder):
    os.makedirs(folder)
    db = sqlite3.connect(f"{folder}/fts.db")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(id UNINDEXED, title, body)")
    db.executemany("INSERT INTO t VALUES (?, ?, ?)",
                   ((i, text_for(config, t), text_for(config, b)) for i, t, b in common.records(corpus)))
    db.execute("INSERT INTO t(t) VALUES ('optimize')")
    db.commit()
    db.close()


def opened(config, folder):
    db = sqlite3.connect(f"{folder}/fts.db")

    def search(text, depth):
        ws = common.words(text_for(config, text))
        terms = [f'"{w}"' for w in dict.fromkeys(ws)]
        if config == "expert":
            terms += [f'"{a} {b}"' for a, b in dict.fromkeys(zip(ws, ws[1:]))]
        if not terms:
            return []
        rows = db.execute(
            "SELECT id, -bm25(t), snippet(t, 2, '[', ']', '…', 40) FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT ?",
            (" OR ".join(terms), depth))
        return [(r[0], r[1]) for r in rows]
    return search


common.main(index, opened)
