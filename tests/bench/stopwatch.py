# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs programs and measures them."""
import os
import shutil
import time

ENVIRONMENT = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": "/nonexistent"}

TIME = "/usr/bin/time"


class Stopwatch:
    """Runs programs; what they print goes to a file, for some do less where nobody reads."""

    def __init__(self, folder):
        self.output = os.path.join(folder, "output")
        self.errors = os.path.join(folder, "errors")
        self.memory = os.path.join(folder, "memory")

    def run(self, run, with_memory=False):
        """Seconds of the clock and of the processors, page faults, and kilobytes of memory at most
        (0 if not asked for: the program that measures it takes a millisecond of its own)."""
        argv = [TIME, "-q", "-f", "%M", "-o", self.memory, *run.argv] if with_memory else run.argv
        program = shutil.which(argv[0])
        create = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        files = [(os.POSIX_SPAWN_OPEN, 0, run.stdin, os.O_RDONLY, 0),
                 (os.POSIX_SPAWN_OPEN, 1, self.output, create, 0o644),
                 (os.POSIX_SPAWN_OPEN, 2, self.errors, create, 0o644)]
        start = time.perf_counter()
        child = os.posix_spawn(program, argv, ENVIRONMENT, file_actions=files)
        _, status, used = os.wait4(child, 0)
        wall = time.perf_counter() - start
        self.status = os.waitstatus_to_exitcode(status)
        if self.status not in run.good:
            with open(self.errors, encoding="utf-8", errors="replace") as errors:
                raise RuntimeError(f"{' '.join(run.argv)[:300]}: status {self.status}: {errors.read()[-500:]}")
        memory = 0
        if with_memory:
            with open(self.memory, encoding="utf-8") as measured:
                memory = int(measured.read())
        return {"wall": wall, "cpu": used.ru_utime + used.ru_stime, "faults": used.ru_minflt + used.ru_majflt,
                "memory": memory}

    def read_output(self):
        with open(self.output, "rb") as output:
            return output.read()
