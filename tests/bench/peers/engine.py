# SPDX-License-Identifier: GPL-2.0-or-later
"""What compare asks of every engine."""
import dataclasses
import os
import shutil


@dataclasses.dataclass(frozen=True)
class Run:
    """A program to be measured."""
    argv: list
    stdin: str = os.devnull
    good: tuple = (0,)  # statuses that are no failure


class Engine:
    name = ""
    package = ""  # Debian's, whose version the report tells
    programs = ()  # without which it is left out
    has_index = True  # one that it makes itself
    index_name = ""  # the class whose index it asks, where it is not its own
    library = ""  # the program in tests/bench/engines that asks it inside of a process

    def __init__(self, archive, folder, build):
        self.archive, self.folder, self.build = archive, folder, build
        os.makedirs(folder, exist_ok=True)

    @classmethod
    def missing(cls, build):
        """The programs that are not there."""
        library = [os.path.join(build, "tests/bench/engines", cls.library)] if cls.library else []
        return [name for name in (*cls.programs, *library) if shutil.which(name) is None]

    def prepare(self):
        """Writes what the engine's own indexer reads."""

    def remove(self, index):
        shutil.rmtree(index, ignore_errors=True)

    def copy(self, index, to):
        shutil.copytree(index, to)

    def index_all(self, index):
        """Runs that make the index of all papers."""
        raise NotImplementedError

    def index_before(self, index):
        """Likewise without the newest day."""
        return self.index_all(index)

    def index_day(self, index):
        """Runs that bring the newest day into the index of all before."""
        return []

    def index_again(self, index):
        """Runs that find that nothing changed; none where the engine cannot find that."""
        return []

    def ask(self, index, query):
        """The run that answers a query with ten hits; None where it cannot be said."""
        return None

    def found(self, output, status):
        """Whether a run of ask() found a paper."""
        return status == 0 and bool(output.strip())

    def inside(self, index):
        """The run that answers queries inside of a process, lines in; None without."""
        return Run([os.path.join(self.build, "tests/bench/engines", self.library), index]) if self.library else None

    def line(self, query):
        """What it reads for a query; None where it cannot be said."""
        return None
