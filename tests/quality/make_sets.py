#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Make test sets that need no judge: each query asks for the one paper it was made from.

    make_sets.py --korean ko.jsonl --english en.jsonl --out DIR [--limit 400]

ko.jsonl and en.jsonl are exports (papersearch_quality_export) of an index of Korean
digests and of one of English abstracts. The queries come from papers that are in both:

    en-ko      an English sentence of the abstract, for an index of the digests
    ko-en      a Korean sentence of the digest's first two sections (the third tells how
               good the results are), for an index of the abstracts. Glosses in
               parentheses, words of the title and names that hardly any other paper holds
               are taken out; other Latin words (LLM, GPT-4) stay, as people write them
    hangul-en  the same sentence without any Latin word: no system finds its paper that
               does not know both languages
    short      four to six content words of the digest's first sentence, words of
               the title and names taken out, for an index of the digests
    held-out   the same queries, for an index of the digests without the section that the
               query came from (rest.jsonl): as if someone else had asked
    title      the paper's own title, for an index of the digests

For each set DIR gets SET.tune.tsv and SET.report.tsv (halves by a hash of the arXiv id,
at most --limit queries each) and SET.qrels for both. The same exports give the same
files. They hold sentences of the papers: never commit them.
"""
import argparse
import collections
import hashlib
import json
import os
import re

GRADE = 3
ENGLISH_WORDS = range(8, 41)  # in a sentence that is a query
KOREAN_WORDS = range(5, 31)
SHORT_WORDS = (4, 6)  # content words of a short question, at least and at most
RARE = 2  # a Latin word in so many digests is a name
KNOWN = 3  # a Korean word that stands alone so often is one

MARKS = "'\"‘’“”`.,:;!?()[]"
PAREN = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
LATIN = re.compile(r"[A-Za-z0-9]+")
HANGUL = re.compile(r"[가-힣]")

PARTICLES = """으로써 으로서 로써 로서 에서는 에서의 에서도 으로의 으로는 이라는 라는 에서 에게 까지 부터 처럼 보다
    마다 으로 이나 이며 이고 이란 란 들은 들을 들의 들이 들에 들 은 는 이 가 을 를 의 에 와 과 도 로 만""".split()
# Endings that turn a noun into a verb; what stands before is a content word.
VERBS = """입니다 하였습니다 되었습니다 했습니다 됐습니다 시킵니다 합니다 됩니다 시키기 시키는 시키고 시켜 하면서 하도록 하기 하여 하고
    하며 하는 하지 하게 하려는 하려고 하려 되는 되어 되고 되며 되지 된 될 한 할 해 함""".split()
CLAUSE_ENDS = "하였습니다 되었습니다 했습니다 합니다 됩니다 하고 하여 하며 하면서".split()
MODIFIERS = "적인 적으로 로운 롭게 스럽게 스러운 있는 없는 없이 높은 같은 다른 대한 위한 통한 의한 관한 인".split()
# Words of the digests themselves, not of what a paper is about.
BOILERPLATE = set("""이 그 본 이번 논문 연구 우리 저자 방법 방법론 접근 접근법 접근방식 방식 기법 기술 제안 제시 소개 도입 발표
    개발 활용 사용 이용 적용 새로운 기존 다양 다양한 특정 여러 모든 각 최초 최신 최근 처음 가능 가능성 중요 중요한 문제 해결 연구자
    위해 위한 통해 대해 대한 따라 위하여 통하여 라는 이라는 및 또는 등 등의 수 것 때 더 더욱 매우 가장 크게 특히 즉 하나 하는 합니다
    있습니다 이는 이를 기반 바탕 결과 제공 구성 포함 포괄 혁신 획기 효과 효율 주요 핵심 과제 목표 목적 경우 점 측면 관련 설계 구축
    공개 시도 수행 중점 초점 지칭 의미 필요 이해하 알려 불리 첫 번째 두 세 가지 개 수준 의해 대부분 일반 단순 완전 전체 않고 작은 작고 높이""".split())


def digest(*parts):
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:8], "big")


def load(path):
    with open(path, encoding="utf-8") as lines:
        return {paper["id"]: paper for paper in map(json.loads, lines)}


def body(paper, sections=None):
    return "\n".join(section["text"] for section in paper["sections"][:sections])


def latin_words(text):
    return {word.lower() for word in LATIN.findall(text)}


def sentences(text):
    """The sentences of an abstract or a digest; "e.g. This" and "et al. Then" end none."""
    out = []
    for line in text.split("\n"):
        begin = 0
        for end in re.finditer(r"[.!?]\s+(?=[A-Z가-힣0-9'\"])", line):
            if re.search(r"(?:\b(?:e\.g|i\.e|et al|vs|cf|Fig|Eq|[A-Z])|\s\d)\.$", line[begin:end.end()].rstrip()):
                continue
            out.append(line[begin:end.end()].strip())
            begin = end.end()
        out.append(line[begin:].strip())
    return [sentence for sentence in out if sentence]


def pick(candidates, *key):
    """One of the candidates, always the same."""
    return min(candidates, key=lambda text: (digest(text, *key), text), default=None)


class Archive:
    """Tells which words give a paper away: those of its title and those that are names."""

    def __init__(self, papers):
        self.frequency = collections.Counter()  # of Latin words, in papers
        self.bare = collections.Counter()  # of words as they are written
        for paper in papers.values():
            self.frequency.update(latin_words(paper["title"] + "\n" + body(paper)))
            self.bare.update(word.strip(MARKS) for word in body(paper).split())

    def names_of(self, paper):
        title = latin_words(paper["title"])
        return title | {word.rstrip("s") for word in title} | {word + "s" for word in title}

    def betray(self, word, names):
        return any(part in names or (self.frequency[part] <= RARE and not part.isdigit())
                   for part in latin_words(word))


def clean(sentence, names, archive):
    """Words of a Korean sentence without glosses and without what gives the paper away."""
    while PAREN.search(sentence):
        sentence = PAREN.sub("", sentence)
    words = [word.strip(MARKS) for word in sentence.split()]
    return [word for word in words
            if word and word not in PARTICLES and not archive.betray(word, names)]


def english_sentence(paper):
    fitting = [s for s in sentences(body(paper)) if len(s.split()) in ENGLISH_WORDS and "http" not in s]
    return pick(fitting, "en-ko", paper["id"])


def korean_sentence(paper, archive):
    names = archive.names_of(paper)
    fitting = []
    for sentence in sentences(body(paper, 2)):
        words = clean(sentence, names, archive)
        if sum(bool(HANGUL.search(word)) for word in words) in KOREAN_WORDS:
            fitting.append(" ".join(words))
    return pick(fitting, "ko-en", paper["id"])


def without_latin(sentence):
    words = [word for word in sentence.split() if not LATIN.search(word)]
    return " ".join(words) if len(words) >= KOREAN_WORDS.start else None


def strip_ending(word, endings, is_word=lambda stem: True):
    for ending in sorted(endings, key=len, reverse=True):
        stem = word[:-len(ending)]
        if word.endswith(ending) and len(stem) >= 2 and is_word(stem):
            return stem, ending
    return word, ""


def content_words(words, archive):
    """The content words of the first clause, particles and verb endings cut off."""
    def stands_alone(stem):  # the 도 of 비지도 is no particle
        return archive.bare[stem] >= KNOWN

    out = []
    for word in words:
        base, ending = strip_ending(word, PARTICLES, stands_alone)
        if not LATIN.search(word):
            if any(word.endswith(modifier) for modifier in MODIFIERS):
                continue
            verb, verb_ending = strip_ending(word, VERBS)
            if verb_ending:
                base, ending = verb, verb_ending
        if len(base) >= 2 and base not in BOILERPLATE and base not in out:
            out.append(base)
        if ending in CLAUSE_ENDS and len(out) >= SHORT_WORDS[0]:
            break
    return out


def short_question(paper, archive):
    first = (sentences(paper["sections"][0]["text"]) + [""])[0] if paper["sections"] else ""
    words = content_words(clean(first, archive.names_of(paper), archive), archive)
    least, most = SHORT_WORDS
    count = least + digest("short", paper["id"]) % (most - least + 1)
    hangul = sum(bool(HANGUL.search(word)) for word in words[:count])
    return " ".join(words[:count]) if hangul >= 2 and len(words) >= least else None


def write_lines(path, lines):
    """Leaves a file alone that holds them already: what was made from it stays current."""
    text = "".join(line + "\n" for line in lines)
    if os.path.exists(path):
        with open(path, encoding="utf-8") as old:
            if old.read() == text:
                return
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def write_set(folder, name, language, queries, limit):
    """queries: arXiv id, query text or None."""
    halves = {"tune": [], "report": []}
    for paper_id in sorted(queries, key=lambda i: digest(name, i)):
        text = queries[paper_id]
        half = halves["tune" if digest("half", paper_id) % 2 else "report"]
        if text and len(half) < limit:
            half.append((paper_id, " ".join(text.split())))
    ids = sorted(paper_id for half in halves.values() for paper_id, _ in half)
    write_lines(os.path.join(folder, name + ".qrels"), (f"{i} 0 {i} {GRADE}" for i in ids))
    for half, chosen in halves.items():
        write_lines(os.path.join(folder, f"{name}.{half}.tsv"),
                    (f"{paper_id}\t{language}\t{text}" for paper_id, text in sorted(chosen)))
    print(f"{name}: {len(halves['tune'])} + {len(halves['report'])} queries")


def rest_of(paper):
    """A digest without its first section, where it has a name and is not the only one."""
    sections = paper["sections"]
    return dict(paper, sections=sections[1:] if len(sections) > 1 and sections[0]["name"] else sections)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--korean", required=True)
    parser.add_argument("--english", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--limit", type=int, default=400, help="queries of a half, at most")
    options = parser.parse_args()
    korean, english = load(options.korean), load(options.english)
    both = sorted(korean.keys() & english.keys())
    archive = Archive(korean)
    os.makedirs(options.out, exist_ok=True)

    def write(name, language, queries):
        write_set(options.out, name, language, queries, options.limit)

    korean_sentences = {i: korean_sentence(korean[i], archive) for i in both}
    short = {i: short_question(korean[i], archive) for i in both}
    write("en-ko", "en", {i: english_sentence(english[i]) for i in both})
    write("ko-en", "ko", korean_sentences)
    write("hangul-en", "ko", {i: without_latin(s) for i, s in korean_sentences.items() if s})
    write("short", "ko", short)
    write("held-out", "ko", {i: q for i, q in short.items() if len(korean[i]["sections"]) > 1})
    write("title", "en", {i: korean[i]["title"] for i in both})
    write_lines(os.path.join(options.out, "rest.jsonl"),
                (json.dumps(rest_of(korean[i]), ensure_ascii=False) for i in sorted(korean)))


if __name__ == "__main__":
    main()
