// SPDX-License-Identifier: GPL-2.0-or-later
#include "source.h"

#include <utility>

namespace papersearch {

void Content::complain(std::size_t line, std::string reason) {
  if (complaints.size() < kMaxComplaints) {
    complaints.push_back({"", line, std::move(reason)});
  } else {
    ++unlisted;
  }
}

}  // namespace papersearch
