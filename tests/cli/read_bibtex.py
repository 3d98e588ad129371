# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints the entries of a bibliography on standard input as JSON, as pybtex reads them.

Each entry: its key, its fields, and of each author the given, the particle, the family and
the generation as BibTeX tells them apart. What BibTeX would complain about ends the program.
"""
import json
import sys

from pybtex import errors
from pybtex.database import parse_string

errors.set_strict_mode(True)
database = parse_string(sys.stdin.read(), "bibtex")
print(json.dumps([{
    "key": key,
    "type": entry.type,
    "fields": dict(entry.fields),
    "authors": [[
        " ".join(person.first_names + person.middle_names),
        " ".join(person.prelast_names),
        " ".join(person.last_names),
        " ".join(person.lineage_names),
    ] for person in entry.persons.get("author", [])],
} for key, entry in database.entries.items()]))
