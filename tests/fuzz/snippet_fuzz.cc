// SPDX-License-Identifier: GPL-2.0-or-later
// Snippets of any text. The first line of an input chooses options, the second holds the
// terms that are looked for.
#include <set>
#include <string>
#include <vector>

#include "check.h"
#include "document_builder.h"
#include "section.h"
#include "snippet.h"

namespace papersearch::fuzz {
namespace {

std::size_t code_points(std::string_view text) {
  return testing::code_point_boundaries(text).size() - 1;
}

// Of each word on the line its terms; the last is also looked for as a beginning, and all
// together as a name.
struct Wanted {
  std::set<std::string> terms;
  std::vector<std::string> prefixes;
  std::vector<std::vector<std::string>> names;
};

Wanted read_terms(std::string_view line, Analyzer& analyzer) {
  Wanted out;
  std::vector<Token> tokens;
  analyzer.analyze(line, tokens);
  std::vector<std::string> name;
  for (const Token& token : tokens) {
    out.terms.insert(token.term);
    if (token.kind == TokenKind::kWord) name.push_back(token.term);
  }
  if (!tokens.empty()) out.prefixes.push_back(tokens.back().term);
  if (!name.empty()) out.names.push_back(std::move(name));
  return out;
}

}  // namespace
}  // namespace papersearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace papersearch;
  static Analyzer analyzer;
  std::string_view text = fuzz::text_of(data, size);
  const std::string_view line = fuzz::take_line(text);
  const fuzz::Wanted wanted = fuzz::read_terms(fuzz::take_line(text), analyzer);
  const Highlighter highlighter{wanted.terms, wanted.prefixes, wanted.names};
  fuzz::check_ranges(text, highlight(text, highlighter, analyzer));

  // IndexWriter takes no text in bad UTF-8.
  if (!is_valid_utf8(text)) return -1;
  SnippetOptions options;
  options.count = fuzz::option(line, 0, 5);
  options.length = 1 + fuzz::option(line, 1, 250);
  if (fuzz::option(line, 2, 2) == 1) options.fields = {Field::kNew};
  Paper paper;
  const std::size_t cut = text.find("\n\n");
  paper.sections.push_back({"What's New", std::string(text.substr(0, cut))});
  if (cut != std::string_view::npos)
    paper.sections.push_back({"Abstract", std::string(text.substr(cut))});
  static DocumentBuilder builder;
  WordSequence words;
  words.read(builder.build(paper).get_value(kWordsSlot));
  SentenceChoice choice(
      {wanted.terms.begin(), wanted.terms.end()}, wanted.names,
      [](const std::string& term) { return static_cast<double>(term.size()); });
  const std::vector<Snippet> all =
      make_snippets(paper, words, choice, highlighter, options, analyzer);
  fuzz::check(all.size() <= options.count, "more snippets than asked for");
  for (const Snippet& snippet : all) {
    fuzz::check(is_valid_utf8(snippet.text), "a snippet in bad UTF-8");
    fuzz::check(fuzz::code_points(snippet.text) <= options.length, "a snippet too long");
    fuzz::check(snippet.text.find('\n') == std::string::npos, "a snippet of two lines");
    fuzz::check_ranges(snippet.text, snippet.highlights);
  }
  return 0;
}
