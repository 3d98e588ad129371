// SPDX-License-Identifier: GPL-2.0-or-later
#include "length_norms.h"

#include <gtest/gtest.h>

#include "ranking.h"

namespace papersearch {
namespace {

// Of one word to five thousand, and numbers without a document.
TEST(LengthNormsTest, GivesAtMostAHundredthTooMuchAndNeverTooLittle) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (unsigned length = 1; length <= 5'000; length = length * 5 / 4 + 1) {
    Xapian::Document document;
    document.add_term("word", length);
    database.add_document(document);
    database.delete_document(database.add_document(document));
  }
  const LengthNorms norms(database);
  const double average = database.get_average_length();
  for (Xapian::docid did = 1; did <= database.get_lastdocid(); did += 2) {
    const Xapian::termcount length = database.get_doclength(did);
    ASSERT_EQ(norms.length(did), length);
    const double norm = bm25_norm(length, average);
    for (const unsigned wdf : {0U, 1U, 2U, 10U, 14U}) {
      const double exact = bm25_saturation(wdf, norm);
      EXPECT_GE(norms.saturation_at_most(did, wdf), exact * (1 - 1e-6)) << length;
      if (norm < 4) {
        EXPECT_LE(norms.saturation_at_most(did, wdf), exact * 1.01) << length;
      }
    }
    for (const unsigned wdf : {15U, 100U, 1'000'000U})
      EXPECT_GE(norms.saturation_at_most(did, wdf), bm25_saturation(wdf, norm));
  }
}

}  // namespace
}  // namespace papersearch
