# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite FTS5, through the sqlite3 shell, ranked by bm25()."""
import os

from fts5 import TOKENIZERS

from .engine import Engine, Run


def literal(text):
    return "'" + str(text).replace("'", "''").replace("\0", "") + "'"


def match(query):
    """What FTS5 matches: any of the words, each a phrase of its tokens."""
    strings = [f'"{word}"' for word in (query.phrase, *query.words) if word]
    strings += [f'"{prefix}" *' for prefix in query.prefixes]
    return " OR ".join(strings)


# The title counts twice. Ordered by "rank", FTS5 sorts by itself and snippets are made of ten
# papers alone; ordered by the function, as many write it, they are made of all.
BY_RANK = "rank MATCH 'bm25(0, 0, 0, 2, 1)'", "rank"
BY_BM25 = "1", "bm25(papers, 0, 0, 0, 2, 1)"


def select(query, order=BY_RANK):
    condition, by = order
    conditions = [f"papers MATCH {literal(match(query))}", condition]
    if query.min_votes:
        conditions.append(f"CAST(votes AS INTEGER) >= {query.min_votes}")
    if query.since:
        conditions.append(f"date BETWEEN {literal(query.since)} AND {literal(query.until)}")
    return ("SELECT id, date, votes, title, snippet(papers, -1, '<b>', '</b>', '...', 32) FROM papers WHERE "
            + " AND ".join(conditions) + f" ORDER BY {by} LIMIT 10;")


class Fts5(Engine):
    package = "sqlite3"
    programs = ("sqlite3",)
    library = "ask_fts5"
    tokenizer = ""
    order = BY_RANK

    def prepare(self):
        create = ("CREATE VIRTUAL TABLE papers USING fts5(id UNINDEXED, date UNINDEXED, votes UNINDEXED, "
                  f"title, body, tokenize='{TOKENIZERS[self.tokenizer]}');\n")
        self.write("all", create, self.archive.papers)
        self.write("before", create, self.archive.before())
        self.write("day", "", self.archive.day())

    def write(self, name, create, papers):
        with open(self.path(name), "w", encoding="utf-8") as out:
            out.write(create + "BEGIN;\n")
            for paper in papers:
                values = (paper.id, paper.date, paper.votes, paper.title, paper.body)
                out.write(f"INSERT INTO papers VALUES ({', '.join(map(literal, values))});\n")
            out.write("COMMIT;\n")

    def path(self, name):
        return os.path.join(self.folder, name + ".sql")

    def remove(self, index):
        if os.path.exists(index):
            os.remove(index)

    def copy(self, index, to):
        with open(index, "rb") as source, open(to, "wb") as out:
            out.write(source.read())

    def index_all(self, index):
        return [Run(["sqlite3", "-bail", index], self.path("all"))]

    def index_before(self, index):
        return [Run(["sqlite3", "-bail", index], self.path("before"))]

    def index_day(self, index):
        return [Run(["sqlite3", "-bail", index], self.path("day"))]

    def ask(self, index, query):
        return Run(["sqlite3", "-readonly", index, select(query, self.order)])

    def line(self, query):
        return select(query, self.order)


class Unicode61(Fts5):
    name = "FTS5 unicode61"
    tokenizer = "unicode61"


class Trigram(Fts5):
    name = "FTS5 trigram"
    tokenizer = "trigram"


class Unicode61ByBm25(Unicode61):
    name = "FTS5 unicode61, ORDER BY bm25()"
    has_index = False
    index_name = Unicode61.__name__
    order = BY_BM25
