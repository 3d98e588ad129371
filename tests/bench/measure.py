#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures all engines in interleaved rounds and writes what it saw as JSON; called by compare.

In each round every query is asked of every engine, the engines taking turns in who comes first,
so that whatever else the machine does meets all alike. The first round warms up and is thrown
away.
"""
import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys

from archive import Archive
from peers import ENGINES
from peers.engine import Run
from queries import TABLE, read_queries
from stopwatch import TIME, Stopwatch


def say(text):
    print(f"compare: {text}", file=sys.stderr)


def add_up(measured):
    """Runs one after the other are one."""
    return {figure: (max if figure == "memory" else sum)(one[figure] for one in measured) for figure in measured[0]}


def bytes_on_disk(path):
    """The room that files take: Groonga's are mostly holes."""
    files = [os.path.join(at, name) for at, _, names in os.walk(path) for name in names] or [path]
    return sum(os.stat(file).st_blocks * 512 for file in files)


def turns(engines, count):
    """The engines, another one first each time."""
    first = count % len(engines)
    return engines[first:] + engines[:first]


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(os.sched_getaffinity(0))} cores of {names[0] if names else 'an unknown processor'}"


def versions(engines):
    packages = sorted({engine.package for engine in engines} - {""})
    if not packages or shutil.which("dpkg-query") is None:
        return []
    asked = subprocess.run(["dpkg-query", "--show", "--showformat", "${Package} ${Version}\n", *packages],
                           capture_output=True, text=True, check=False)
    return asked.stdout.splitlines()


