#!/usr/bin/env python3
"""OpenSearch over HTTP on 127.0.0.1, at the port in OPENSEARCH_PORT. Configurations: standard,
shingle (folded words, and 2-syllable shingles in a field of their own)."""
import http.client
import json
import os
import unicodedata

import common

PORT = int(os.environ["OPENSEARCH_PORT"])
connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=120)


def call(method, path, body=None):
    data = None if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    kind = "application/x-ndjson" if path.endswith("_bulk") else "application/json"
    connection.request(method, path, data, {"Content-Type": kind})
    answer = connection.getresponse()
    raw = answer.read()
    if answer.status >= 400:
        raise RuntimeError(f"{method} {path}: {answer.status} {raw[:400]!r}")
    return json.loads(raw)


def settings(config):
    fold = {"tokenizer": "standard", "filter": ["lowercase", "dd", "asciifolding"]}
    pairs = {"tokenizer": "standard", "filter": ["lowercase", "dd", "asciifolding", "pairs"]}
    analysis = {
        "analyzer": {"fold": fold, "pairs": pairs},
        "filter": {"dd": {"type": "asciifolding"},
                   "pairs": {"type": "shingle", "min_shingle_size": 2, "max_shingle_size": 2, "output_unigrams": False}},
    }
    field = {"type": "text", "analyzer": "standard"}
    if config == "shingle":
        field = {"type": "text", "analyzer": "fold", "fields": {"pairs": {"type": "text", "analyzer": "pairs"}}}
    return {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1", "analysis": analysis},
            "mappings": {"properties": {"title": field, "body": field}}}


def index(config, corpus, folder):
    del folder
    name = f"bench-{config}"
    try:
        call("DELETE", f"/{name}")
    except RuntimeError:
        pass
    call("PUT", f"/{name}", settings(config))
    lines, size = [], 0
    for i, t, b in common.records(corpus):
        nfc = [unicodedata.normalize("NFC", s) for s in (t, b)]
        lines += [json.dumps({"index": {"_id": i}}), json.dumps({"title": nfc[0], "body": nfc[1]}, ensure_ascii=False)]
        size += len(b)
        if size > 2_000_000:
            bulk(name, lines)
            lines, size = [], 0
    bulk(name, lines)
    call("POST", f"/{name}/_refresh")
    call("POST", f"/{name}/_forcemerge?max_num_segments=1")
    call("POST", f"/{name}/_refresh")


def bulk(name, lines):
    if lines and call("POST", f"/{name}/_bulk", ("\n".join(lines) + "\n").encode())["errors"]:
        raise RuntimeError("a bulk request failed in part")


def opened(config, folder):
    del folder
    fields = ["title", "body"] + (["title.pairs", "body.pairs"] if config == "shingle" else [])

    def search(text, depth):
        text = unicodedata.normalize("NFC", text)
        answer = call("POST", f"/bench-{config}/_search", {
            "size": depth, "_source": False, "query": {"multi_match": {"query": text, "fields": fields, "type": "most_fields"}},
            "highlight": {"fields": {"body": {}}},
        })
        return [(h["_id"], h["_score"]) for h in answer["hits"]["hits"]]
    return search


common.main(index, opened)
