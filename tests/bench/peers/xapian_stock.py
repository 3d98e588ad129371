# SPDX-License-Identifier: GPL-2.0-or-later
"""Xapian's own programs: scriptindex and omindex to index, quest to ask."""
import os

from .engine import Engine, Run

SCRIPT = """id : boolean=Q unique=Q field
title : field index
date : field
votes : field
body : field index
"""


class ScriptIndex(Engine):
    """Asked with quest, which has no snippets, and no filters of numbers or dates."""
    name = "Xapian scriptindex, quest"
    package = "xapian-omega"
    programs = ("scriptindex", "quest")
    library = "ask_xapian"

    def prepare(self):
        with open(self.path("script"), "w", encoding="utf-8") as out:
            out.write(SCRIPT)
        self.write("all", self.archive.papers)
        self.write("before", self.archive.before())
        self.write("day", self.archive.day())

    def write(self, name, papers):
        with open(self.path(name), "w", encoding="utf-8") as out:
            for paper in papers:
                body = paper.body.replace("\n", " ")
                out.write(f"id={paper.id}\ntitle={paper.title}\ndate={paper.date}\nvotes={paper.votes}\n"
                          f"body={body}\n\n")

    def path(self, name):
        return os.path.join(self.folder, "papers." + name)

    def run(self, index, name):
        return [Run(["scriptindex", index, self.path("script"), self.path(name)])]

    def index_all(self, index):
        return self.run(index, "all")

    def index_before(self, index):
        return self.run(index, "before")

    def index_day(self, index):
        return self.run(index, "day")

    def ask(self, index, query):
        line = self.line(query)
        return None if line is None else Run(["quest", "-d", index, "-m", "10", "-f", "default,wildcard", line])

    def line(self, query):
        if query.kind == "filter":
            return None
        words = [f'"{query.phrase}"'] * bool(query.phrase) + [*query.words] + [f"{p}*" for p in query.prefixes]
        return " ".join(words)

    def found(self, output, status):
        return status == 0 and b"MSet:" in output and not output.rstrip().endswith(b"MSet:")


class OmIndex(Engine):
    """Indexes the plain text of the papers, one file each."""
    name = "Xapian omindex"
    programs = ("omindex",)

    def index_all(self, index):
        return [Run(["omindex", "--db", index, "--url", "/", self.archive.texts])]

    def index_day(self, index):
        return self.index_all(index)

    def index_again(self, index):
        return self.index_all(index)