class Comparison:
    def __init__(self, options):
        self.options = options
        self.watch = Stopwatch(options.out)
        self.queries = read_queries(options.queries)
        programs = [os.path.join(options.build, name) for name in ("cli/papersearch", "indexer/papersearch-index")]
        say(f"reading {options.digests}")
        self.archive = Archive(options.digests, os.path.join(options.out, "archive"), *programs)
        self.engines, left_out = [], {}
        for engine in ENGINES:
            if options.engines and engine.__name__ not in options.engines:
                continue
            missing = engine.missing(options.build)
            if missing:
                left_out[engine.name] = f"not installed: {', '.join(map(os.path.basename, missing))}"
                say(f"{engine.name} is left out, {left_out[engine.name]}")
            else:
                folder = os.path.join(options.out, "engines", engine.__name__)
                self.engines.append(engine(self.archive, folder, options.build))
        self.results = {engine.name: {} for engine in self.engines}
        self.about = {"date": datetime.date.today().isoformat(), "machine": processor(),
                      "papers": len(self.archive.papers), "day": len(self.archive.day()),
                      "left_out": left_out,
                      "queries": [[query.kind, query.language, query.text] for query in self.queries],
                      "versions": versions(self.engines)}

    def index_of(self, engine, name="index"):
        return os.path.join(self.options.out, "engines", engine.index_name or type(engine).__name__, name)

    def keep(self, seen):
        """What an earlier run saw, for parts that are not measured now."""
        self.about = {**seen["about"], **self.about}
        for name, results in self.results.items():
            results.update(seen["engines"].get(name, {}))

    def forget(self, *parts):
        for engine in self.engines:
            self.results[engine.name].update({part: [] for part in parts})

    def run_all(self, runs, **options):
        return add_up([self.watch.run(run, **options) for run in runs])

    def index(self):
        """Full indexes; the last of each is the one that is asked."""
        self.forget("index")
        self.about["index_rounds"] = self.options.index_rounds
        indexing = [engine for engine in self.engines if engine.has_index]
        for engine in indexing:
            engine.prepare()
        for count in range(self.options.index_rounds):
            say(f"indexing, round {count + 1} of {self.options.index_rounds}")
            for engine in turns(indexing, count):
                engine.remove(self.index_of(engine))
                measured = self.run_all(engine.index_all(self.index_of(engine)), with_memory=True)
                self.results[engine.name]["index"].append(measured)
        for engine in indexing:
            self.results[engine.name]["bytes"] = bytes_on_disk(self.index_of(engine))

    def update(self):
        """The newest day comes, and then nothing."""
        self.forget("day", "again")
        updating = [engine for engine in self.engines if engine.has_index]
        for count in range(-1, self.options.index_rounds):  # -1 makes the index of the days before
            say(f"a day comes, round {count + 1} of {self.options.index_rounds}")
            self.archive.take_newest_day()
            for engine in updating:
                base, index = self.index_of(engine, "base"), self.index_of(engine, "updated")
                if count < 0:
                    engine.remove(base)
                    self.run_all(engine.index_before(base))
                engine.remove(index)
                engine.copy(base, index)
            self.archive.bring_newest_day()
            os.sync()
            for engine in turns(updating, count) if count >= 0 else []:
                for name, runs in (("day", engine.index_day), ("again", engine.index_again)):
                    todo = runs(self.index_of(engine, "updated"))
                    if todo:
                        self.results[engine.name][name].append(self.run_all(todo))

    def both(self):
        """What an index of digests and feed takes at most."""
        if not self.options.feed:
            return
        ours = self.engines[0]
        index = self.index_of(ours, "both")
        shutil.rmtree(index, ignore_errors=True)
        run = ours.index_all(index)[0]
        measured = self.watch.run(Run([*run.argv, self.options.feed], good=run.good), with_memory=True)
        self.results[ours.name]["both"] = [measured]

    def ask(self):
        self.about["rounds"] = self.options.rounds
        for engine in self.engines:
            self.results[engine.name].update({"whole": {}, "inside": {}, "found": {}, "hits": {}})
        for count in range(-1, self.options.rounds):
            say(f"asking, round {count + 1} of {self.options.rounds}")
            for query in self.queries:
                for engine in turns(self.engines, count + 1):
                    self.ask_one(engine, query, count)
            for engine in turns(self.engines, count + 1):
                self.ask_inside(engine, count)

    def ask_one(self, engine, query, count):
        run = engine.ask(self.index_of(engine), query)
        if run is None:
            return
        results = self.results[engine.name]
        measured = self.watch.run(run, with_memory=count < 0)
        if count < 0:
            results["found"][query.text] = engine.found(self.watch.read_output(), self.watch.status)
            results["query_memory"] = max(measured["memory"], results.get("query_memory", 0))
        else:
            results["whole"].setdefault(query.text, []).append(measured)

    def ask_inside(self, engine, count):
        run = engine.inside(self.index_of(engine))
        if run is None or count < 0:  # it warms up by itself
            return
        asked = [query for query in self.queries if engine.line(query) is not None]
        lines = os.path.join(self.options.out, "lines")
        with open(lines, "w", encoding="utf-8") as out:
            out.writelines(engine.line(query) + "\n" for query in asked)
        self.watch.run(Run(run.argv, lines))
        for query, line in zip(asked, self.watch.read_output().decode().splitlines(), strict=True):
            microseconds, hits = line.split("\t")
            self.results[engine.name]["inside"].setdefault(query.text, []).append(float(microseconds) / 1e6)
            self.results[engine.name]["hits"][query.text] = int(hits)


PARTS = ["index", "update", "both", "ask"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--digests", required=True, metavar="DIR")
    parser.add_argument("--feed", metavar="DIR", help="a second corpus, for the memory that both take")
    parser.add_argument("--build", required=True, metavar="DIR")
    parser.add_argument("--out", required=True, metavar="DIR", help="results.json and all indexes go here")
    parser.add_argument("--queries", default=TABLE, metavar="TSV", help="other queries than those of queries.tsv")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--index-rounds", type=int, default=5)
    parser.add_argument("--engines", nargs="+", choices=[engine.__name__ for engine in ENGINES], metavar="NAME",
                        help="only these: " + " ".join(engine.__name__ for engine in ENGINES))
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="the rest stays as it was measured")
    options = parser.parse_args()
    options.build, options.out = os.path.abspath(options.build), os.path.abspath(options.out)
    os.makedirs(options.out, exist_ok=True)
    if not os.access(TIME, os.X_OK):
        sys.exit(f"compare: {TIME} is missing, which measures memory: install Debian's package time")
    results = os.path.join(options.out, "results.json")
    comparison = Comparison(options)
    if options.parts != PARTS and os.path.exists(results):
        with open(results, encoding="utf-8") as before:
            comparison.keep(json.load(before))
    for part in options.parts:
        getattr(comparison, part)()
        with open(results, "w", encoding="utf-8") as out:
            json.dump({"about": comparison.about, "engines": comparison.results}, out, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
