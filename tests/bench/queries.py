# SPDX-License-Identifier: GPL-2.0-or-later
"""The queries of queries.tsv, taken apart, so that each engine can say them its own way."""
import dataclasses
import os
import re

KINDS = ["one", "two", "five", "phrase", "prefix", "filter"]
LANGUAGES = ["en", "ko", "mixed"]
TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "queries.tsv")


@dataclasses.dataclass(frozen=True)
class Query:
    kind: str
    language: str
    text: str  # in our query language
    phrase: str = ""  # words side by side
    words: tuple = ()
    prefixes: tuple = ()
    min_votes: int = 0
    since: str = ""  # first and last day, YYYY-MM-DD
    until: str = ""


def take_apart(kind, language, text):
    phrase, words, prefixes, votes, since, until = "", [], [], 0, "", ""
    for quoted, word in re.findall(r'"([^"]*)"|(\S+)', text):
        if quoted:
            phrase = quoted
        elif word.startswith("votes:"):
            votes = int(word[len("votes:"):].removesuffix(".."))
        elif word.startswith("date:"):
            first, _, last = word[len("date:"):].partition("..")
            since, until = first_day(first), last_day(last or first)
        elif word.endswith("*"):
            prefixes.append(word[:-1])
        else:
            words.append(word)
    return Query(kind, language, text, phrase, tuple(words), tuple(prefixes), votes, since, until)


def first_day(date):
    return date + "-01" * (2 - date.count("-"))


def last_day(date):
    """Of a month the 31st: dates are compared as text, so it need not exist."""
    return date + {0: "-12-31", 1: "-31", 2: ""}[date.count("-")]


def read_queries(path=TABLE):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [take_apart(*row) for row in rows]
