// SPDX-License-Identifier: GPL-2.0-or-later
// The analyzer, and the glosses that are found in what it gives.
#include <algorithm>
#include <string>
#include <vector>

#include "analyzer.h"
#include "check.h"
#include "gloss.h"
#include "glossary_learner.h"
#include "schema.h"
#include "sentences.h"

namespace papersearch::fuzz {
namespace {

void check_tokens(std::string_view text, const std::vector<Token>& tokens) {
  const auto boundaries = testing::code_point_boundaries(text);
  std::uint32_t position = 0;
  std::uint32_t group = 0;
  for (const Token& token : tokens) {
    check(!token.term.empty() && token.term.size() <= kMaxTermBytes, "a term too long");
    check(is_valid_utf8(token.term) && is_valid_utf8(token.surface), "no valid UTF-8");
    check(token.term.find_first_of(" \t\n") == std::string::npos, "a space in a term");
    check(token.source.begin < token.source.end && token.source.end <= text.size(),
          "a token outside the text");
    check(boundaries.count(token.source.begin) != 0 &&
              boundaries.count(token.source.end) != 0,
          "a token that cuts a character");
    check(token.group >= group && token.group <= group + 1, "groups in no order");
    if (token.kind == TokenKind::kWord) {
      check(token.position >= position && token.position <= position + 1,
            "words in no order");
      position = token.position;
    }
    group = token.group;
  }
}

void check_glosses(std::string_view text, const std::vector<Token>& tokens) {
  std::vector<Gloss> glosses;
  find_glosses(text, tokens, glosses);
  const std::string encoded = encode_glosses(glosses);
  const std::vector<Gloss> decoded = decode_glosses(encoded);
  check(encode_glosses(decoded) == encoded, "glosses that change when they are stored");
  std::sort(glosses.begin(), glosses.end());
  glosses.erase(std::unique(glosses.begin(), glosses.end()), glosses.end());
  check(decoded.size() == std::min<std::size_t>(glosses.size(), 64), "a gloss is lost");
  GlossaryLearner learner;
  for (int paper = 0; paper < 20; ++paper) learner.add_paper(encoded);
  learner.learn([](std::string_view) { return 20; });
}

void check_sentences(std::string_view text) {
  const std::vector<ByteRange> all = sentences(text);
  check_ranges(text, all);
}

}  // namespace
}  // namespace papersearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace papersearch;
  static Analyzer analyzer;
  const std::string_view text = fuzz::text_of(data, size);
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  fuzz::check_tokens(text, tokens);
  fuzz::check_glosses(text, tokens);
  fuzz::check_sentences(text);
  for (const std::string& word : Analyzer::fold_words(text))
    fuzz::check(!word.empty() && is_valid_utf8(word), "a bad word of a name");
  return 0;
}
