// SPDX-License-Identifier: GPL-2.0-or-later
#include "stopwords.h"

#include <gtest/gtest.h>

#include "analyzer.h"

namespace papersearch {
namespace {

// The table is searched by halves and holds terms: a word out of order, or not as the
// analyzer gives it, would never be known.
TEST(StopwordsTest, KnowsWordsAsTheAnalyzerGivesThem) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  for (const char* word :
       {"a",     "about", "an", "does", "from", "its", "of", "the",  "to",   "using", "why",
        "which", "your",  "같", "것을", "대한", "및",  "수", "위한", "통해", "한"}) {
    analyzer.analyze(word, tokens);
    ASSERT_FALSE(tokens.empty()) << word;
    EXPECT_TRUE(is_stopword(tokens[0].term)) << word << " gives " << tokens[0].term;
  }
  for (const char* word : {"", "model", "모델", "zebra", "attention", "학습"})
    EXPECT_FALSE(is_stopword(word)) << word;
}

TEST(GeneralWordsTest, KnowsWordsAsTheAnalyzerGivesThem) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  for (const char* word : {"achieves", "existing", "enhanced", "However", "novel",
                           "propose", "demonstrates", "various", "yet", "abilities"}) {
    analyzer.analyze(word, tokens);
    ASSERT_FALSE(tokens.empty()) << word;
    EXPECT_TRUE(is_general_word(tokens[0].term)) << word << " gives " << tokens[0].term;
  }
  for (const char* word : {"", "cach", "serv", "state", "critic", "제안", "diffus"})
    EXPECT_FALSE(is_general_word(word)) << word;
}

}  // namespace
}  // namespace papersearch
