// SPDX-License-Identifier: GPL-2.0-or-later
#include "packed_record.h"

#include <gtest/gtest.h>

#include <optional>
#include <set>

#include "paper_print.h"
#include "record.h"
#include "schema.h"
#include "small_index.h"

namespace papersearch {
namespace {

using testing::make_paper;

Paper paper_of(std::size_t number) {
  return make_paper("2504." + std::to_string(10'000 + number), "Paper",
                    "이 논문은 강화 학습을 제안합니다. Number " + std::to_string(number));
}

TEST(PackedRecordTest, GivesBackThePaper) {
  const Paper paper = paper_of(1);
  for (const std::string& dictionary :
       {std::string(), encode_record(paper_of(2)), std::string(64'000, 'x')}) {
    const std::string packed = RecordPacker(dictionary).pack(paper);
    const RecordReader reader(dictionary);
    EXPECT_EQ(reader.record(packed), encode_record(paper));
    Xapian::Document document;
    set_packed_record(document, packed);
    EXPECT_EQ(testing::print(reader.paper(document)), testing::print(paper));
  }
}

// A megabyte of one letter takes half a hundredth of the room.
TEST(PackedRecordTest, GivesBackALongPaper) {
  const Paper paper = make_paper("2504.16084", "Long", std::string(1 << 20, 'x'));
  const std::string packed = RecordPacker().pack(paper);
  EXPECT_LT(packed.size(), 10'000U);
  EXPECT_EQ(RecordReader().record(packed), encode_record(paper));
}

TEST(PackedRecordTest, TheSamePaperGivesTheSameBytes) {
  RecordPacker packer(encode_record(paper_of(7)));
  const std::string first = packer.pack(paper_of(1));
  EXPECT_NE(packer.pack(paper_of(2)), first);
  EXPECT_EQ(packer.pack(paper_of(1)), first);
}

TEST(PackedRecordTest, TextThatTheDictionaryHasTakesNoRoom) {
  const Paper paper = paper_of(1);
  EXPECT_LT(2 * RecordPacker(encode_record(paper_of(2))).pack(paper).size(),
            RecordPacker().pack(paper).size());
}

TEST(PackedRecordTest, DamageIsNoOtherPaper) {
  const std::string dictionary = encode_record(paper_of(2));
  const std::string packed = RecordPacker(dictionary).pack(paper_of(1));
  const std::string whole = encode_record(paper_of(1));
  const RecordReader reader(dictionary);
  for (std::size_t i = 0; i < packed.size() * 8; ++i) {
    std::string damaged = packed;
    damaged[i / 8] = static_cast<char>(damaged[i / 8] ^ (1 << (i % 8)));
    const std::optional<Paper> paper = reader.find_paper(damaged);
    ASSERT_EQ(paper ? encode_record(*paper) : whole, whole) << "bit " << i;
  }
  for (std::size_t n = 0; n < packed.size(); ++n)
    ASSERT_FALSE(reader.find_paper(packed.substr(0, n))) << n << " bytes";
  EXPECT_FALSE(reader.find_paper(packed + 'x'));
  EXPECT_FALSE(RecordReader().find_paper(packed));
  Xapian::Document document;
  EXPECT_THROW(reader.paper(document), Xapian::DatabaseCorruptError);
  set_packed_record(document, "no record");
  EXPECT_THROW(reader.paper(document), Xapian::DatabaseCorruptError);
}

// It begins as one of Zstandard's own, and does not go on so.
TEST(PackedRecordTest, ADamagedDictionaryIsAnError) {
  const std::string dictionary = "\x37\xa4\x30\xec and what is none";
  EXPECT_THROW(RecordPacker(dictionary).pack(paper_of(1)), Xapian::DatabaseCorruptError);
  EXPECT_THROW(RecordReader{dictionary}, Xapian::DatabaseCorruptError);
}

TEST(RecordDictionaryTest, IsMadeOfPapersFromAllOverTheArchive) {
  std::set<std::size_t> read;
  const std::string dictionary = make_dictionary(1'000, [&](std::size_t i) {
    read.insert(i);
    return make_paper(std::to_string(i), "Paper", std::string(1'000, 'x'));
  });
  EXPECT_EQ(dictionary.size(), 16'000U);
  for (std::size_t tenth = 0; tenth < 10; ++tenth) {
    EXPECT_NE(read.lower_bound(100 * tenth), read.lower_bound(100 * tenth + 100)) << tenth;
  }
  EXPECT_LT(*read.rbegin(), 1'000U);
}

TEST(RecordDictionaryTest, FewPapersNeedNone) {
  EXPECT_EQ(make_dictionary(199, paper_of), "");
  EXPECT_NE(make_dictionary(200, paper_of), "");
}

TEST(RecordDictionaryTest, IsKeptInTheIndex) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  EXPECT_EQ(dictionary_of(database), "");
  store_dictionary(database, "text");
  EXPECT_EQ(dictionary_of(database), "text");
  std::string stored = database.get_metadata(std::string(kDictionaryKey));
  stored.back() ^= 1;
  database.set_metadata(std::string(kDictionaryKey), stored);
  EXPECT_THROW(dictionary_of(database), Xapian::DatabaseCorruptError);
  store_dictionary(database, "");
  EXPECT_EQ(dictionary_of(database), "");
}

// An index that grows gets a dictionary once, and then is updated again.
TEST(RecordDictionaryTest, AnIndexThatGrowsGetsOne) {
  const testing::TempDir folder;
  const std::string path = folder / "index";
  const auto write = [&](std::size_t papers) {
    IndexWriter writer = testing::require(IndexWriter::open(path));
    for (std::size_t i = 0; i < papers; ++i) testing::require(writer.add(paper_of(i)));
    return testing::require(writer.commit()).change;
  };
  EXPECT_EQ(write(190), IndexChange::kNewGeneration);
  EXPECT_EQ(dictionary_of(Xapian::Database(path)), "");
  EXPECT_EQ(write(199), IndexChange::kUpdate);
  EXPECT_EQ(write(200), IndexChange::kNewGeneration);
  EXPECT_NE(dictionary_of(Xapian::Database(path)), "");
  EXPECT_EQ(write(210), IndexChange::kUpdate);
  Searcher searcher = testing::require(Searcher::open(path));
  for (const std::size_t i : {0, 209}) {
    EXPECT_EQ(testing::print(testing::require(searcher.find(paper_of(i).id))),
              testing::print(paper_of(i)));
  }
}

}  // namespace
}  // namespace papersearch
