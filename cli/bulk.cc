// SPDX-License-Identifier: GPL-2.0-or-later
#include "bulk.h"

#include "json_writer.h"

namespace papersearch::cli {

std::string paper_bulk(const Paper& paper) {
  // An id holds nothing that JSON would escape.
  return "{\"index\":{\"_id\":\"" + paper.id + "\"}}\n" + paper_json(paper);
}

// Compounds are indexed whole and in parts, for people write them with and without spaces.
std::string bulk_mapping() {
  return R"({
  "settings": {
    "analysis": {
      "tokenizer": {
        "korean_words": {"type": "nori_tokenizer", "decompound_mode": "mixed"}
      },
      "filter": {
        "english_stems": {"type": "stemmer", "language": "english"}
      },
      "analyzer": {
        "korean_and_english": {
          "type": "custom",
          "tokenizer": "korean_words",
          "filter": ["nori_part_of_speech", "nori_readingform", "lowercase", "english_stems"]
        }
      }
    }
  },
  "mappings": {
    "dynamic": false,
    "properties": {
      "id": {"type": "keyword"},
      "title": {"type": "text", "analyzer": "korean_and_english"},
      "url": {"type": "keyword", "index": false},
      "date": {"type": "date", "format": "strict_date"},
      "authors": {"type": "text", "fields": {"name": {"type": "keyword"}}},
      "votes": {"type": "long"},
      "sections": {
        "properties": {
          "name": {"type": "keyword"},
          "text": {"type": "text", "analyzer": "korean_and_english"}
        }
      }
    }
  }
}
)";
}

}  // namespace papersearch::cli
