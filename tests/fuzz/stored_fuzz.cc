// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes that an index holds, damaged in any way: records, values, metadata. Each is read
// as what it is not, too.
#define XXH_INLINE_ALL
#include <xapian.h>
#include <xxhash.h>

#include <string>
#include <vector>

#include "check.h"
#include "document_builder.h"
#include "facet.h"
#include "gloss.h"
#include "glossary_index.h"
#include "latent_basis.h"
#include "latent_similarity.h"
#include "latent_vector.h"
#include "packed_record.h"
#include "record.h"
#include "schema.h"

namespace papersearch::fuzz {
namespace {

// The bytes with the checksum that they would need, so that it is not all that is tested.
std::string with_checksum(std::string_view body) {
  std::uint64_t hash = XXH3_64bits(body.data(), body.size());
  std::string out;
  for (int i = 0; i < 8; ++i, hash >>= 8) out += static_cast<char>(hash & 0xFF);
  return out += body;
}

void check_record(std::string_view bytes) {
  decode_record(bytes);
  const std::string whole = with_checksum(bytes);
  if (const auto paper = decode_record(whole)) {
    const auto again = decode_record(encode_record(*paper));
    check(again && encode_record(*again) == encode_record(*paper), "a record that changes");
  }
}

// As what is packed, and as a dictionary.
void check_packed(const std::string& bytes) {
  RecordReader().find_paper(bytes);
  RecordReader("a dictionary").find_paper(bytes);
  const std::string dictionary = bytes.substr(0, 16'000);
  std::string packed;
  try {
    packed = RecordPacker(dictionary).pack(Paper());
  } catch (const Xapian::DatabaseCorruptError&) {
    return;  // it says that it is one of Zstandard's own, and is none
  }
  check(RecordReader(dictionary).find_paper(packed).has_value(), "a record that is lost");
}

void check_latent(std::string_view bytes) {
  std::vector<float> sum(bytes.size() > 4 ? bytes.size() - 4 : 1);
  add_vector(bytes, 0.5F, sum);
  const Probe probe(encode_direction(sum));
  const Probe raw(bytes);
  for (const double cosine : {probe.cosine(bytes), raw.cosine(bytes)})
    check(cosine >= -1.001 && cosine <= 1.001, "a cosine beyond one");
}

// An index of one paper whose values and metadata are these bytes.
void check_database(const std::string& bytes) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  for (const unsigned slot :
       {kVotesSlot, kDateSlot, kAuthorsSlot, kGlossesSlot, kLatentSlot, kWordsSlot}) {
    document.add_value(slot, bytes);
  }
  document.add_term("model", 1);
  database.add_document(document);
  const std::size_t line = std::min(bytes.find('\n'), bytes.size());
  database.set_metadata(std::string(kLatentKey), bytes.substr(0, line));
  database.set_metadata(std::string(kLatentVectorKey) + "model", bytes.substr(line));
  database.set_metadata(std::string(kGlossaryKeyPrefix) + "model", bytes);
  database.set_metadata(std::string(kDictionaryKey), bytes);

  LatentBasis basis(database);
  check(basis.dimensions() <= kMaxLatentDimensions, "too many dimensions");
  basis.direction_of(document.termlist_begin(), document.termlist_end());
  LatentSimilarity similarity(database);
  similarity.set_query(1);
  similarity.similarity(1);
  similarity.set_query({{"model", 1.0}});
  similarity.similarity(1);
  learned_names(database, "model");
  GlossaryLearner learner;
  for (int paper = 0; paper < 20; ++paper) learner.add_paper(bytes);
  learner.learn([](std::string_view) { return 20; });
  FacetSpy spy({phrase_pattern({"model", "model"}, kAllFields)});
  spy(document, 0);
  spy.months(10);
  spy.authors(10);
}

}  // namespace
}  // namespace papersearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace papersearch;
  const std::string_view bytes = fuzz::text_of(data, size);
  fuzz::check_record(bytes);
  fuzz::check_packed(std::string(bytes));
  fuzz::check_latent(bytes);
  fuzz::check_database(std::string(bytes));
  for (const Gloss& gloss : decode_glosses(bytes))
    fuzz::check(gloss.korean.find('\n') == std::string::npos, "a gloss of two lines");
  decode_authors(bytes);
  return 0;
}
