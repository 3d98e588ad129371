// SPDX-License-Identifier: GPL-2.0-or-later
// Makes an index of records that are no digests, notes of a laboratory, and searches it.
//
//     records INDEX
#include <papersearch/index_writer.h>
#include <papersearch/searcher.h>

#include <iostream>

// What a program has, as a Paper: an id of its own, a title, and text under any names.
papersearch::Paper note(const std::string& number, const std::string& title,
                        const std::string& text) {
  papersearch::Paper paper;
  paper.id = "note:" + number;
  paper.title = title;
  paper.date = "2025-05-0" + number;
  paper.authors = {"Mina Kang"};
  paper.sections = {{"Notes", text}};
  paper.url = "https://lab.example.org/notes/" + number;
  return paper;
}

int fail(const papersearch::Error& error) {
  std::cerr << error.message() << '\n';
  return 1;
}

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  auto writer = papersearch::IndexWriter::open(argv[1]);
  if (!writer) return fail(writer.error());
  for (const papersearch::Paper& paper :
       {note("1", "Reward hacking in the maze", "The agent learned to stand still."),
        note("2", "A larger maze", "보상 모델을 바꾸자 에이전트가 다시 움직였습니다."),
        note("3", "Colours of the plots", "Blue reads well on the projector.")}) {
    if (auto added = writer->add(paper); !added) return fail(added.error());
  }
  const auto report = writer->commit();
  if (!report) return fail(report.error());
  std::cout << report->added << " added, " << report->unchanged << " unchanged\n";

  auto searcher = papersearch::Searcher::open(argv[1]);
  if (!searcher) return fail(searcher.error());
  const auto result = searcher->search("reward agents");
  if (!result) return fail(result.error());
  for (const papersearch::Hit& hit : result->hits)
    std::cout << hit.paper.id << ' ' << hit.paper.title << '\n';
}
