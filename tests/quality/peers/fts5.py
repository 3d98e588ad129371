# SPDX-License-Identifier: GPL-2.0-or-later
"""SQLite FTS5 with one of its tokenizers, ordered by its bm25()."""
import sqlite3

TOKENIZERS = {"unicode61": "unicode61", "porter": "porter unicode61", "trigram": "trigram"}


class Fts5:
    def __init__(self, tokenizer):
        self.database = sqlite3.connect(":memory:")
        self.database.execute(
            f"CREATE VIRTUAL TABLE papers USING fts5(id UNINDEXED, title, body, tokenize='{TOKENIZERS[tokenizer]}')")

    def index(self, papers):
        self.database.executemany("INSERT INTO papers VALUES (?, ?, ?)", papers)

    def search_all(self, texts, depth):
        return [self.search(text, depth) for text in texts]

    def search(self, text, depth):
        # A string is always a phrase of its tokens: text-to-speech, too.
        words = " OR ".join('"' + word.replace('"', "") + '"' for word in text.split() if word.strip('"'))
        rows = self.database.execute(
            "SELECT id FROM papers WHERE papers MATCH ? ORDER BY bm25(papers, 0, 2, 1) LIMIT ?", (words, depth))
        return [row[0] for row in rows]
