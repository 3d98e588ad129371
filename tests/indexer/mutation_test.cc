// SPDX-License-Identifier: GPL-2.0-or-later
// The readers take whatever they are given: sources with random damage. A failing round is
// made again by its number alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "papersearch/text.h"
#include "sample_sources.h"
#include "source.h"
#include "support/process.h"

namespace papersearch::testing {
namespace {

constexpr int kRounds = 1500;

std::string content_of(const std::string& file) {
  std::ifstream in(source_dir() + "/" + file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Mutator {
 public:
  explicit Mutator(unsigned round) : random_(round) {}

  // A stretch of `text` with a few of: bytes changed, text inserted, cut out or repeated,
  // the end cut off.
  std::string mutate(const std::string& text, const std::vector<std::string>& pieces) {
    std::string out = text.substr(below(text.size()), 500 + below(8000));
    for (std::size_t n = 1 + below(8); n > 0; --n) {
      const std::size_t at = below(out.size() + 1);
      const std::size_t length = below(std::min<std::size_t>(out.size() - at, 200) + 1);
      switch (below(6)) {
        case 0:
          out.insert(at, 1, static_cast<char>(below(256)));
          break;
        case 1:
          out.erase(at, length);
          break;
        case 2:
          out.insert(below(out.size() + 1), out.substr(at, length));
          break;
        case 3:
          out.insert(at, repeated(pieces[below(pieces.size())]));
          break;
        case 4:
          out.insert(at, pieces[below(pieces.size())]);
          break;
        default:
          if (below(4) == 0) out.resize(at);
      }
    }
    return out;
  }

 private:
  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }
  std::string repeated(const std::string& piece) {
    std::string out;
    for (std::size_t n = below(below(20) == 0 ? 3000 : 30); n > 0; --n) out += piece;
    return out;
  }

  std::mt19937 random_;
};

// What the rest of the indexer, and a person who reads the complaints, rely on.
void expect_sound(const Content& content, const std::string& text) {
  const auto lines =
      static_cast<std::size_t>(1 + std::count_if(text.begin(), text.end(), [](char c) {
                                 return c == '\n' || c == '\r';
                               }));
  for (const Entry& entry : content.entries) {
    EXPECT_TRUE(entry.line >= 1 && entry.line <= lines);
    EXPECT_EQ(parse_paper_id(entry.paper.id), entry.paper.id);
    EXPECT_TRUE(is_valid_utf8(entry.paper.title));
    EXPECT_TRUE(entry.paper.votes.value_or(0) >= 0);
    for (const std::string& author : entry.paper.authors)
      EXPECT_TRUE(is_valid_utf8(author));
    for (const Section& section : entry.paper.sections) {
      EXPECT_TRUE(is_valid_utf8(section.name));
      EXPECT_TRUE(is_valid_utf8(section.text));
    }
  }
  for (const Complaint& complaint : content.complaints) {
    EXPECT_TRUE(complaint.line >= 1 && complaint.line <= lines);
    EXPECT_FALSE(complaint.reason.empty());
  }
}

TEST(MutationTest, MarkdownIsReadWhateverItHolds) {
  const std::string digest = content_of("data/digests/2025/04/23.md");
  ASSERT_GT(digest.size(), 10000);
  const std::vector<std::string> pieces = {"\n",
                                           "\r",
                                           "\r\n",
                                           "### ",
                                           "### [",
                                           "](https://arxiv.org/abs/2504.00001)",
                                           "## 2025-04-23\n",
                                           "Vote: ",
                                           "Authors: ['",
                                           "', '",
                                           "']",
                                           "- ",
                                           "  - ",
                                           "1. ",
                                           "> ",
                                           "*",
                                           "**",
                                           "***",
                                           ":",
                                           "`",
                                           "```\n",
                                           "$",
                                           "$$",
                                           "<",
                                           ">",
                                           "<!--",
                                           "-->",
                                           "<div>",
                                           "</div>",
                                           "<script>",
                                           "<br>",
                                           "&",
                                           "&#",
                                           "&#x2265;",
                                           ";",
                                           "[",
                                           "]",
                                           "]:",
                                           "](",
                                           "![",
                                           "|",
                                           "\\",
                                           "---\n",
                                           "===\n",
                                           "\t",
                                           "    ",
                                           "\xFF",
                                           "\xEA",
                                           "\xEA\xB0\x80",
                                           "https://",
                                           "www.",
                                           "<http://a>",
                                           "a",
                                           "0"};
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(round);
    const std::string text = Mutator(static_cast<unsigned>(round)).mutate(digest, pieces);
    expect_sound(read_markdown(text, "2025-04-23"), text);
    if (HasFailure()) break;
  }
}

TEST(MutationTest, JsonIsReadWhateverItHolds) {
  const std::string feed = content_of("data/feed/2025/04/23.json");
  ASSERT_GT(feed.size(), 5000);
  const std::string lines =
      feed_entry("2504.00001") + "\n" + feed_entry("2504.00002") + "\n" +
      R"({"id": "2504.00003", "title": "T", "sections": [{"name": "a", "text": "b"}]})";
  const std::vector<std::string> pieces = {"{",
                                           "}",
                                           "[",
                                           "]",
                                           "\"",
                                           ":",
                                           ",",
                                           "\n",
                                           "\r\n",
                                           "\\",
                                           "\\u",
                                           "\\ud83d",
                                           "\\u0000",
                                           "null",
                                           "true",
                                           "-",
                                           "0",
                                           "1e999",
                                           "12345678901234567890",
                                           ".5",
                                           "{\"id\":",
                                           "{\"paper\":{",
                                           "\"2504.00001\"",
                                           "\"title\":",
                                           "\"authors\":",
                                           "\"upvotes\":",
                                           "[[",
                                           "{\n",
                                           "\xFF",
                                           "\xEA",
                                           "\xEA\xB0\x80",
                                           "\x01",
                                           "//",
                                           "a"};
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(round);
    const std::string text =
        Mutator(static_cast<unsigned>(round)).mutate(round % 2 == 0 ? feed : lines, pieces);
    expect_sound(read_json(text, ""), text);
    if (HasFailure()) break;
  }
}

}  // namespace
}  // namespace papersearch::testing
