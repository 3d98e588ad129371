#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Rank papers with another search engine, for a comparison on the same text and queries.

    rank.py PEER PAPERS.jsonl --out DIR TOPICS.tsv...

PEER is one of fts5-unicode61, fts5-porter, fts5-trigram, xapian-words, xapian-ngrams and
groonga-bigram. PAPERS.jsonl is an export (papersearch_quality_export). For each
SET.HALF.tsv, DIR gets PEER.SET.HALF.run, the first 50 papers of each query in TREC form.
Every peer looks for any of the query's words, best first by its own ranking, the title
counting twice. A run that is newer than its topics and the papers is left as it is. Exit
status 77: the peer is not installed.
"""
import argparse
import json
import os
import sys

DEPTH = 50


def make_peer(name):
    if name.startswith("fts5-"):
        from fts5 import Fts5
        return Fts5(name[len("fts5-"):])
    if name.startswith("xapian-"):
        from xapian_stock import XapianStock
        return XapianStock(ngrams=name == "xapian-ngrams")
    from groonga import Groonga
    return Groonga()


PEERS = ["fts5-unicode61", "fts5-porter", "fts5-trigram", "xapian-words", "xapian-ngrams", "groonga-bigram"]


def read_papers(path):
    with open(path, encoding="utf-8") as lines:
        for paper in map(json.loads, lines):
            yield paper["id"], paper["title"], "\n".join(section["text"] for section in paper["sections"])


def read_topics(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def run_of(options, topics):
    return os.path.join(options.out, f"{options.peer}.{os.path.basename(topics)[:-len('.tsv')]}.run")


def is_current(made, *sources):
    return os.path.exists(made) and all(os.path.getmtime(made) > os.path.getmtime(source) for source in sources)


def rank(peer, path, options):
    """Writes the ranking of one file of topics; how many of them the peer refused."""
    topics = read_topics(path)
    answers = peer.search_all([text for _, _, text in topics], DEPTH)
    with open(run_of(options, path), "w", encoding="utf-8") as out:
        for (query, _, _), ids in zip(topics, answers):
            for position, paper in enumerate(ids or [], 1):
                out.write(f"{query} Q0 {paper} {position} {DEPTH + 1 - position} {options.peer}\n")
    return sum(ids is None for ids in answers)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=PEERS, metavar="PEER")
    parser.add_argument("papers", metavar="PAPERS.jsonl")
    parser.add_argument("topics", nargs="+", metavar="TOPICS.tsv")
    parser.add_argument("--out", required=True, metavar="DIR")
    options = parser.parse_intermixed_args()
    todo = [path for path in options.topics if not is_current(run_of(options, path), path, options.papers)]
    if not todo:
        return
    try:
        peer = make_peer(options.peer)
    except (ImportError, FileNotFoundError) as error:
        print(f"rank.py: {options.peer} is not installed: {error}", file=sys.stderr)
        sys.exit(77)
    peer.index(read_papers(options.papers))
    refused = sum(rank(peer, path, options) for path in todo)
    if refused:
        print(f"rank.py: {options.peer} refused {refused} queries", file=sys.stderr)


if __name__ == "__main__":
    main()
