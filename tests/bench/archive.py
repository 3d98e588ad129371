# SPDX-License-Identifier: GPL-2.0-or-later
"""The papers that all engines index: as digests for ours, as plain text for the others."""
import dataclasses
import json
import os
import shutil
import subprocess
import time


@dataclasses.dataclass(frozen=True)
class Paper:
    id: str
    title: str
    date: str  # empty: unknown
    votes: int  # unknown votes are 0 here
    body: str


def read_papers(path):
    with open(path, encoding="utf-8") as lines:
        for paper in map(json.loads, lines):
            body = "\n".join(section["text"] for section in paper["sections"])
            yield Paper(paper["id"], paper["title"], paper["date"], paper["votes"] or 0, body)


class Archive:
    """A copy of the digests whose newest day can be taken away and come back, and the same
    papers as one text file each in a folder a day."""

    def __init__(self, digests, folder, papersearch, papersearch_index):
        self.digests = os.path.join(folder, "digests")
        self.texts = os.path.join(folder, "texts")
        self.aside = os.path.join(folder, "aside")
        for made in (self.digests, self.texts, self.aside):
            shutil.rmtree(made, ignore_errors=True)
        os.makedirs(self.aside)
        shutil.copytree(digests, self.digests)
        self.papers = list(read_papers(self.export(folder, papersearch, papersearch_index)))
        self.newest_file = max(os.path.relpath(os.path.join(at, name), self.digests)
                               for at, _, names in os.walk(self.digests) for name in names if name[0].isdigit())
        self.newest_day = max(paper.date for paper in self.papers)
        for paper in self.papers:
            self.write_text(paper)

    def export(self, folder, papersearch, papersearch_index):
        index, path = os.path.join(folder, "exported"), os.path.join(folder, "papers.jsonl")
        shutil.rmtree(index, ignore_errors=True)
        status = subprocess.run([papersearch_index, "-q", "--no-latent", "--db", index, self.digests],
                                stderr=subprocess.DEVNULL, check=False).returncode
        if status > 1:
            raise RuntimeError(f"papersearch-index ended with status {status}")
        with open(path, "wb") as out:
            subprocess.run([papersearch, "export", "--db", index], stdout=out, check=True)
        return path

    def write_text(self, paper):
        folder = os.path.join(self.texts, paper.date or "unknown")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, paper.id.replace("/", "_") + ".txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(f"{paper.title}\n{paper.body}\n")
        if paper.date:  # what recoll takes for the date
            noon = time.mktime(time.strptime(paper.date + " 12", "%Y-%m-%d %H"))
            os.utime(path, (noon, noon))

    def before(self):
        """The papers that were there before the newest day."""
        return [paper for paper in self.papers if paper.date != self.newest_day]

    def day(self):
        """Those of the newest day."""
        return [paper for paper in self.papers if paper.date == self.newest_day]

    def take_newest_day(self):
        shutil.move(os.path.join(self.digests, self.newest_file), os.path.join(self.aside, "digest"))
        shutil.move(os.path.join(self.texts, self.newest_day), os.path.join(self.aside, "texts"))

    def bring_newest_day(self):
        shutil.move(os.path.join(self.aside, "digest"), os.path.join(self.digests, self.newest_file))
        shutil.move(os.path.join(self.aside, "texts"), os.path.join(self.texts, self.newest_day))
