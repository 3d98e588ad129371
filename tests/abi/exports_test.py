#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The shared library exports what the installed headers declare, no more and no less.

    exports_test.py INCLUDE_FOLDER LIBRARY

Functions are compared by their full names; overloads count as one.
"""
import json
import pathlib
import re
import subprocess
import sys


def output_of(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def declared(include):
    """Functions that are declared, but not defined, in a header."""
    headers = sorted(map(str, pathlib.Path(include).rglob("*.h")))
    tags = output_of("ctags", "--language-force=C++", "--kinds-C++=p", "-D", "PAPERSEARCH_EXPORT=",
                     "--fields-C++=+{properties}", "--output-format=json", "-f", "-", *headers)
    for tag in map(json.loads, tags.splitlines()):
        if re.search(r"\b(delete|default)\b", tag.get("properties", "")):
            continue
        yield "::".join(filter(None, [tag.get("scope"), tag["name"]])).replace(" ", "")


def exported(library):
    """Names that `library` exports, without parameters, tags and version."""
    for line in output_of("nm", "-DC", "--defined-only", library).splitlines():
        kind, symbol = re.fullmatch(r"[0-9a-f]+ (\S) (.*)", line).groups()
        if kind != "A":  # the name of the version itself
            yield re.sub(r"(\(.*|\[abi:\w+\]|@@.*)", "", symbol)


want, have = set(declared(sys.argv[1])), set(exported(sys.argv[2]))
for name in sorted(want - have):
    print(f"declared in a header, but not exported: {name}")
for name in sorted(have - want):
    print(f"exported, but declared in no header: {name}")
if len(want) < 30:
    print(f"hardly anything is declared: {sorted(want)}")
sys.exit(want != have or len(want) < 30)
