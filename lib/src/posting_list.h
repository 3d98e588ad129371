// SPDX-License-Identifier: GPL-2.0-or-later
// The postings of a term in memory, three bytes each: numbers of documents in containers of
// 65,536, as of Chambi, Lemire, Kaser and Godin 2016, "Better bitmap performance with
// Roaring bitmaps", without their bitmaps, for each posting has a frequency.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace papersearch {

class PostingList {
 public:
  // In the order of their numbers. False, and nothing is added, where the frequency takes
  // more than a byte.
  bool add(Xapian::docid did, Xapian::termcount wdf) {
    if (wdf > std::numeric_limits<std::uint8_t>::max()) return false;
    while (containers() <= did >> 16) begins_.push_back(size());
    lows_.push_back(static_cast<std::uint16_t>(did));
    wdfs_.push_back(static_cast<std::uint8_t>(wdf));
    begins_.back() = size();
    return true;
  }
  void reserve(std::size_t size) {
    lows_.reserve(size);
    wdfs_.reserve(size);
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(lows_.size()); }

 private:
  friend class PostingCursor;

  std::size_t containers() const { return begins_.size() - 1; }

  std::vector<std::uint32_t> begins_ = {0};  // of each container, and the end of the last
  std::vector<std::uint16_t> lows_;
  std::vector<std::uint8_t> wdfs_;
};

// Reads a list forward; it must outlive the cursor.
class PostingCursor {
 public:
  static constexpr Xapian::docid kNoMore = std::numeric_limits<Xapian::docid>::max();

  explicit PostingCursor(const PostingList& list) : list_(&list) { settle(); }

  // The posting it stands at, at the beginning the first; kNoMore behind the last.
  Xapian::docid did() const { return did_; }
  Xapian::termcount wdf() const { return list_->wdfs_[place_]; }

  // To the first posting from `did` on, which is behind this one.
  void advance_to(Xapian::docid did) {
    if (const std::size_t container = did >> 16; container > container_) {
      if (container >= list_->containers()) {
        did_ = kNoMore;
        return;
      }
      container_ = container;
      place_ = list_->begins_[container];
    } else {
      ++place_;
    }
    leap_to(static_cast<std::uint16_t>(did));
    settle();
  }

 private:
  std::uint32_t end() const { return list_->begins_[container_ + 1]; }

  // Most are near: leaps of 1, 2, 4 and so on before the halving (Bentley and Yao 1976, "An
  // Almost Optimal Algorithm for Unbounded Searching").
  void leap_to(std::uint16_t low) {
    const std::vector<std::uint16_t>& lows = list_->lows_;
    if (place_ >= end() || lows[place_] >= low) return;
    std::uint32_t leap = 1;
    while (place_ + leap < end() && lows[place_ + leap] < low) {
      place_ += leap;
      leap *= 2;
    }
    const auto last = lows.begin() + std::min(place_ + leap, end());
    place_ = static_cast<std::uint32_t>(
        std::lower_bound(lows.begin() + place_ + 1, last, low) - lows.begin());
  }

  // From behind the last posting of a container to the first of the next.
  void settle() {
    while (container_ < list_->containers() && place_ == end()) ++container_;
    did_ = container_ < list_->containers()
               ? static_cast<Xapian::docid>(container_ << 16 | list_->lows_[place_])
               : kNoMore;
  }

  const PostingList* list_;
  std::size_t container_ = 0;
  std::uint32_t place_ = 0;
  Xapian::docid did_ = kNoMore;
};

}  // namespace papersearch
