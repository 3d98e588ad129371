// SPDX-License-Identifier: GPL-2.0-or-later
// The document of this search engine: one paper and what the digests say about it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papersearch/export.h"

namespace papersearch {

// One part of a paper's summary.
struct Section {
  // As the digest has it ("What's New", "Limitations", ...); empty for bullets that
  // stand under no name. The feed's abstract is the section "Abstract".
  std::string name;
  // Plain text in UTF-8. Lines are separated by '\n' where the digest had bullets.
  std::string text;
};

// A paper. All text is UTF-8; what is not valid UTF-8 is refused by IndexWriter.
struct Paper {
  // arXiv id without version, "2504.16084" or "cs/0112017", or an id of one's own, see
  // parse_paper_id(). The key of the paper.
  std::string id;
  std::string title;
  // The day of the first listing as "YYYY-MM-DD"; empty when not known.
  std::string date;
  std::vector<std::string> authors;
  // Up-votes on the day of the digest; nullopt when not known, which is not zero.
  std::optional<std::int64_t> votes;
  std::vector<Section> sections;
  // Where the paper is, for one that is not at arXiv: see paper_url(). Empty when it is
  // nowhere, or at arXiv.
  std::string url = {};
};

// The id in `text`, without version, or nullopt when there is none. Understands a bare
// id, "arXiv:2504.16084v2", and addresses under arxiv.org/{abs,pdf,html} and
// huggingface.co/papers.
PAPERSEARCH_EXPORT std::optional<std::string> parse_arxiv_id(std::string_view text);

// The longest id, in bytes.
inline constexpr std::size_t kMaxPaperIdBytes = 64;

// The id in `text` as the index knows it: what parse_arxiv_id() gives, else an id of one's
// own as it stands there, or nullopt. An id of one's own, for records that are not at
// arXiv, has at most kMaxPaperIdBytes ASCII letters, digits and . _ : / - , begins with a
// letter or a digit, and is more than letters, so that a word in the wrong place is told
// from an id. Capitals count. None looks like an id of arXiv gone wrong (four digits, a dot
// and a digit in front, or "arXiv:") or like an address ("//").
PAPERSEARCH_EXPORT std::optional<std::string> parse_paper_id(std::string_view text);

// The address of the abstract of an arXiv id: "https://arxiv.org/abs/2504.16084"; empty
// for an id of one's own.
PAPERSEARCH_EXPORT std::string paper_url(std::string_view id);

// The paper's address: Paper::url, else that of its arXiv id, else empty.
PAPERSEARCH_EXPORT std::string paper_url(const Paper& paper);

// True for a day of the calendar written "YYYY-MM-DD".
PAPERSEARCH_EXPORT bool is_calendar_date(std::string_view text);

// One paper from several entries: sections of all (an identical one once, the
// abstract last), the largest known votes, the earliest known date, the longest list
// of authors, the title of the entry listed first, and its address, if any; what is equal
// in that stays as `paper` has it. IndexWriter merges the entries of a paper so, in an
// order of its own.
PAPERSEARCH_EXPORT void merge_paper(Paper& paper, const Paper& entry);

}  // namespace papersearch
