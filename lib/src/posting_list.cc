// SPDX-License-Identifier: GPL-2.0-or-later
#include "posting_list.h"

#include <algorithm>

namespace papersearch {

bool PostingList::add(Xapian::docid did, Xapian::termcount wdf) {
  if (wdf > std::numeric_limits<std::uint8_t>::max()) return false;
  while (containers_.size() <= did >> 16) {
    close_container();
    const auto begin = static_cast<std::uint32_t>(lows_.size());
    containers_.push_back({begin, begin, false});
  }
  lows_.push_back(static_cast<std::uint16_t>(did));
  wdfs_.push_back(static_cast<std::uint8_t>(wdf));
  ++size_;
  return true;
}

// As dense, where that takes less.
void PostingList::close_container() {
  if (containers_.empty()) return;
  Container& container = containers_.back();
  container.end = static_cast<std::uint32_t>(lows_.size());
  if (container.begin == container.end) return;
  const std::uint32_t words = lows_.back() / kInWord + 1;
  if (words * sizeof(std::uint64_t) > 3 * std::size_t{container.end - container.begin})
    return;
  const auto first_word = static_cast<std::uint32_t>(words_.size());
  words_.resize(words_.size() + words);
  const auto above = static_cast<Xapian::docid>((containers_.size() - 1) << 16);
  for (std::uint32_t i = container.begin; i < container.end; ++i) {
    const std::uint64_t half_byte = std::min<std::uint64_t>(wdfs_[i] + 1U, kMost);
    words_[first_word + lows_[i] / kInWord] |= half_byte << (lows_[i] % kInWord * 4);
    if (half_byte == kMost) often_.emplace_back(above | lows_[i], wdfs_[i]);
  }
  lows_.resize(container.begin);
  wdfs_.resize(container.begin);
  container = {first_word, first_word + words, true};
}

void PostingList::finish() {
  close_container();
  containers_.shrink_to_fit();
  lows_.shrink_to_fit();
  wdfs_.shrink_to_fit();
  words_.shrink_to_fit();
}

std::size_t PostingList::bytes() const {
  return containers_.capacity() * sizeof(Container) + lows_.capacity() * sizeof(lows_[0]) +
         wdfs_.capacity() + words_.capacity() * sizeof(words_[0]) +
         often_.capacity() * sizeof(often_[0]);
}

Xapian::termcount PostingCursor::often(Xapian::docid did) const {
  return std::lower_bound(list_->often_.begin(), list_->often_.end(),
                          std::pair<Xapian::docid, std::uint8_t>{did, 0})
      ->second;
}

void PostingCursor::enter(std::size_t number, std::uint16_t low) {
  for (; number < list_->containers_.size(); ++number, low = 0) {
    number_ = number;
    container_ = list_->containers_[number];
    place_ = container_.begin;
    if (find(low)) return;
  }
  number_ = number;
  did_ = kNoMore;
}

// Most are near: leaps of 1, 2, 4 and so on before the halving (Bentley and Yao 1976, "An
// Almost Optimal Algorithm for Unbounded Searching").
bool PostingCursor::find_sparse(std::uint16_t low) {
  const std::vector<std::uint16_t>& lows = list_->lows_;
  const std::uint32_t end = container_.end;
  if (place_ < end && lows[place_] < low) {
    std::uint32_t leap = 1;
    while (place_ + leap < end && lows[place_ + leap] < low) {
      place_ += leap;
      leap *= 2;
    }
    const auto last = lows.begin() + std::min(place_ + leap, end);
    place_ = static_cast<std::uint32_t>(
        std::lower_bound(lows.begin() + place_ + 1, last, low) - lows.begin());
  }
  if (place_ == end) return false;
  did_ = above() | lows[place_];
  return true;
}

}  // namespace papersearch
