#!/usr/bin/env python3
"""tantivy (PyPI). Configurations: default, fold (its ascii_fold filter)."""
import os

import tantivy

import common


def schema(config):
    b = tantivy.SchemaBuilder()
    b.add_text_field("id", stored=True, tokenizer_name="raw")
    name = "folded" if config == "fold" else "default"
    b.add_text_field("title", stored=True, tokenizer_name=name)
    b.add_text_field("body", stored=True, tokenizer_name=name)
    return b.build()


def register(index):
    index.register_tokenizer("folded", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
                             .filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.ascii_fold()).build())
    return index


def index(config, corpus, folder):
    os.makedirs(folder)
    x = register(tantivy.Index(schema(config), path=folder))
    w = x.writer(heap_size=128_000_000, num_threads=2)
    for i, t, b in common.records(corpus):
        w.add_document(tantivy.Document(id=i, title=t, body=b))
    w.commit()
    w.wait_merging_threads()


def opened(config, folder):
    x = register(tantivy.Index.open(folder))
    shape = schema(config)
    searcher = x.searcher()

    def search(text, depth):
        # words only: its query language has operators of its own
        query = x.parse_query(" ".join(common.words(text)), ["title", "body"])
        snippets = tantivy.SnippetGenerator.create(searcher, query, shape, "body")
        found = []
        for score, address in searcher.search(query, depth).hits:
            doc = searcher.doc(address)
            snippets.snippet_from_doc(doc).to_html()
            found.append((doc["id"][0], score))
        return found
    return search


common.main(index, opened)
