// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "index_parts.h"
#include "papersearch/paper.h"

namespace papersearch {

// Goes through the papers that match a query by date and id, those without a date first.
// Of those to come, only the numbers are in memory.
class PaperWalk {
 public:
  explicit PaperWalk(Xapian::Query query) : query_(std::move(query)) {}

  // The next paper; nullopt behind the last one. `state` is another one whenever they may
  // have changed, where documents may have other numbers: the walk then goes on behind the
  // paper given last. Throws Xapian::Error, and may be asked again.
  std::optional<Paper> next(const IndexParts& index, std::uint64_t state);

 private:
  void list(const IndexParts& index);

  Xapian::Query query_;
  std::optional<std::uint64_t> state_;  // of the list
  std::vector<Xapian::docid> list_;
  std::size_t at_ = 0;
  bool has_begun_ = false;
  std::string last_date_;
  std::string last_id_;
};

}  // namespace papersearch
