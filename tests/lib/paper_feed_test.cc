// SPDX-License-Identifier: GPL-2.0-or-later
#include "paper_feed.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <thread>

namespace papersearch {
namespace {

PaperFeed::Batch numbered(std::size_t begin, std::size_t end) {
  PaperFeed::Batch out;
  for (; begin < end; ++begin) {
    out.emplace_back();
    out.back().title = std::to_string(begin);
  }
  return out;
}

bool always() { return true; }

// Asks for papers from `begin` on, one after the other, until there are none.
std::size_t count_from(PaperFeed& feed, std::size_t begin) {
  std::size_t count = 0;
  for (std::future<PaperFeed::Batch> coming = feed.ask(begin, begin + 1); count < 100;) {
    const PaperFeed::Batch papers = coming.get();
    if (papers.empty()) break;
    EXPECT_EQ(papers.at(0).title, std::to_string(begin + count));
    ++count;
    coming = feed.ask(begin + count, begin + count + 1);
  }
  feed.leave();
  return count;
}

TEST(PaperFeedTest, GivesWhatIsAskedFor) {
  PaperFeed feed;
  feed.admit();
  feed.admit();
  auto one = std::async(std::launch::async, [&] { return count_from(feed, 0); });
  auto other = std::async(std::launch::async, [&] { return count_from(feed, 1'000); });
  EXPECT_TRUE(feed.serve(numbered, always));
  EXPECT_EQ(one.get(), 100U);
  EXPECT_EQ(other.get(), 100U);
}

TEST(PaperFeedTest, EndsWhenItIsToStop) {
  PaperFeed feed;
  feed.admit();
  auto one = std::async(std::launch::async, [&] { return count_from(feed, 0); });
  int asked = 0;
  EXPECT_FALSE(feed.serve(numbered, [&] { return ++asked <= 3; }));
  EXPECT_EQ(one.get(), 3U);
}

TEST(PaperFeedTest, AReaderThatFailsKeepsNobodyWaiting) {
  PaperFeed feed;
  feed.admit();
  auto one = std::async(std::launch::async, [&] { return count_from(feed, 0); });
  EXPECT_THROW(feed.serve(
                   [](std::size_t begin, std::size_t end) {
                     if (begin == 2) throw std::runtime_error("damaged");
                     return numbered(begin, end);
                   },
                   always),
               std::runtime_error);
  EXPECT_THROW(one.get(), std::future_error);
}

// Also what was asked for and not yet read.
TEST(PaperFeedTest, GivesNothingAfterTheEnd) {
  PaperFeed feed;
  feed.admit();
  std::future<PaperFeed::Batch> asked = feed.ask(0, 1);
  feed.end();
  EXPECT_TRUE(asked.get().empty());
  EXPECT_TRUE(feed.ask(0, 1).get().empty());
  feed.leave();
  EXPECT_TRUE(feed.serve(numbered, always));
}

}  // namespace
}  // namespace papersearch
