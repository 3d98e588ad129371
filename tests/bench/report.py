#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints what measure.py saw as Markdown; called by compare.

    report.py RESULTS.json
"""
import json
import math
import sys

from budgets import BUDGETS, MEGABYTE
from queries import KINDS, LANGUAGES
from results import OURS, Results, divide, scaled


def table(head, rows):
    """Markdown; all columns but the first are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def number(value):
    """With three digits, more than the rounds support; a dash for none."""
    if value is None:
        return "–"
    digits = 2 - math.floor(math.log10(value)) if value > 0 else 0
    return f"{value:.{max(digits, 0)}f}"


def share(value):
    return "–" if value is None else f"{value:.2f}"


def by_kind(results, part, queries):
    """`queries`: kind, language and text each."""
    groups = [[text for kind, _, text in queries if kind == wanted] for wanted in KINDS]
    groups += [[text for _, language, text in queries if language == wanted] for wanted in LANGUAGES]
    rows = []
    for name in results.names(part):
        cells = []
        for group in groups:
            time = results.time(name, part, queries=group)
            cells.append(number(time) if name == OURS or time is None else
                         f"{number(time)} ({share(results.time_ratio(name, part, queries=group))})")
        rows.append([name, *cells])
    return table(["ms (ours to theirs)", *KINDS, *LANGUAGES], rows)


def whole_process(results):
    rows = []
    for name in results.names("whole"):
        found = results.engines[name]["found"]
        rows.append([name, number(results.time(name, "whole")), number(results.time(name, "whole", 95)),
                     share(results.time_ratio(name, "whole")), share(results.time_ratio(name, "whole", 95)),
                     number(results.time(name, "whole", figure="cpu")),
                     share(results.time_ratio(name, "whole", figure="cpu")),
                     number(results.time(name, "whole", figure="faults")),
                     number(scaled(results.engines[name]["query_memory"], 1024 / MEGABYTE)),
                     f"{sum(found.values())} of {len(found)}"])
    return table(["one query, whole process", "p50 ms", "p95 ms", "ours to theirs, p50", "p95", "CPU p50 ms",
                  "ours to theirs", "page faults p50", "memory at most, MB", "queries that found papers"], rows)


def inside(results):
    rows = [[name, number(results.time(name, "inside")), number(results.time(name, "inside", 95)),
             share(results.time_ratio(name, "inside")), share(results.time_ratio(name, "inside", 95))]
            for name in results.names("inside")]
    return table(["one query in a process, ten hits with snippets", "p50 ms", "p95 ms", "ours to theirs, p50", "p95"],
                 rows)


def indexing(results):
    rows = []
    for name in results.names("index"):
        rows.append([name, number(results.median(name, "index")), share(results.median_ratio(name, "index")),
                     number(results.median(name, "index", "cpu")), share(results.median_ratio(name, "index", "cpu")),
                     number(scaled(results.median(name, "index", "memory"), 1024 / MEGABYTE)),
                     number(scaled(results.bytes(name), 1 / MEGABYTE)),
                     share(divide(results.bytes(OURS), results.bytes(name))),
                     number(scaled(results.median(name, "day"), 1000)),
                     number(scaled(results.median(name, "again"), 1000))])
    return table(["making the index", "s", "ours to theirs", "CPU s", "ours to theirs", "peak MB", "index MB",
                  "ours to theirs", "one day added, ms", "nothing changed, ms"], rows)


def budgets(results):
    rows = []
    for budget in BUDGETS:
        measured = budget.measure(results)
        shown = share(measured) if budget.unit == "×" else number(measured)
        rows.append([budget.what, f"{budget.limit:g} {budget.unit}", f"{shown} {budget.unit}",
                     budget.verdict(measured)])
    return table(["budget", "at most", "measured", ""], rows)


def about(facts):
    lines = [f"{facts['date']}, {facts['machine']}; {facts['papers']} papers, {facts['day']} of them on the newest "
             f"day; {facts.get('rounds', 0)} rounds of queries, {facts.get('index_rounds', 0)} of indexing."]
    if facts["versions"]:
        lines.append(f"Others: Debian's {', '.join(facts['versions'])}.")
    lines += [f"Left out: {name} ({reason})." for name, reason in facts["left_out"].items()]
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: report.py RESULTS.json")
    with open(sys.argv[1], encoding="utf-8") as measured:
        seen = json.load(measured)
    results = Results(seen["engines"])
    parts = [about(seen["about"])]
    if results.names("whole"):
        queries = seen["about"]["queries"]
        parts += [whole_process(results), by_kind(results, "whole", queries), inside(results),
                  by_kind(results, "inside", queries)]
    if results.names("index"):
        parts.append(indexing(results))
    print("\n".join([*parts, budgets(results)]), end="")


if __name__ == "__main__":
    main()
