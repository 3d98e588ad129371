// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary_index.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "glossary_limits.h"
#include "schema.h"

namespace papersearch {
namespace {

std::string metadata_key(std::string_view name) {
  return std::string(kGlossaryKeyPrefix) + std::string(name);
}

// "reinforcement learning\t141\nRL\t120\n"
std::string encode_names(const std::vector<LearnedName>& names) {
  std::string out;
  for (const LearnedName& name : names)
    out += name.text + '\t' + std::to_string(name.support) + '\n';
  return out;
}

std::vector<LearnedName> decode_names(std::string_view value) {
  std::vector<LearnedName> out;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find('\n'), value.size());
    const std::string_view line = value.substr(0, end);
    if (const std::size_t tab = line.find('\t'); tab != std::string_view::npos) {
      LearnedName name{std::string(line.substr(0, tab)), 0};
      std::from_chars(line.data() + tab + 1, line.data() + line.size(), name.support);
      out.push_back(std::move(name));
    }
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return out;
}

// Xapian, given several databases at once, would number their papers in turns.
LearnedGlossary learn_from(const std::vector<Xapian::Database>& papers) {
  std::size_t last = 0;
  for (const Xapian::Database& database : papers) last += database.get_lastdocid();
  // The newest have the highest numbers.
  const std::size_t first = last > kMaxLearnedPapers ? last - kMaxLearnedPapers + 1 : 1;
  GlossaryLearner learner;
  std::size_t before = 0;
  for (const Xapian::Database& database : papers) {
    auto it = database.valuestream_begin(kGlossesSlot);
    if (first > before + 1) it.skip_to(static_cast<Xapian::docid>(first - before));
    for (; it != database.valuestream_end(kGlossesSlot); ++it) learner.add_paper(*it);
    before += database.get_lastdocid();
  }
  return learner.learn([&](std::string_view term) {
    Xapian::doccount frequency = 0;
    for (const Xapian::Database& database : papers)
      frequency += database.get_termfreq(std::string(term));
    return frequency;
  });
}

// How many papers have come and gone since it was learned.
std::size_t age_of(const Xapian::Database& database) {
  const std::string value = database.get_metadata(std::string(kGlossaryAgeKey));
  std::size_t age = 0;
  std::from_chars(value.data(), value.data() + value.size(), age);
  return age;
}

}  // namespace

void learn_glossary(const std::vector<Xapian::Database>& papers,
                    Xapian::WritableDatabase& database) {
  const LearnedGlossary learned = learn_from(papers);

  // Names of which nothing is learned any more.
  std::vector<std::string> stale;
  const std::string prefix(kGlossaryKeyPrefix);
  for (auto it = database.metadata_keys_begin(prefix);
       it != database.metadata_keys_end(prefix); ++it) {
    if (learned.count((*it).substr(prefix.size())) == 0) stale.push_back(*it);
  }
  for (const std::string& key : stale) database.set_metadata(key, "");
  for (const auto& [name, names] : learned) {
    const std::string key = metadata_key(name);
    const std::string value = encode_names(names);
    if (database.get_metadata(key) != value) database.set_metadata(key, value);
  }
  database.set_metadata(std::string(kGlossaryAgeKey), "");
}

void update_glossary(Xapian::WritableDatabase& database, std::size_t changes) {
  const Xapian::doccount papers = database.get_doccount();
  const std::size_t age = age_of(database) + changes;
  if (papers <= kAlwaysLearnedPapers ||
      static_cast<double>(age) >= kLearnedAgainShare * papers) {
    learn_glossary({database}, database);
  } else {
    database.set_metadata(std::string(kGlossaryAgeKey), std::to_string(age));
  }
}

bool is_learned_glossary_sound(const Xapian::Database& database) {
  if (age_of(database) > 0) return true;
  const LearnedGlossary learned = learn_from({database});
  for (const auto& [name, names] : learned) {
    if (database.get_metadata(metadata_key(name)) != encode_names(names)) return false;
  }
  std::size_t stored = 0;
  const std::string prefix(kGlossaryKeyPrefix);
  for (auto it = database.metadata_keys_begin(prefix);
       it != database.metadata_keys_end(prefix); ++it) {
    ++stored;
  }
  return stored == learned.size();
}

std::vector<LearnedName> learned_names(const Xapian::Database& database,
                                       std::string_view key) {
  return decode_names(database.get_metadata(metadata_key(key)));
}

}  // namespace papersearch
