// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_builder.h"

#include <algorithm>
#include <array>

#include "glossary_table.h"
#include "ranking.h"
#include "record.h"
#include "schema.h"
#include "section.h"
#include "utf8_prefix.h"

namespace papersearch {
namespace {

std::string join(std::string_view prefix, std::string_view text) {
  std::string out(prefix);
  out += utf8_prefix(text, kMaxTermBytes);
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

std::string date_value(std::string_view date) {
  std::string out(date);
  std::erase(out, '-');
  return out;
}

}  // namespace

std::string id_term(std::string_view id) { return join(kIdPrefix, id); }
std::string author_term(std::string_view word) {
  return join(field_info(Field::kAuthor).prefix, word);
}
std::string author_name_term(std::string_view name) {
  std::string words;
  for (const std::string& word : Analyzer::fold_words(name)) {
    words += (words.empty() ? "" : " ") + word;
  }
  return join(kAuthorNamePrefix, words);
}
std::string month_term(std::string_view month) { return join(kMonthPrefix, month); }
std::string section_term(Field field) {
  return join(kSectionPrefix, field_info(field).name);
}
std::string bigram_term(std::string_view syllables) {
  return join(kBigramPrefix, syllables);
}
std::string name_term(std::string_view key) { return join(kNamePrefix, key); }
std::string field_term(Field field, std::string_view term) {
  return join(field_info(field).prefix, term);
}

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
  document.set_data(encode_record(paper));
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
  document.add_value(kPopularitySlot, Xapian::sortable_serialise(popularity(paper.votes)));

  glosses_.clear();
  add_text(document, Field::kTitle, paper.title, first_position(Field::kTitle));
  std::array<std::uint32_t, kFields.size()> next{};
  for (const FieldInfo& info : kFields) {
    next[static_cast<std::size_t>(info.field)] = first_position(info.field);
  }
  for (const Section& section : paper.sections) {
    const Field field = section_field(section.name);
    std::uint32_t& position = next[static_cast<std::size_t>(field)];
    position = add_text(document, field, section.text, position) + kPositionGap;
    document.add_boolean_term(section_term(field));
  }
  if (!glosses_.empty()) document.add_value(kGlossesSlot, encode_glosses(glosses_));
  add_authors(document, paper.authors);
  return document;
}

std::uint32_t DocumentBuilder::add_text(Xapian::Document& document, Field field,
                                        std::string_view text, std::uint32_t position) {
  const std::uint32_t weight = field == Field::kTitle ? kTitleWeight : 1;
  const std::uint32_t limit = first_position(field) + kFieldPositions - kPositionGap;
  analyzer_.analyze(text, tokens_);
  find_glosses(text, tokens_, glosses_);
  std::uint32_t next = position;
  for (const Token& token : tokens_) {
    if (token.kind == TokenKind::kBigram) {
      document.add_term(bigram_term(token.term), weight);
      continue;
    }
    const std::uint32_t at = position + token.position;
    // Beyond the field's positions words are found, but not in phrases.
    if (at < limit) {
      document.add_posting(token.term, at, weight);
      next = std::max(next, at + 1);
    } else {
      document.add_term(token.term, weight);
    }
    document.add_boolean_term(field_term(field, token.term));
    if (token.kind == TokenKind::kWord) {
      const std::string& word = token.surface.empty() ? token.term : token.surface;
      if (word.size() > 2 && word[0] >= 'a' && word[0] <= 'z') {
        document.add_boolean_term(join(kWordPrefix, word));
      }
    }
  }
  add_names(document, weight);
  return next;
}

// Every name of several words that stands in tokens_, overlapping ones too: what a phrase
// would find.
void DocumentBuilder::add_names(Xapian::Document& document, std::uint32_t weight) {
  words_.clear();
  for (const Token& token : tokens_) {
    if (token.kind == TokenKind::kWord) words_.push_back(&token);
  }
  for (std::size_t begin = 0; begin + 1 < words_.size(); ++begin) {
    if (!begins_name(words_[begin]->term)) continue;
    const std::size_t most = std::min(kMaxNameTerms, words_.size() - begin);
    std::vector<std::string> terms = {words_[begin]->term};
    while (terms.size() < most) {
      terms.push_back(words_[begin + terms.size()]->term);
      const std::string key = name_key(terms);
      if (!kReviewedGlossary.begins(key)) break;
      if (kReviewedGlossary.holds(key)) document.add_term(name_term(key), weight);
    }
  }
}

bool DocumentBuilder::begins_name(const std::string& term) {
  constexpr std::size_t kMostKept = 1 << 16;
  if (begins_name_.size() == kMostKept) begins_name_.clear();
  const auto [at, is_new] = begins_name_.try_emplace(term);
  if (is_new) at->second = kReviewedGlossary.begins(term);
  return at->second;
}

void DocumentBuilder::add_authors(Xapian::Document& document,
                                  const std::vector<std::string>& authors) {
  std::uint32_t position = first_position(Field::kAuthor);
  const std::uint32_t limit = position + kFieldPositions - kPositionGap;
  for (const std::string& author : authors) {
    for (const std::string& word : Analyzer::fold_words(author)) {
      // Without a frequency: many authors do not make a paper long.
      document.add_posting(author_term(word), std::min(position, limit), 0);
      ++position;
    }
    position += kPositionGap;
    document.add_boolean_term(author_name_term(author));
  }
  document.add_value(kAuthorsSlot, encode_authors(authors));
}

}  // namespace papersearch
