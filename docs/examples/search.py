# SPDX-License-Identifier: GPL-2.0-or-later
"""Searches an index and prints the best papers: python3 search.py INDEX QUERY"""
import ctypes
import os
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_void_p

library = ctypes.CDLL(os.environ.get("LIBPAPERSEARCH", "libpapersearch.so.0"))


def function(name, result, *arguments):
    found = getattr(library, "papersearch_" + name)
    found.restype, found.argtypes = result, arguments
    return found


handle_out = POINTER(c_void_p)
message = function("error_message", c_char_p)
open_index = function("searcher_open", c_int, c_char_p, handle_out)
close = function("searcher_free", None, c_void_p)
search = function("searcher_search", c_int, c_void_p, c_char_p, c_void_p, handle_out)
free_result = function("result_free", None, c_void_p)
hit_count = function("result_hit_count", c_size_t, c_void_p)
hit_at = function("result_hit", c_void_p, c_void_p, c_size_t)
paper_of = function("hit_paper", c_void_p, c_void_p)
title_of = function("paper_title", c_char_p, c_void_p)


def check(status):
    if status != 0:
        sys.exit(message().decode())


searcher, result = c_void_p(), c_void_p()
check(open_index(sys.argv[1].encode(), byref(searcher)))
check(search(searcher, sys.argv[2].encode(), None, byref(result)))
for i in range(hit_count(result)):
    print(title_of(paper_of(hit_at(result, i))).decode())
free_result(result)
close(searcher)
