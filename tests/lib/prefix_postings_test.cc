// SPDX-License-Identifier: GPL-2.0-or-later
#include "prefix_postings.h"

#include <gtest/gtest.h>

#include <map>

namespace papersearch {
namespace {

std::map<Xapian::docid, Xapian::termcount> read(const Xapian::Database& database,
                                                const std::string& beginning) {
  const PostingList list = prefix_postings(database, prefix_term(beginning));
  std::map<Xapian::docid, Xapian::termcount> out;
  PostingCursor cursor(list);
  cursor.read_until(PostingCursor::kNoMore,
                    [&](auto did, auto wdf) { out.emplace(did, wdf); });
  EXPECT_EQ(out.size(), list.size());
  return out;
}

TEST(PrefixPostingsTest, AddsUpWhatBeginsSo) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  const auto add = [&](Xapian::docid did, const char* term, unsigned wdf) {
    Xapian::Document document;
    if (did <= database.get_lastdocid()) document = database.get_document(did);
    document.add_term(term, wdf);
    database.replace_document(did, document);
  };
  add(1, "model", 2);
  add(1, "modern", 3);
  add(2, "mode", 1);
  add(3, "rodeo", 1);
  add(4, "model", 200);
  add(4, "models", 200);
  // Beyond a range, and at its edges.
  add(65'535, "model", 1);
  add(65'536, "modern", 4);
  add(70'000, "model", 5);
  using Expected = std::map<Xapian::docid, Xapian::termcount>;
  EXPECT_EQ(read(database, "mod"),
            (Expected{{1, 5}, {2, 1}, {4, 255}, {65'535, 1}, {65'536, 4}, {70'000, 5}}));
  EXPECT_EQ(read(database, "moder"), (Expected{{1, 3}, {65'536, 4}}));
  EXPECT_EQ(read(database, "nowhere"), Expected{});
}

TEST(PrefixTermTest, IsToldByItsAsterisk) {
  EXPECT_TRUE(is_prefix_term(prefix_term("강화")));
  EXPECT_FALSE(is_prefix_term("강화"));
  EXPECT_FALSE(is_prefix_term(""));
}

}  // namespace
}  // namespace papersearch
