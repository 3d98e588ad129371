// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_builder.h"

#include <algorithm>

#include "ranking.h"
#include "schema.h"
#include "section.h"
#include "sentences.h"
#include "surface_forms.h"
#include "utf8_prefix.h"

namespace papersearch {
namespace {

std::string join(std::string_view prefix, std::string_view text) {
  std::string out(prefix);
  out += utf8_prefix(text, kMaxTermBytes);
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Names with their length before them; a name longer than 255 bytes is cut, between two
// characters.
std::string encode_authors(const std::vector<std::string>& authors) {
  std::string out;
  for (const std::string& author : authors) {
    const std::string_view name = utf8_prefix(author, 255);
    out += static_cast<char>(name.size());
    out += name;
  }
  return out;
}

Paper without_text(Paper paper) {
  paper.sections.clear();
  return paper;
}

std::string date_value(std::string_view date) {
  std::string out(date);
  std::erase(out, '-');
  return out;
}

}  // namespace

std::string id_term(std::string_view id) { return join(kIdPrefix, id); }
std::string author_term(std::string_view word) { return join(kAuthorPrefix, word); }
std::string author_name_term(std::string_view name) {
  return join(kAuthorNamePrefix, joined(Analyzer::fold_words(name)));
}
std::string month_term(std::string_view month) { return join(kMonthPrefix, month); }
std::string bigram_term(std::string_view syllables) {
  return join(kBigramPrefix, syllables);
}
std::string name_term(std::string_view key) { return join(kNamePrefix, key); }
std::string title_term(std::string_view term) { return join(kTitlePrefix, term); }

std::string written_date(std::string_view value) {
  if (value.size() != 8) return {};
  std::string out(value);
  return out.insert(6, 1, '-').insert(4, 1, '-');
}

std::vector<std::string> decode_authors(std::string_view value) {
  std::vector<std::string> out;
  while (!value.empty()) {
    const auto size = static_cast<unsigned char>(value.front());
    out.emplace_back(value.substr(1, size));
    value.remove_prefix(std::min<std::size_t>(value.size(), std::size_t{1} + size));
  }
  return out;
}

Xapian::Document DocumentBuilder::build(const Paper& paper) {
  Xapian::Document document;
  set_packed_record(
      document,
      records_.pack(layout_ == DocumentLayout::kLocal ? without_text(paper) : paper));
  document.add_boolean_term(id_term(paper.id));
  document.add_boolean_term(std::string(kAllPapers));
  if (!paper.date.empty()) {
    document.add_value(kDateSlot, date_value(paper.date));
    document.add_boolean_term(month_term(paper.date.substr(0, 7)));
  }
  if (paper.votes) {
    document.add_value(kVotesSlot,
                       Xapian::sortable_serialise(static_cast<double>(*paper.votes)));
  }

  if (layout_ == DocumentLayout::kShard) positions_.emplace(document);
  glosses_.clear();
  surface_forms_.clear();
  add_text(Field::kTitle, paper.title);
  for (const Section& section : paper.sections)
    add_text(section_field(section.name), section.text);
  add_authors(paper.authors);
  terms_.move_to(document);
  std::string words = sequence_.take();
  if (layout_ == DocumentLayout::kShard) return document;
  if (!glosses_.empty()) document.add_value(kGlossesSlot, encode_glosses(glosses_));
  document.add_value(kAuthorsSlot, encode_authors(paper.authors));
  document.add_value(kWordsSlot, words);
  return document;
}

void DocumentBuilder::add_text(Field field, std::string_view text) {
  const bool is_title = field == Field::kTitle;
  const std::uint32_t weight = is_title ? kTitleWeight : 1;
  analyzer_.analyze(text, tokens_);
  find_glosses(text, tokens_, glosses_);
  begin_run(field);
  // What stands between two sentences belongs to the second; what is behind them all, to
  // one more.
  const std::vector<ByteRange> ranges = sentences(text);
  auto sentence = ranges.begin();
  for (const Token& token : tokens_) {
    for (; sentence != ranges.end() && sentence->end <= token.source.begin; ++sentence)
      sequence_.end_sentence();
    if (token.kind == TokenKind::kBigram) {
      terms_.add(kBigramPrefix, token.term, weight);
      continue;
    }
    add_word(token.term, token.position);
    terms_.add({}, token.term, weight);
    if (is_title) terms_.add(kTitlePrefix, token.term, 0);
    if (token.kind == TokenKind::kWord) {
      const std::string& word = token.surface.empty() ? token.term : token.surface;
      if (is_surface_form(word)) surface_forms_.add(utf8_prefix(word, kMaxTermBytes));
    }
  }
  for (; sentence != ranges.end(); ++sentence) sequence_.end_sentence();
  sequence_.end_sentence();
  words_.clear();
  for (const Token& token : tokens_) {
    if (token.kind == TokenKind::kWord) words_.push_back(&token);
  }
  names_.find(words_, [&](std::string_view key) { terms_.add(kNamePrefix, key, weight); });
}

void DocumentBuilder::add_authors(const std::vector<std::string>& authors) {
  for (const std::string& author : authors) {
    begin_run(Field::kAuthor);
    std::uint32_t place = 0;
    const std::vector<std::string> words = Analyzer::fold_words(author);
    // Without a frequency: many authors do not make a paper long.
    for (const std::string& word : words) {
      terms_.add(kAuthorPrefix, word, 0);
      add_word(author_term(word), place++);
    }
    terms_.add(kAuthorNamePrefix, joined(words), 0);
  }
}

void DocumentBuilder::begin_run(Field field) {
  sequence_.begin_run(field);
  if (positions_) positions_->begin_run(field);
}

void DocumentBuilder::add_word(std::string_view term, std::uint32_t place) {
  sequence_.add(term, place);
  if (positions_) positions_->add(term, place);
}

}  // namespace papersearch
