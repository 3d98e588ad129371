// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_learning.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "document_builder.h"
#include "index_directory.h"
#include "latent_basis.h"
#include "latent_corpus.h"
#include "latent_similarity.h"
#include "latent_vector.h"
#include "schema.h"

namespace papersearch {
namespace {

using testing::kSubjects;
using testing::LatentIndex;
using testing::paper_about;
using testing::Told;
using testing::two_language_archive;

Xapian::docid document_of(const Xapian::Database& database, const std::string& id) {
  const auto it = database.postlist_begin(id_term(id));
  return it == database.postlist_end(id_term(id)) ? 0 : *it;
}

std::string direction_of(const Xapian::Database& database, const std::string& id) {
  return database.get_document(document_of(database, id)).get_value(kLatentSlot);
}

// All that learning stored, by metadata key or arXiv id.
std::map<std::string, std::string> stored(const Xapian::Database& database,
                                          const std::vector<Paper>& papers) {
  std::map<std::string, std::string> out;
  for (auto it = database.metadata_keys_begin(); it != database.metadata_keys_end(); ++it) {
    out[*it] = database.get_metadata(*it);
  }
  for (const Paper& paper : papers) out[paper.id] = direction_of(database, paper.id);
  return out;
}

TEST(LatentLearning, GivesEveryPaperADirectionOfAtMost300Bytes) {
  const std::vector<Paper> papers = two_language_archive();
  LatentIndex index(papers);
  const Xapian::Database& database = index.database();
  const std::size_t dimensions = LatentBasis(database).dimensions();
  EXPECT_GT(dimensions, 0u);
  EXPECT_LE(dimensions, 300u);
  for (const Paper& paper : papers) {
    EXPECT_EQ(direction_of(database, paper.id).size(), dimensions) << paper.id;
  }
}

TEST(LatentLearning, GivesTheSameBytesForTheSamePapers) {
  const std::vector<Paper> papers = two_language_archive();
  LatentIndex index(papers);
  const auto first = stored(index.database(), papers);
  EXPECT_EQ(stored(LatentIndex(papers).database(), papers), first);
  learn_latent_basis(index.database());
  EXPECT_EQ(stored(index.database(), papers), first);
}

// The writer puts papers into an order of its own, whatever order they come in.
TEST(LatentLearning, GivesTheSameBytesInWhateverOrderPapersCome) {
  std::vector<Paper> papers = two_language_archive();
  const testing::SmallIndex straight(papers);
  std::reverse(papers.begin(), papers.end());
  const testing::SmallIndex reversed(papers);
  const auto bytes = [&](const std::string& path) {
    std::map<std::string, std::string> out;
    const Xapian::Database database(path + "/" +
                                    testing::require(current_generation(path)));
    for (const auto& [key, value] : stored(database, papers)) {
      if (key != kIndexedAtKey) out.emplace(key, value);
    }
    return out;
  };
  EXPECT_EQ(bytes(straight.path()), bytes(reversed.path()));
}

TEST(LatentLearning, BringsTheLanguagesTogether) {
  LatentIndex index(two_language_archive());
  const Xapian::Database& database = index.database();
  LatentSimilarity similarity(database);
  for (std::size_t subject = 0; subject < kSubjects.size(); ++subject) {
    similarity.set_query({{std::string(kSubjects[subject].korean[0])},
                          {std::string(kSubjects[subject].korean[1])}});
    double least = 1;
    double most = -1;  // of the other subjects
    for (std::size_t other = 0; other < kSubjects.size(); ++other) {
      for (std::size_t i = 10; i < 13; ++i) {
        const Paper english_only = paper_about(other, i, Told::kEnglish);
        const double cosine = similarity.similarity(document_of(database, english_only.id));
        (other == subject ? least : most) =
            other == subject ? std::min(least, cosine) : std::max(most, cosine);
      }
    }
    EXPECT_GT(least, most + 0.3) << "subject " << subject;
  }
}

TEST(LatentLearning, FoldsInAPaperAsIfItHadBeenThere) {
  std::vector<Paper> papers = two_language_archive();
  const Paper late = papers[3];
  LatentIndex index(papers);
  const Xapian::Database& with = index.database();
  papers.erase(papers.begin() + 3);
  LatentIndex smaller(papers);
  const Xapian::Database& without = smaller.database();

  DocumentBuilder builder;
  Xapian::Document document = builder.build(late);
  LatentBasis of_with(with);
  fold_in(of_with, document);
  EXPECT_EQ(document.get_value(kLatentSlot), direction_of(with, late.id));

  // In a space that was learned without it, it stands near the papers of its subject, the
  // first thirteen, and no others.
  LatentBasis of_without(without);
  fold_in(of_without, document);
  const std::string direction = document.get_value(kLatentSlot);
  const Probe probe{std::string_view(direction)};
  for (std::size_t i = 0; i < papers.size(); ++i) {
    const double cosine = probe.cosine(direction_of(without, papers[i].id));
    if (i < 13) {
      EXPECT_GT(cosine, 0.4) << papers[i].id;
    } else {
      EXPECT_LT(cosine, 0.2) << papers[i].id;
    }
  }
}

TEST(LatentLearning, LeavesNothingOfTheSpaceBefore) {
  std::vector<Paper> papers = two_language_archive();
  LatentIndex index(papers);
  Xapian::WritableDatabase& database = index.database();
  for (const Paper& paper : papers) database.delete_document(id_term(paper.id));
  learn_latent_basis(database);
  EXPECT_EQ(database.metadata_keys_begin(std::string(kLatentVectorKey)),
            database.metadata_keys_end(std::string(kLatentVectorKey)));
  EXPECT_EQ(LatentBasis(database).dimensions(), 0u);
}

TEST(LatentLearning, IsDoneAgainWhenTheArchiveHasGrownByAQuarter) {
  const std::vector<Paper> papers = two_language_archive();
  LatentIndex index(papers, false);
  Xapian::WritableDatabase& database = index.database();
  EXPECT_TRUE(needs_latent_learning(database));
  learn_latent_basis(database);
  EXPECT_FALSE(needs_latent_learning(database));
  DocumentBuilder builder;
  const std::size_t quarter = (papers.size() + 3) / 4;
  for (std::size_t i = 1; i <= quarter; ++i) {
    EXPECT_FALSE(needs_latent_learning(database)) << i;
    database.add_document(builder.build(paper_about(0, 50 + i, Told::kBoth)));
  }
  EXPECT_TRUE(needs_latent_learning(database));
}

TEST(LatentLearning, OfAnEmptyIndexGivesNone) {
  LatentIndex index({});
  EXPECT_EQ(LatentBasis(index.database()).dimensions(), 0u);
}

}  // namespace
}  // namespace papersearch
