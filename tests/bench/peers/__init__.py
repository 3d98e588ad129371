# SPDX-License-Identifier: GPL-2.0-or-later
"""The engines that compare measures, in the order of the tables."""
import os
import sys

# What the measurement of quality knows of them already.
sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../quality/peers"))

# pylint: disable=wrong-import-position
from .groonga_bigram import Groonga
from .no_index import Grep, Ripgrep
from .papersearch import BareXapian, Papersearch, WithoutLatent
from .recoll import Recoll
from .sqlite_fts5 import Trigram, Unicode61, Unicode61ByBm25
from .xapian_stock import OmIndex, ScriptIndex

ENGINES = [Papersearch, WithoutLatent, BareXapian, Unicode61, Unicode61ByBm25, Trigram, ScriptIndex, OmIndex,
           Groonga, Recoll, Ripgrep, Grep]
