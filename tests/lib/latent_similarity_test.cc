// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_similarity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "latent_corpus.h"
#include "latent_learning.h"
#include "schema.h"

namespace papersearch {
namespace {

using testing::in_memory;
using testing::SmallIndex;
using testing::two_language_archive;

Xapian::WritableDatabase learned() {
  Xapian::WritableDatabase database = in_memory(two_language_archive());
  learn_latent_basis(database);
  return database;
}

TEST(LatentSimilarity, OfAnIndexWithoutVectorsIsZero) {
  const Xapian::WritableDatabase database = in_memory(two_language_archive());
  LatentSimilarity similarity(database);
  EXPECT_FALSE(similarity.available());
  similarity.set_query({{"robot"}});
  EXPECT_EQ(similarity.similarity(1), 0);
  similarity.set_query(1);
  EXPECT_EQ(similarity.similarity(1), 0);
}

TEST(LatentSimilarity, OfASpaceOfALaterVersionIsZero) {
  Xapian::WritableDatabase database = learned();
  database.set_metadata(std::string(kLatentKey), "99 200 70");
  LatentSimilarity similarity(database);
  EXPECT_FALSE(similarity.available());
  similarity.set_query({{"robot"}});
  EXPECT_EQ(similarity.similarity(1), 0);
}

TEST(LatentSimilarity, WithoutAQueryOrOfUnknownWordsIsZero) {
  const Xapian::WritableDatabase database = learned();
  LatentSimilarity similarity(database);
  EXPECT_TRUE(similarity.available());
  EXPECT_EQ(similarity.similarity(1), 0);
  similarity.set_query({{"zeppelin"}});
  EXPECT_EQ(similarity.similarity(1), 0);
  similarity.set_query(std::vector<WeightedTerm>());
  EXPECT_EQ(similarity.similarity(1), 0);
}

TEST(LatentSimilarity, DoesNotDependOnTheOrderOfQuestions) {
  const Xapian::WritableDatabase database = learned();
  LatentSimilarity similarity(database);
  similarity.set_query({{"robot"}, {"rain", 0.5}});
  std::vector<double> forward;
  for (Xapian::docid did = 1; did <= database.get_lastdocid(); ++did) {
    forward.push_back(similarity.similarity(did));
  }
  for (Xapian::docid did = database.get_lastdocid(); did > 0; --did) {
    EXPECT_EQ(similarity.similarity(did), forward[did - 1]) << did;
    EXPECT_EQ(similarity.similarity(did), forward[did - 1]) << did << " asked again";
  }
}

TEST(LatentSimilarity, OfAPaperThatIsNotThereIsZero) {
  Xapian::WritableDatabase database = learned();
  database.delete_document(2);
  LatentSimilarity similarity(database);
  similarity.set_query({{"robot"}});
  EXPECT_NE(similarity.similarity(1), 0);
  EXPECT_EQ(similarity.similarity(2), 0);
  EXPECT_NE(similarity.similarity(3), 0);
  EXPECT_EQ(similarity.similarity(database.get_lastdocid() + 1), 0);
}

TEST(LatentSimilarity, OfAPaperToItselfIsOne) {
  const Xapian::WritableDatabase database = learned();
  LatentSimilarity similarity(database);
  similarity.set_query(5);
  EXPECT_NEAR(similarity.similarity(5), 1, 1e-6);
  EXPECT_GT(similarity.similarity(4), similarity.similarity(30));
}

// Both papers hold the word once; only the second is about what the word belongs to.
TEST(LatentRanking, PutsThePaperThatIsAboutTheWordFirst) {
  std::vector<Paper> papers = two_language_archive();
  papers.push_back(
      testing::make_paper("2505.00001", "One", "torque of rain brush voice enzyme"));
  papers.push_back(
      testing::make_paper("2505.00002", "Two", "torque of robot grasp arm gripper"));
  SmallIndex index(papers);
  SearchOptions options;
  options.votes_weight = 0;
  options.limit = 1'000;
  const auto place_of = [&](const std::string& id) {
    const std::vector<std::string> ids = index.ids("torque", options);
    return std::find(ids.begin(), ids.end(), id) - ids.begin();
  };
  options.latent_weight = 1;
  EXPECT_LT(place_of("2505.00002"), place_of("2505.00001"));
}

TEST(LatentRanking, SaysWhatItAddedAndThatItIsOff) {
  SmallIndex index(two_language_archive());
  SearchOptions options;
  options.explain = true;
  options.latent_weight = 0.5;
  for (const Hit& hit : index.search("robot gripper", options).hits) {
    EXPECT_GT(hit.explanation->latent, 0) << hit.paper.id;
    EXPECT_LT(hit.explanation->latent, hit.relevance) << hit.paper.id;
  }
  options.latent_weight = 0;
  for (const Hit& hit : index.search("robot gripper", options).hits) {
    EXPECT_EQ(hit.explanation->latent, 0) << hit.paper.id;
  }
}

TEST(LatentRanking, FindsTheSamePapersAsWithoutIt) {
  SmallIndex index(two_language_archive());
  SearchOptions with;
  with.limit = 1'000;
  SearchOptions without = with;
  without.latent_weight = 0;
  for (const char* query :
       {"robot", "로봇 집게", "rain +storm", "\"voice pronunciation\"", "brush -museum"}) {
    std::vector<std::string> a = index.ids(query, with);
    std::vector<std::string> b = index.ids(query, without);
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    EXPECT_EQ(a, b) << query;
  }
}

TEST(LatentRanking, TakesAWeightFromZeroToOne) {
  SmallIndex index(two_language_archive());
  for (const double weight : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    SearchOptions options;
    options.latent_weight = weight;
    const auto result = index.searcher().search("robot", options);
    ASSERT_FALSE(result) << weight;
    EXPECT_EQ(result.error().code(), ErrorCode::kInvalidArgument);
  }
}

}  // namespace
}  // namespace papersearch
