// SPDX-License-Identifier: GPL-2.0-or-later
#include "paper_queue.h"

#include <gtest/gtest.h>

#include <string>
#include <thread>

namespace papersearch {
namespace {

PaperQueue::Batch batch(int number) {
  PaperQueue::Batch out(1);
  out[0].title = std::to_string(number);
  return out;
}

// More than the queue holds at once.
TEST(PaperQueueTest, GivesAllBatchesInTheirOrder) {
  PaperQueue queue;
  std::thread reader([&queue] {
    for (int i = 0; i < 100; ++i) queue.push(batch(i));
    queue.end();
  });
  for (int i = 0; i < 100; ++i) EXPECT_EQ(queue.pop().at(0).title, std::to_string(i));
  EXPECT_TRUE(queue.pop().empty());
  reader.join();
}

// A writer that failed keeps no reader waiting.
TEST(PaperQueueTest, DropsWhatComesAfterTheEnd) {
  PaperQueue queue;
  queue.push(batch(1));
  queue.end();
  for (int i = 0; i < 100; ++i) queue.push(batch(2));
  EXPECT_EQ(queue.pop().at(0).title, "1");
  EXPECT_TRUE(queue.pop().empty());
}

}  // namespace
}  // namespace papersearch
