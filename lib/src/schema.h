// SPDX-License-Identifier: GPL-2.0-or-later
// The layout of the Xapian database: which field has which term prefix, which value
// slot and which positions. docs/index_format.md tells it in full.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace papersearch {

// Goes up with every change that old indexes do not have; such an index is rebuilt.
inline constexpr std::uint32_t kSchemaVersion = 8;
// Goes up whenever the same text may give other terms (analyzer, lexicon, stemmer).
inline constexpr std::uint32_t kAnalyzerVersion = 1;

// Where a word of a paper can stand.
enum class Field : std::uint8_t {
  kTitle,
  kNew,
  kTechnical,
  kPerformance,
  kAbstract,
  kOther,  // sections of any other name, and of none
  kAuthor,
};

struct FieldInfo {
  Field field;
  std::string_view name;     // in queries, options and JSON
  std::string_view section;  // the usual name of the section; empty where it has none
  std::string_view prefix;   // of its words; but for title and author, in shards only
};

inline constexpr std::array<FieldInfo, 7> kFields = {{
    {Field::kTitle, "title", "", "S"},
    {Field::kNew, "new", "What's New", "XFN"},
    {Field::kTechnical, "technical", "Technical Details", "XFT"},
    {Field::kPerformance, "performance", "Performance Highlights", "XFP"},
    {Field::kAbstract, "abstract", "Abstract", "XFB"},
    {Field::kOther, "other", "", "XFO"},
    {Field::kAuthor, "author", "", "A"},
}};

constexpr const FieldInfo& field_info(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

// Prefixes. Words of all text fields are indexed together, without one.
inline constexpr std::string_view kTitlePrefix = "S";        // word of the title
inline constexpr std::string_view kAuthorPrefix = "A";       // word of an author's name
inline constexpr std::string_view kIdPrefix = "Q";           // Q2504.16084, one a paper
inline constexpr std::string_view kMonthPrefix = "M";        // M2025-04
inline constexpr std::string_view kAuthorNamePrefix = "XA";  // whole name, folded: facets
inline constexpr std::string_view kBigramPrefix = "XG";  // syllable pair of an unknown word
inline constexpr std::string_view kNamePrefix = "XC";    // reviewed name, of many words
inline constexpr std::string_view kAllPapers = "XALL";   // every paper

// Value slots.
inline constexpr unsigned kVotesSlot = 0;    // sortable_serialise(votes); none: unknown
inline constexpr unsigned kDateSlot = 1;     // "20250423"; none: unknown
inline constexpr unsigned kAuthorsSlot = 2;  // names, each with its length before it
inline constexpr unsigned kGlossesSlot = 3;  // what the paper's parentheses say: gloss.h
inline constexpr unsigned kLatentSlot = 4;   // direction in the latent space; none: unknown
inline constexpr unsigned kWordsSlot = 5;    // the words in their order: word_sequence.h
inline constexpr unsigned kRecordSlot = 6;   // all that is shown: packed_record.h
inline constexpr unsigned kSlots = 7;

// Metadata keys.
inline constexpr std::string_view kSchemaKey = "papersearch.schema";
inline constexpr std::string_view kAnalyzerKey = "papersearch.analyzer";
inline constexpr std::string_view kIndexedAtKey = "papersearch.indexed_at";
inline constexpr std::string_view kIndexedByKey = "papersearch.indexed_by";
inline constexpr std::string_view kSectionCountKey = "papersearch.sections";
// Of an index of several shards: which state of it this is. In a shard: that, a space, its
// number from 0, a space, how many there are.
inline constexpr std::string_view kStateKey = "papersearch.state";
inline constexpr std::string_view kShardKey = "papersearch.shard";
inline constexpr std::string_view kFileCountKey = "papersearch.files";
inline constexpr std::string_view kComplaintCountKey = "papersearch.complaints";
inline constexpr std::string_view kDictionaryKey =
    "papersearch.dictionary";  // of the records: packed_record.h
// And the key of a source: what it gave, see source_record.h.
inline constexpr std::string_view kSourceKeyPrefix = "papersearch.source.";
// And the id of a paper of several entries: the entries, see paper_entries.h.
inline constexpr std::string_view kEntriesKeyPrefix = "papersearch.entries.";
// And the key of a name: its other names, see glossary_index.h.
inline constexpr std::string_view kGlossaryKeyPrefix = "papersearch.glossary.";
// And the first bytes of words: these words as written, see surface_forms.h.
inline constexpr std::string_view kSurfaceFormKeyPrefix = "word:";
// How many papers have come and gone since the glossary was learned; none: no paper.
inline constexpr std::string_view kGlossaryAgeKey = "papersearch.glossary_age";
inline constexpr std::string_view kLatentKey = "papersearch.latent";  // the latent space
// "on" or "off": whether the index is to have one.
inline constexpr std::string_view kLatentOptionKey = "papersearch.latent_option";
inline constexpr std::string_view kLatentVectorKey = "latent:";  // and a term: its vector

// Longer terms are cut: Xapian refuses terms over 245 bytes.
inline constexpr std::size_t kMaxTermBytes = 96;

}  // namespace papersearch
