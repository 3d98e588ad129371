// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer.h"
#include "document_layout.h"
#include "document_terms.h"
#include "gloss.h"
#include "indexed_names.h"
#include "packed_record.h"
#include "papersearch/paper.h"
#include "schema.h"
#include "text_pool.h"
#include "word_positions.h"
#include "word_sequence.h"

namespace papersearch {

// Turns papers into Xapian documents as docs/index_format.md tells. Not for use by
// several threads.
class DocumentBuilder {
 public:
  // `dictionary` is that of the index, for the records: packed_record.h.
  explicit DocumentBuilder(DocumentLayout layout = DocumentLayout::kWhole,
                           std::string dictionary = {})
      : layout_(layout), records_(std::move(dictionary)) {}
  Xapian::Document build(const Paper& paper);
  // Of the paper that was built last, each once: surface_forms.h.
  const TextPool& surface_forms() const { return surface_forms_; }

 private:
  void add_text(Field field, std::string_view text);
  void begin_run(Field field);
  void add_word(std::string_view term, std::uint32_t place);
  void add_authors(const std::vector<std::string>& authors);

  DocumentLayout layout_;
  RecordPacker records_;
  Analyzer analyzer_;
  std::vector<Token> tokens_;
  std::vector<const Token*> words_;  // of tokens_
  IndexedNames names_;
  DocumentTerms terms_;                          // of the paper at hand
  TextPool surface_forms_;                       // likewise
  std::vector<Gloss> glosses_;                   // of the paper at hand
  WordSequenceWriter sequence_;                  // likewise
  std::optional<WordPositionWriter> positions_;  // likewise, of a shard
};

// The terms that name things, as they are indexed.
std::string id_term(std::string_view id);
std::string author_term(std::string_view folded_word);
std::string author_name_term(std::string_view name);
std::string month_term(std::string_view month);
std::string bigram_term(std::string_view syllables);
std::string name_term(std::string_view key);  // of name_key(), for names of several words
std::string title_term(std::string_view term);

// "2025-04-23" for what kDateSlot has, "20250423"; empty for anything else.
std::string written_date(std::string_view value);

// The names in kAuthorsSlot.
std::vector<std::string> decode_authors(std::string_view value);

}  // namespace papersearch
