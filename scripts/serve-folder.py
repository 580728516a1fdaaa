#!/usr/bin/env python3
"""Serves a folder on a free loopback port, prints the port, logs each request.

    serve-folder.py FOLDER LOGFILE
"""
import functools
import http.server
import sys

folder, log_path = sys.argv[1:3]
log = open(log_path, "a", encoding="utf-8", buffering=1)


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, form, *args):
        log.write(f"{self.command} {self.path} {args[1] if len(args) > 1 else ''}\n")


handler = functools.partial(Handler, directory=folder)
with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
