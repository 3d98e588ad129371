// SPDX-License-Identifier: GPL-2.0-or-later
// Build step: turns data/lexicon_ko.tsv and data/nouns_ko.txt into the tables that
// lexicon.h declares.
//
//     lexicon_compile lexicon_ko.tsv nouns_ko.txt > lexicon_table.cc
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Row {
  std::uint64_t count = 0;
  std::vector<std::u16string> parts;
};
using Rows = std::map<std::u16string, Row>;

std::u16string utf16(const std::string& text) {
  const icu::UnicodeString u = icu::UnicodeString::fromUTF8(text);
  return {u.getBuffer(), static_cast<std::size_t>(u.length())};
}

bool read(const char* path, Rows& words, Rows& endings) {
  std::ifstream in(path);
  if (!in) return false;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string text;
    Row row;
    if (!(fields >> text >> row.count)) return false;
    for (std::string part; fields >> part;) row.parts.push_back(utf16(part));
    const bool ending = text[0] == '~';
    (ending ? endings : words)[utf16(ending ? text.substr(1) : text)] = row;
  }
  return !words.empty() && !endings.empty();
}

// As frequent as a noun has to be for its reading to win over that with a particle.
constexpr std::uint64_t kNounCount = 500;

bool read_nouns(const char* path, Rows& words) {
  std::ifstream in(path);
  if (!in) return false;
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream nouns(line);
    for (std::string noun; nouns >> noun;) {
      std::uint64_t& count = words[utf16(noun)].count;
      count = std::max(count, kNounCount);
    }
  }
  return true;
}

// The cuts of a compound, those of its parts included.
unsigned cuts_of(const std::u16string& word, const Rows& words) {
  const auto row = words.find(word);
  if (row == words.end() || row->second.parts.empty()) return 0;
  unsigned cuts = 0;
  unsigned begin = 0;
  for (const std::u16string& part : row->second.parts) {
    cuts |= cuts_of(part, words) << begin;
    begin += static_cast<unsigned>(part.size());
    if (begin < word.size()) cuts |= 1U << (begin - 1);
  }
  return cuts;
}

void write(const char* name, const Rows& rows, const Rows& words, std::u16string& text) {
  double total = 0;
  for (const auto& [word, row] : rows) total += static_cast<double>(row.count);
  std::printf("constexpr LexiconEntry %s[] = {\n", name);
  for (const auto& [word, row] : rows) {
    const double cost =
        std::log(total) -
        std::log(static_cast<double>(std::max<std::uint64_t>(row.count, 1)));
    std::printf("{%zu, %zu, %u, %.3fF},\n", text.size(), word.size(), cuts_of(word, words),
                cost);
    text += word;
  }
  std::printf("};\n");
}

// For each syllable of Hangul the number of words before the first that begins with it.
void write_starts(const Rows& words) {
  std::printf("constexpr std::uint16_t kWordStarts[] = {");
  auto word = words.begin();
  std::size_t before = 0;
  for (unsigned syllable = 0xAC00; syllable <= 0xD7A4; ++syllable) {
    while (word != words.end() && word->first[0] < syllable) {
      ++word;
      ++before;
    }
    std::printf("%zu,%s", before, syllable % 16 == 15 ? "\n" : "");
  }
  std::printf("};\n");
}

}  // namespace

int main(int argc, char** argv) {
  Rows words;
  Rows endings;
  if (argc != 3 || !read(argv[1], words, endings) || !read_nouns(argv[2], words)) {
    std::cerr << "lexicon_compile: cannot read its two files\n";
    return 1;
  }
  std::printf(
      "// Generated from lexicon_ko.tsv.\n#include \"lexicon.h\"\n\n"
      "namespace papersearch {\nnamespace {\n\n");
  std::u16string text;
  write("kWords", words, words, text);
  write("kEndings", endings, {}, text);
  write_starts(words);
  std::printf("constexpr char16_t kText[] = {");
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::printf("%s0x%X", i == 0 ? "" : (i % 16 == 0 ? ",\n" : ","),
                static_cast<unsigned>(text[i]));
  }
  std::printf(
      "};\n\n}  // namespace\n\nconst LexiconTable kLexicon = {{kText, %zu}, kWords, "
      "kEndings, kWordStarts};\n\n"
      "}  // namespace papersearch\n",
      text.size());
  return 0;
}
