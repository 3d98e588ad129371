// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_positions.h"

#include <algorithm>

#include "utf8_prefix.h"

namespace papersearch {
namespace {

using Xapian::Query;

std::string term_in(Field field, std::string_view term) {
  // An author's words have their prefix already.
  std::string out(field == Field::kAuthor ? "" : field_info(field).prefix);
  out += field == Field::kAuthor ? term : utf8_prefix(term, kMaxTermBytes);
  return out;
}

std::vector<std::string> terms_in(Field field, const std::vector<std::string>& terms) {
  std::vector<std::string> out;
  for (const std::string& term : terms) out.push_back(term_in(field, term));
  return out;
}

// What `query` gives of each text field of `fields`, and of them together.
template <class F>
Query in_any_of(FieldMask fields, F&& query) {
  std::vector<Query> either;
  for (const FieldInfo& info : kFields) {
    if (info.field != Field::kAuthor && (fields & field_bit(info.field)) != 0)
      either.push_back(query(info.field));
  }
  return {Query::OP_OR, either.begin(), either.end()};
}

}  // namespace

void WordPositionWriter::begin_run(Field field) {
  field_ = field;
  Places& places = places_[static_cast<std::size_t>(field)];
  if (places.end > 0) places.begin = places.end + kRunGap;
  places.used += places.used_now;
  places.used_now = 0;
}

void WordPositionWriter::add(std::string_view term, std::uint32_t place) {
  Places& places = places_[static_cast<std::size_t>(field_)];
  if (place >= kMaxFieldPlaces - std::min(places.used, kMaxFieldPlaces)) return;
  places.used_now = std::max(places.used_now, place + 1);
  places.end = std::max(places.end, places.begin + place + 1);
  // Without a frequency, as all terms of fields.
  document_.add_posting(term_in(field_, term), places.begin + place, 0);
}

Query phrase_by_positions(const std::vector<std::string>& terms, FieldMask fields) {
  return in_any_of(fields, [&](Field field) -> Query {
    const std::vector<std::string> words = terms_in(field, terms);
    if (words.size() == 1) return Query(words[0]);
    return {Query::OP_PHRASE, words.begin(), words.end(),
            static_cast<Xapian::termcount>(words.size())};
  });
}

Query any_word_by_positions(const std::vector<std::string>& terms, FieldMask fields) {
  return in_any_of(fields, [&](Field field) -> Query {
    const std::vector<std::string> words = terms_in(field, terms);
    return {Query::OP_OR, words.begin(), words.end()};
  });
}

Query near_by_positions(const std::vector<std::string>& terms, std::uint32_t window) {
  return {Query::OP_NEAR, terms.begin(), terms.end(), window};
}

}  // namespace papersearch
