#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""That compare counts rightly, and asks every engine what it means to ask.

    compare_test.py BUILD
"""
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.join(HERE, "../..")
sys.path.append(HERE)

# pylint: disable=wrong-import-position
import report
from budgets import BUDGETS, Budget
from peers import groonga_bigram, no_index, sqlite_fts5, xapian_stock
from queries import KINDS, LANGUAGES, read_queries, take_apart
from results import Results, percentile

BUILD = os.path.abspath(sys.argv.pop()) if len(sys.argv) > 1 else ""


def rounds(*milliseconds):
    return [{"wall": one / 1000, "cpu": one / 2000, "faults": 5, "memory": 0} for one in milliseconds]


class QueryTable(unittest.TestCase):
    def test_holds_every_kind_in_every_language(self):
        queries = read_queries()
        self.assertEqual({(query.kind, query.language) for query in queries},
                         {(kind, language) for kind in KINDS for language in LANGUAGES})
        self.assertEqual(len({query.text for query in queries}), len(queries))

    def test_holds_what_the_kind_says(self):
        for query in read_queries():
            with self.subTest(query.text):
                self.assertEqual(bool(query.phrase), query.kind == "phrase")
                self.assertEqual(bool(query.prefixes), query.kind == "prefix")
                self.assertEqual(bool(query.min_votes or query.since), query.kind == "filter")
                if query.kind in ("one", "two"):
                    self.assertEqual(len(query.words), {"one": 1, "two": 2}[query.kind])

    def test_every_query_is_understood(self):
        with tempfile.TemporaryDirectory() as folder:
            index = os.path.join(folder, "index")
            subprocess.run([f"{BUILD}/indexer/papersearch-index", "-q", "--db", index, f"{SOURCE}/data/digests"],
                           check=True)
            queries = "".join(query.text + "\n" for query in read_queries())
            asked = subprocess.run([f"{BUILD}/tests/bench/engines/ask_papersearch", index], input=queries,
                                   capture_output=True, text=True, check=True)
            self.assertEqual(len(asked.stdout.splitlines()), len(read_queries()))


class Translation(unittest.TestCase):
    FILTERED = take_apart("filter", "ko", "음성 date:2024-06..2025 votes:20..")
    PHRASE = take_apart("phrase", "en", '"chain of thought"')
    PREFIX = take_apart("prefix", "mixed", "agent* 평가")

    def test_dates_are_whole_days(self):
        self.assertEqual((self.FILTERED.since, self.FILTERED.until), ("2024-06-01", "2025-12-31"))
        one_month = take_apart("filter", "en", "x date:2024-02")
        self.assertEqual((one_month.since, one_month.until), ("2024-02-01", "2024-02-31"))

    def test_fts5(self):
        self.assertEqual(sqlite_fts5.match(self.PHRASE), '"chain of thought"')
        self.assertEqual(sqlite_fts5.match(self.PREFIX), '"평가" OR "agent" *')
        self.assertIn("date BETWEEN '2024-06-01' AND '2025-12-31'", sqlite_fts5.select(self.FILTERED))
        self.assertEqual(sqlite_fts5.literal("it's"), "'it''s'")

    def test_groonga(self):
        self.assertIn("""--query '"평가" OR agent*'""", groonga_bigram.select(self.PREFIX))
        self.assertIn("""--filter 'votes >= 20 && between(date, 20240601, "include", 20251231, "include")'""",
                      groonga_bigram.select(self.FILTERED))

    def test_what_cannot_be_said_is_not_asked(self):
        for engine in (xapian_stock.ScriptIndex, no_index.Grep):
            with tempfile.TemporaryDirectory() as folder:
                self.assertIsNone(engine(NoArchive, folder, "").ask("", self.FILTERED))
                self.assertIsNotNone(engine(NoArchive, folder, "").ask("", self.PHRASE))


class NoArchive:
    digests = texts = ""


class Figures(unittest.TestCase):
    RESULTS = Results({
        "papersearch": {"whole": {"a": rounds(2, 9, 4), "b": rounds(8), "c": rounds(100)}, "index": rounds(3000, 1000)},
        "other": {"whole": {"a": rounds(8), "b": rounds(16)}, "index": rounds(1000)},
    })

    def test_percentile_is_one_of_the_values(self):
        self.assertEqual(percentile([3, 1, 2], 50), 2)
        self.assertEqual(percentile([1, 2, 3, 4], 50), 2)
        self.assertEqual(percentile(range(1, 101), 95), 95)
        self.assertEqual(percentile([7], 95), 7)

    def test_a_query_takes_the_median_of_its_rounds(self):
        self.assertEqual(self.RESULTS.times("papersearch", "whole"), {"a": 4, "b": 8, "c": 100})
        self.assertEqual(self.RESULTS.times("papersearch", "whole", "cpu")["a"], 2)
        self.assertEqual(self.RESULTS.times("papersearch", "whole", "faults")["a"], 5)

    def test_ratios_are_of_what_both_were_asked(self):
        self.assertEqual(self.RESULTS.time_ratio("other", "whole", 95), 0.5)
        self.assertEqual(self.RESULTS.time_ratio("other", "whole", queries=["c"]), None)
        self.assertEqual(self.RESULTS.median_ratio("other", "index"), 2)

    def test_an_engine_that_is_left_out_has_no_figures(self):
        self.assertIsNone(self.RESULTS.time_ratio("absent", "whole"))
        self.assertIsNone(self.RESULTS.median("absent", "index"))
        self.assertEqual({budget.verdict(budget.measure(Results({}))) for budget in BUDGETS}, {"not measured"})

    def test_a_budget_is_kept_up_to_its_limit(self):
        budget = Budget("", 0.7, "×", None)
        self.assertEqual([budget.verdict(figure) for figure in (0.7, 0.71)], ["kept", "missed"])

    def test_numbers_have_three_digits(self):
        self.assertEqual([report.number(value) for value in (0.01234, 1.234, 12.34, 1234.5, 0, None)],
                         ["0.0123", "1.23", "12.3", "1234", "0", "–"])


class Program(unittest.TestCase):
    def test_measures_and_prints(self):
        """The whole way over the few papers of data/, of two engines that are always there."""
        with tempfile.TemporaryDirectory() as out:
            with open(f"{out}/queries.tsv", "w", encoding="utf-8") as table:
                table.write("two\ten\treward model\nfilter\tko\t추론 votes:20..\n")
            subprocess.run([sys.executable, f"{HERE}/measure.py", "--digests", f"{SOURCE}/data/digests",
                            "--feed", f"{SOURCE}/data/feed", "--queries", f"{out}/queries.tsv", "--build", BUILD,
                            "--out", out, "--rounds", "1", "--index-rounds", "1",
                            "--engines", "Papersearch", "Grep"], check=True, capture_output=True)
            printed = subprocess.run([sys.executable, f"{HERE}/report.py", f"{out}/results.json"], check=True,
                                     capture_output=True, text=True).stdout
        rows = [line.split(" | ")[0] for line in printed.splitlines()]
        self.assertEqual(rows.count("| papersearch"), 5, printed)
        self.assertEqual(rows.count("| grep -r"), 2, printed)
        self.assertRegex(printed, r"\| one day added \| 150 ms \| [0-9.]+ ms \| (kept|missed) \|")


if __name__ == "__main__":
    unittest.main()
