// SPDX-License-Identifier: GPL-2.0-or-later
// What the index remembers of sources, and of papers in several of them, as bytes.
#include "source_record.h"

#include <gtest/gtest.h>

#include <string>

#include "paper_entries.h"
#include "record.h"
#include "small_index.h"

namespace papersearch {
namespace {

using testing::make_paper;

SourceRecord a_source() {
  SourceRecord out;
  out.name = std::string("/archive/\xFF\0.md", 15);  // names of files are any bytes
  out.notes = {"1:abc", 3, {{7, "no link"}, {0, "강화"}}};
  out.ids = {"2504.00001", "cs/0112017"};
  return out;
}

TEST(SourceRecordTest, GivesBackWhatWasPutIn) {
  const auto source = decode_source(encode_source(a_source()));
  ASSERT_TRUE(source);
  EXPECT_EQ(source->name, a_source().name);
  EXPECT_EQ(source->notes.fingerprint, "1:abc");
  EXPECT_EQ(source->notes.entries, 3U);
  ASSERT_EQ(source->notes.complaints.size(), 2U);
  EXPECT_EQ(source->notes.complaints[0].line, 7U);
  EXPECT_EQ(source->notes.complaints[1].reason, "강화");
  EXPECT_EQ(source->ids, a_source().ids);
}

// Any byte that changed is found, and any end that is missing.
TEST(SourceRecordTest, KnowsDamage) {
  const std::string data = encode_source(a_source());
  for (std::size_t i = 0; i < data.size(); ++i) {
    std::string bad = data;
    bad[i] = static_cast<char>(bad[i] ^ 0x10);
    EXPECT_FALSE(decode_source(bad)) << i;
    EXPECT_FALSE(decode_source(data.substr(0, i))) << i;
  }
  EXPECT_FALSE(decode_source(data + "x"));
}

TEST(PaperEntriesTest, GiveBackWhatWasPutIn) {
  std::vector<PaperEntry> entries = {{"b", make_paper("2504.00001", "Two", "text")},
                                     {"a", make_paper("2504.00001", "One", "text")}};
  merge_entries(entries);
  const std::string data = encode_entries(entries);
  const auto out = decode_entries(data);
  ASSERT_TRUE(out);
  ASSERT_EQ(out->size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ((*out)[i].source, entries[i].source);
    EXPECT_EQ(encode_record((*out)[i].paper), encode_record(entries[i].paper));
  }
  for (std::size_t i = 0; i < data.size(); ++i) {
    std::string bad = data;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    EXPECT_FALSE(decode_entries(bad)) << i;
  }
}

TEST(PaperEntriesTest, OneEntryIsThePaperItself) {
  std::vector<PaperEntry> entries = {{"a", merged_alone(make_paper("2504.00001", "One"))}};
  const Paper paper = merge_entries(entries);
  EXPECT_EQ(encode_record(paper), encode_record(entries[0].paper));
  EXPECT_EQ(encode_entries(entries), "");
}

// Files have no order: merged and stored the same, however they came.
TEST(PaperEntriesTest, HaveAnOrderOfTheirOwn) {
  Paper early = make_paper("2504.00001", "Early", "one");
  early.date = "2025-04-22";
  Paper late = make_paper("2504.00001", "Late", "two");
  late.date = "2025-04-23";
  std::vector<PaperEntry> one = {{"a", early}, {"b", late}, {"c", late}};
  std::vector<PaperEntry> other = {{"c", late}, {"b", late}, {"a", early}};
  EXPECT_EQ(encode_record(merge_entries(one)), encode_record(merge_entries(other)));
  EXPECT_EQ(encode_entries(one), encode_entries(other));
}

TEST(ContentHashTest, IsThatOfXxh3) {
  // As xxhsum -H2 prints it.
  EXPECT_EQ(content_hash(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_NE(content_hash("a"), content_hash("b"));
  EXPECT_EQ(content_hash(std::string(100'000, 'x')).size(), 32U);
}

}  // namespace
}  // namespace papersearch
