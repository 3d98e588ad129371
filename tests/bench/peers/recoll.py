# SPDX-License-Identifier: GPL-2.0-or-later
"""recoll, over the plain text of the papers, one file each."""
import os

from .engine import Engine, Run


class Recoll(Engine):
    """A file's time is its paper's date; votes cannot be said."""
    name = "recoll"
    package = "recollcmd"
    programs = ("recollindex", "recollq")

    def configure(self, index):
        os.makedirs(index, exist_ok=True)
        with open(os.path.join(index, "recoll.conf"), "w", encoding="utf-8") as out:
            out.write(f"topdirs = {os.path.abspath(self.archive.texts)}\nindexStemmingLanguages = english\n"
                      # It would give way to all else that runs.
                      f"idxniceprio = {os.getpriority(os.PRIO_PROCESS, 0)}\n"
                      "loglevel = 1\nmaxTermExpand = 1000000\nmaxXapianClauses = 1000000\n")

    def index_all(self, index):
        self.configure(index)
        return [Run(["recollindex", "-c", os.path.abspath(index)])]

    def index_day(self, index):
        return self.index_all(index)

    def index_again(self, index):
        return self.index_all(index)

    def ask(self, index, query):
        if query.min_votes:
            return None
        words = [f'"{query.phrase}"'] * bool(query.phrase) + [*query.words] + [f"{p}*" for p in query.prefixes]
        text = " OR ".join(words) + (f" date:{query.since}/{query.until}" if query.since else "")
        return Run(["recollq", "-c", os.path.abspath(index), "-A", "-n", "10", text])

    def found(self, output, status):
        return status == 0 and output.count(b"\n") > 2
