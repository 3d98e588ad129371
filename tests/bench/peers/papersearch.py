# SPDX-License-Identifier: GPL-2.0-or-later
"""Ours, and the least that a program over the same libraries does."""
import os

from .engine import Engine, Run
from .xapian_stock import ScriptIndex


class Papersearch(Engine):
    name = "papersearch"
    library = "ask_papersearch"
    options = ()

    def index_all(self, index):
        program = os.path.join(self.build, "indexer/papersearch-index")
        return [Run([program, "--quiet", *self.options, "--db", index, self.archive.digests], good=(0, 1))]

    def index_day(self, index):
        return self.index_all(index)

    def index_again(self, index):
        return self.index_all(index)

    def ask(self, index, query):
        program = os.path.join(self.build, "cli/papersearch")
        return Run([program, "--db", index, "--json", "-n", "10", "--", query.text], good=(0, 1))

    def line(self, query):
        return query.text


class WithoutLatent(Papersearch):
    """The same index without the latent basis: what learning that takes is the difference."""
    name = "papersearch --no-latent"
    options = ("--no-latent",)

    def ask(self, index, query):
        return None

    def inside(self, index):
        return None


class BareXapian(ScriptIndex):
    """Asks the index of stock Xapian. Phrases and prefixes are words to it."""
    name = "bare Xapian + ICU"
    has_index = False
    index_name = ScriptIndex.__name__

    def ask(self, index, query):
        if query.kind == "filter":
            return None
        words = " ".join((query.phrase, *query.words, *query.prefixes))
        return Run([os.path.join(self.build, "tests/bench/engines/bare_query"), index, words])

    def inside(self, index):
        return None

    def found(self, output, status):
        return bool(output.strip())
