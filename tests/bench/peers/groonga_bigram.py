# SPDX-License-Identifier: GPL-2.0-or-later
"""Groonga with TokenBigram, through its own program."""
import json
import os

from groonga import COLUMNS, SCHEMA

from .engine import Engine, Run


def number(date):
    return int(date.replace("-", "") or 0)


def quoted(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def select(query):
    """The command; without the cache of answers, which would answer instead."""
    words = [f'"{word}"' for word in (query.phrase, *query.words) if word] + [f"{p}*" for p in query.prefixes]
    arguments = {"match_columns": COLUMNS, "query": " OR ".join(words), "sort_keys": "-_score", "limit": "10",
                 "output_columns": "_key,date,votes,title,snippet_html(body)", "cache": "no"}
    filters = [f"votes >= {query.min_votes}"] if query.min_votes else []
    if query.since:
        filters.append(f"between(date, {number(query.since)}, 'include', {number(query.until)}, 'include')")
    if filters:
        arguments["filter"] = " && ".join(filters).replace("'", '"')
    return "select Papers " + " ".join(f"--{name} {quoted(value)}" for name, value in arguments.items())


class Groonga(Engine):
    name = "Groonga TokenBigram"
    package = "groonga-bin"
    programs = ("groonga",)
    library = "ask_groonga"

    def prepare(self):
        schema = SCHEMA + "".join(f"column_create Papers {name} COLUMN_SCALAR Int32\n" for name in ("date", "votes"))
        self.write("all", schema, self.archive.papers)
        self.write("before", schema, self.archive.before())
        self.write("day", "", self.archive.day())

    def write(self, name, schema, papers):
        rows = [{"_key": paper.id, "date": number(paper.date), "votes": paper.votes, "title": paper.title,
                 "body": paper.body} for paper in papers]
        with open(self.path(name), "w", encoding="utf-8") as out:
            out.write(schema + "load --table Papers\n" + json.dumps(rows, ensure_ascii=False) + "\n")

    def path(self, name):
        return os.path.join(self.folder, name + ".grn")

    def index_all(self, index):
        os.makedirs(index)
        return [Run(["groonga", "-n", os.path.join(index, "db")], self.path("all"))]

    def index_before(self, index):
        os.makedirs(index)
        return [Run(["groonga", "-n", os.path.join(index, "db")], self.path("before"))]

    def index_day(self, index):
        return [Run(["groonga", os.path.join(index, "db")], self.path("day"))]

    def ask(self, index, query):
        return Run(["groonga", os.path.join(index, "db"), select(query)])

    def found(self, output, status):
        answer = json.loads(output)
        return answer[0][0] == 0 and answer[1][0][0][0] > 0

    def inside(self, index):
        return super().inside(os.path.join(index, "db"))

    def line(self, query):
        return select(query)
