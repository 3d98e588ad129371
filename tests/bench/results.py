# SPDX-License-Identifier: GPL-2.0-or-later
"""What measure.py saw, in figures. A query's time is the median of its rounds; p50 and p95 are
over queries. Ratios are ours to theirs, over the queries that both were asked."""
import statistics

OURS = "papersearch"


def percentile(values, percent):
    """The least value that so many per cent of all do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


class Results:
    def __init__(self, engines):
        self.engines = engines

    def names(self, part):
        """The engines of which there are such figures."""
        return [name for name, engine in self.engines.items() if engine.get(part)]

    def times(self, name, part, figure="wall"):
        """Query to milliseconds, or number of page faults; `part` is whole or inside, which has
        the clock's time alone."""
        rounds = self.engines.get(name, {}).get(part, {})
        pick = (lambda one: one[figure]) if part == "whole" else (lambda one: one)
        scale = 1 if figure == "faults" else 1000
        return {query: scale * statistics.median(map(pick, measured)) for query, measured in rounds.items()}

    def time(self, name, part, percent=50, queries=None, figure="wall"):
        """Milliseconds over these queries, or all; None where it was asked none of them."""
        times = self.times(name, part, figure)
        asked = [times[query] for query in (times if queries is None else queries) if query in times]
        return percentile(asked, percent) if asked else None

    def time_ratio(self, name, part, percent=50, queries=None, figure="wall"):
        both = set(self.times(name, part)) & set(self.times(OURS, part))
        both &= both if queries is None else set(queries)
        return divide(self.time(OURS, part, percent, both, figure), self.time(name, part, percent, both, figure))

    def median(self, name, part, figure="wall"):
        """Of the runs of the indexer; None where there were none."""
        runs = self.engines.get(name, {}).get(part)
        return statistics.median(run[figure] for run in runs) if runs else None

    def median_ratio(self, name, part, figure="wall", ours=OURS):
        return divide(self.median(ours, part, figure), self.median(name, part, figure))

    def bytes(self, name):
        return self.engines.get(name, {}).get("bytes")


def divide(ours, theirs):
    return ours / theirs if ours is not None and theirs else None


def scaled(value, factor):
    return None if value is None else value * factor
