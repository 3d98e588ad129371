# SPDX-License-Identifier: GPL-2.0-or-later
"""Groonga with TokenBigram, ordered by its TF-IDF scorer (it has no BM25)."""
import json
import os
import shutil
import subprocess
import tempfile

SCHEMA = """table_create Papers TABLE_HASH_KEY ShortText
column_create Papers title COLUMN_SCALAR ShortText
column_create Papers body COLUMN_SCALAR LongText
table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto
column_create Terms title COLUMN_INDEX|WITH_POSITION Papers title
column_create Terms body COLUMN_INDEX|WITH_POSITION Papers body
"""
COLUMNS = "scorer_tf_idf(title) * 2 || scorer_tf_idf(body)"


class Groonga:
    def __init__(self):
        if shutil.which("groonga") is None:
            raise FileNotFoundError("no program groonga")
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "papers")

    def run(self, commands, *options):
        """One JSON answer a command."""
        done = subprocess.run(["groonga", *options, self.path], input=commands, capture_output=True, text=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def index(self, papers):
        rows = [{"_key": paper_id, "title": title, "body": body} for paper_id, title, body in papers]
        load = "load --table Papers\n" + json.dumps(rows, ensure_ascii=False) + "\n"
        for answer in self.run(SCHEMA + load, "-n"):
            if answer[0][0] != 0:
                raise RuntimeError(f"groonga: {answer[0]}")

    def search_all(self, texts, depth):
        out = []
        for answer in self.run("".join(self.select(text, depth) for text in texts)):
            out.append([row[0] for row in answer[1][0][2:]] if answer[0][0] == 0 else None)
        return out

    @staticmethod
    def select(text, depth):
        words = ['"' + word.replace("\\", "").replace('"', "") + '"' for word in text.split() if word.strip('"\\')]
        arguments = {"match_columns": COLUMNS, "query": " OR ".join(words), "output_columns": "_key",
                     "sort_keys": "-_score", "limit": str(depth)}
        quoted = [f"--{name} '{value}'" for name, value in
                  ((name, value.replace("\\", "\\\\").replace("'", "\\'")) for name, value in arguments.items())]
        return "select Papers " + " ".join(quoted) + "\n"
