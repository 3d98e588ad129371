#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Print what papersearch_quality --json measured as one Markdown table.

    table.py RESULTS [--worst N]

RESULTS holds ROW/SET.json. Rows stand in the order of their folders, those whose folder
begins with "peer." are the peers; a row is called after the "name" in its files. "longest
ms" is the processor time of the slowest query. With --worst, lists for each set the N
queries where the first row is furthest behind the best peer.
"""
import argparse
import glob
import json
import os

# Set, measure, title of the column.
COLUMNS = [
    ("graded", ("all", "ndcg"), "graded nDCG@10"), ("graded", ("en", "ndcg"), "English"), ("graded", ("ko", "ndcg"), "Korean"),
    ("graded", ("all", "judged"), "judged"), ("graded", ("all", "ndcg_judged"), "nDCG of judged"), ("graded", ("all", "log_votes"), "log-votes"),
    ("en-ko", ("all", "mrr"), "en→ko MRR@10"), ("ko-en", ("all", "mrr"), "ko→en"),
    ("hangul-en", ("all", "mrr"), "Hangul→en"), ("short", ("all", "mrr"), "short"),
    ("held-out", ("all", "mrr"), "held out"), ("title", ("all", "mrr"), "own title"),
]


def load(folder):
    rows = {}
    for path in sorted(glob.glob(os.path.join(folder, "*", "*.json"))):
        row, name = os.path.basename(os.path.dirname(path)), os.path.basename(path)[:-len(".json")]
        with open(path, encoding="utf-8") as file:
            rows.setdefault(row, {})[name] = json.load(file)
    return rows


def cell(results, name, keys):
    if name not in results:
        return ""
    value = results[name][keys[0]][keys[1]]
    return f"{value:.2f}" if keys[1] in ("judged", "log_votes") else f"{value:.3f}".lstrip("0")


def print_table(rows):
    columns = [c for c in COLUMNS if any(c[0] in results for results in rows.values())]
    print("| system | " + " | ".join(title for _, _, title in columns) + " | longest ms |")
    print("| --- |" + " ---: |" * (len(columns) + 1))
    for results in rows.values():
        label = next(iter(results.values()))["name"]
        slowest = max(result["cpu_ms"]["max"] for result in results.values())
        cells = [label] + [cell(results, name, keys) for name, keys, _ in columns] + [f"{slowest:.1f}" if slowest else ""]
        print("| " + " | ".join(cells) + " |")


def print_details(rows):
    row, results = next(iter(rows.items()))
    print(f"\n{results[next(iter(results))]['name']}:")
    for name, result in results.items():
        clock, cpu = result["latency_ms"], result["cpu_ms"]
        print(f"  {name}: {result['all']['queries']} queries, {result['refused']} refused, recall@10 "
              f"{result['all']['recall']:.3f}, MRR@10 {result['all']['mrr']:.3f}, median {clock['p50']:.2f} ms, "
              f"95 % {clock['p95']:.2f} ms, longest {clock['max']:.2f} ms (processor "
              f"{cpu['p50']:.2f}, {cpu['p95']:.2f}, {cpu['max']:.2f})")


def print_worst(rows, count):
    ours = next(iter(rows.values()))
    for name, result in ours.items():
        peers = [results[name] for row, results in rows.items() if row.startswith("peer.") and name in results]
        if not peers:
            continue
        best = max(peers, key=lambda peer: peer["all"]["ndcg"])
        theirs = {topic["id"]: topic["ndcg"] for topic in best["topics"]}
        behind = sorted(result["topics"], key=lambda topic: topic["ndcg"] - theirs[topic["id"]])
        print(f"\n{name}, nDCG@10 against {best['name']} ({best['all']['ndcg']:.3f}):")
        for topic in behind[:count]:
            if topic["ndcg"] < theirs[topic["id"]]:
                print(f"  {topic['ndcg'] - theirs[topic['id']]:+.3f}  {topic['ndcg']:.3f}  {topic['id']} "
                      f"{topic['language']}  {topic['query']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", metavar="RESULTS")
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    options = parser.parse_args()
    rows = load(options.results)
    print_table(rows)
    print_details(rows)
    if options.worst:
        print_worst(rows, options.worst)


if __name__ == "__main__":
    main()
