# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints what a terminal shows of standard input.

    show_screen.py COLUMNS < what a program wrote to its terminal
"""

import sys

import pyte

columns = int(sys.argv[1])
text = sys.stdin.buffer.read().decode()
screen = pyte.Screen(columns, 200)
pyte.Stream(screen).feed(text.replace("\n", "\r\n"))
print("\n".join(line.rstrip() for line in screen.display).rstrip())
