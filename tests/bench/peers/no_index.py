# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading all digests for every query: what an index has to beat."""
from .engine import Engine, Run


class NoIndex(Engine):
    has_index = False

    def ask(self, index, query):
        if query.kind == "filter":
            return None
        words = [word for word in (query.phrase, *query.words, *query.prefixes) if word]
        return Run([*self.command, *(f"--regexp={word}" for word in words), self.archive.digests], good=(0, 1))


class Ripgrep(NoIndex):
    name = "ripgrep"
    package = "ripgrep"
    programs = ("rg",)
    command = ("rg", "--no-config", "--ignore-case", "--fixed-strings")


class Grep(NoIndex):
    name = "grep -r"
    package = "grep"
    programs = ("grep",)
    command = ("grep", "-r", "--ignore-case", "--fixed-strings")
