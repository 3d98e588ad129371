// SPDX-License-Identifier: GPL-2.0-or-later
// The postings of a term in memory: numbers of documents in containers of 65,536, of two
// kinds, as of Chambi, Lemire, Kaser and Godin 2016, "Better bitmap performance with
// Roaring bitmaps". A sparse one lists its postings, three bytes each; a dense one has half
// a byte for each document, in place of their bit, for each posting has a frequency.
#pragma once

#include <xapian.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace papersearch {

class PostingList {
 public:
  // In the order of their numbers. False, and nothing is added, where the frequency takes
  // more than a byte.
  bool add(Xapian::docid did, Xapian::termcount wdf);
  // After the last, before it is read.
  void finish();

  std::uint32_t size() const { return size_; }
  std::size_t bytes() const;

 private:
  friend class PostingCursor;

  static constexpr std::uint32_t kInWord = 16;  // documents in a word of a dense container
  static constexpr std::uint64_t kMost = 15;    // half a byte for 14 times or more

  // A range of lows_ and wdfs_, or of words_.
  struct Container {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool is_dense = false;
  };

  void close_container();

  std::vector<Container> containers_;
  std::vector<std::uint16_t> lows_;
  std::vector<std::uint8_t> wdfs_;
  // 1 + the frequency, of sixteen documents; 0: it does not hold the term.
  std::vector<std::uint64_t> words_;
  std::vector<std::pair<Xapian::docid, std::uint8_t>> often_;  // frequencies from 14 on
  std::uint32_t size_ = 0;
};

// Reads a list forward; it must outlive the cursor.
class PostingCursor {
 public:
  static constexpr Xapian::docid kNoMore = std::numeric_limits<Xapian::docid>::max();

  explicit PostingCursor(const PostingList& list) : list_(&list) { enter(0, 0); }

  // The posting it stands at, at the beginning the first; kNoMore behind the last.
  Xapian::docid did() const { return did_; }
  Xapian::termcount wdf() const {
    return container_.is_dense ? wdf_of(half_byte(), did_) : list_->wdfs_[place_];
  }

  // To the first posting from `did` on, which is behind this one.
  void advance_to(Xapian::docid did) {
    const std::size_t number = did >> 16;
    const auto low = static_cast<std::uint16_t>(did);
    if (number != number_) {
      enter(number, low);
    } else if (!find(low)) {
      enter(number + 1, 0);
    }
  }

  // Tells `f` all postings before `end`, with their frequencies.
  template <class F>
  void read_until(Xapian::docid end, F&& f) {
    while (did_ < end) {
      const bool ends_within = end >> 16 == number_;
      const std::uint32_t stop = ends_within ? end & 0xffff : 0x10000;
      if (container_.is_dense) {
        read_dense(stop, f);
      } else {
        read_sparse(stop, f);
      }
      if (!ends_within || !find(static_cast<std::uint16_t>(end))) enter(number_ + 1, 0);
    }
  }

 private:
  Xapian::docid above() const { return static_cast<Xapian::docid>(number_ << 16); }
  std::uint64_t half_byte() const {
    return list_->words_[place_] >> (did_ % PostingList::kInWord * 4) & PostingList::kMost;
  }
  Xapian::termcount wdf_of(std::uint64_t half_byte, Xapian::docid did) const {
    return half_byte < PostingList::kMost ? static_cast<Xapian::termcount>(half_byte - 1)
                                          : often(did);
  }
  Xapian::termcount often(Xapian::docid did) const;

  // To the first posting from the container of this number on, in it from `low` on.
  void enter(std::size_t number, std::uint16_t low);
  // To the first posting of this container from `low` on, which is not before where it
  // stands. False: there is none.
  bool find(std::uint16_t low) {
    return container_.is_dense ? find_dense(low) : find_sparse(low);
  }
  bool find_dense(std::uint16_t low) {
    std::uint32_t place = container_.begin + low / PostingList::kInWord;
    if (place >= container_.end) return false;
    std::uint64_t word = list_->words_[place] & ~std::uint64_t{0}
                                                    << (low % PostingList::kInWord * 4);
    while (word == 0) {
      if (++place == container_.end) return false;
      word = list_->words_[place];
    }
    place_ = place;
    did_ = above() | ((place - container_.begin) * PostingList::kInWord +
                      static_cast<std::uint32_t>(std::countr_zero(word)) / 4);
    return true;
  }
  bool find_sparse(std::uint16_t low);

  template <class F>
  void read_sparse(std::uint32_t stop, F& f) {
    for (; place_ < container_.end && list_->lows_[place_] < stop; ++place_)
      f(above() | list_->lows_[place_], Xapian::termcount{list_->wdfs_[place_]});
  }
  template <class F>
  void read_dense(std::uint32_t stop, F& f) {
    constexpr std::uint32_t kInWord = PostingList::kInWord;
    const std::uint32_t first = did_ & 0xffff;
    std::uint64_t from = ~std::uint64_t{0} << (first % kInWord * 4);
    for (std::uint32_t low = first - first % kInWord; low < stop; low += kInWord) {
      const std::uint32_t place = container_.begin + low / kInWord;
      if (place == container_.end) return;
      std::uint64_t word = list_->words_[place] & from;
      from = ~std::uint64_t{0};
      if (stop - low < kInWord) word &= (std::uint64_t{1} << ((stop - low) * 4)) - 1;
      while (word != 0) {
        const int shift = std::countr_zero(word) & ~3;
        const std::uint64_t half_byte = word >> shift & PostingList::kMost;
        const Xapian::docid did = above() | (low + static_cast<std::uint32_t>(shift) / 4);
        f(did, wdf_of(half_byte, did));
        word &= ~(PostingList::kMost << shift);
      }
    }
  }

  const PostingList* list_;
  std::size_t number_ = 0;  // of the container
  PostingList::Container container_;
  std::uint32_t place_ = 0;  // in lows_, or in words_
  Xapian::docid did_ = kNoMore;
};

}  // namespace papersearch
