# SPDX-License-Identifier: GPL-2.0-or-later
"""What may be needed at most, as ratios to other engines in the same run where that can be."""
import dataclasses

from results import OURS, divide, scaled

MEGABYTE = 1_000_000
WITHOUT_LATENT = "papersearch --no-latent"
# The budgets were written with the figures of this form, see peers/sqlite_fts5.py.
FTS5_SLOW = "FTS5 unicode61, ORDER BY bm25()"
GROONGA = "Groonga TokenBigram"


@dataclasses.dataclass(frozen=True)
class Budget:
    what: str
    limit: float
    unit: str  # "×" for a ratio
    measure: object  # Results -> figure, None where it was not measured

    def verdict(self, measured):
        if measured is None:
            return "not measured"
        return "kept" if measured <= self.limit else "missed"


def query_budgets(what, part, name, limit):
    return [Budget(f"{what} to {name}, p{percent}", limit, "×",
                   lambda results, percent=percent: results.time_ratio(name, part, percent))
            for percent in (50, 95)]


def latent_share(results):
    """What learning the latent basis takes, to all the rest."""
    whole, rest = results.median(OURS, "index"), results.median(WITHOUT_LATENT, "index")
    return divide(whole - rest, rest) if whole and rest else None


BUDGETS = [
    *query_budgets("whole process", "whole", "bare Xapian + ICU", 1.7),
    *query_budgets("whole process", "whole", "FTS5 unicode61", 0.9),
    *query_budgets("whole process", "whole", FTS5_SLOW, 0.9),
    *query_budgets("in a process, ten snippets", "inside", "FTS5 unicode61", 0.2),
    *query_budgets("in a process, ten snippets", "inside", FTS5_SLOW, 0.2),
    *query_budgets("in a process, ten snippets", "inside", GROONGA, 0.7),
    Budget(f"full index without the latent basis to {GROONGA}", 1.0, "×",
           lambda results: results.median_ratio(GROONGA, "index", ours=WITHOUT_LATENT)),
    Budget("stretch: the same to FTS5 trigram", 1.0, "×",
           lambda results: results.median_ratio("FTS5 trigram", "index", ours=WITHOUT_LATENT)),
    Budget("learning the latent basis to the rest of a full index", 1.0, "×", latent_share),
    Budget("nothing changed", 50, "ms", lambda results: scaled(results.median(OURS, "again"), 1000)),
    Budget("one day added", 150, "ms", lambda results: scaled(results.median(OURS, "day"), 1000)),
    Budget("size of the index", 25, "MB", lambda results: scaled(results.bytes(OURS), 1 / MEGABYTE)),
    Budget("stretch: size of the index", 18, "MB", lambda results: scaled(results.bytes(OURS), 1 / MEGABYTE)),
    Budget("peak memory, index of both corpora", 300, "MB",
           lambda results: scaled(results.median(OURS, "both", "memory"), 1024 / MEGABYTE)),
]
