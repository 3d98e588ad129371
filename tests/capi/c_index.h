// SPDX-License-Identifier: GPL-2.0-or-later
// An index of data/ and handles that free themselves, for the tests of the C interface.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "papersearch/papersearch.h"
#include "support/process.h"
#include "support/temp_dir.h"

namespace papersearch::testing {

template <auto kFree>
struct Freeing {
  template <class C>
  void operator()(C* handle) const {
    kFree(handle);
  }
};
template <class C, auto kFree>
using Handle = std::unique_ptr<C, Freeing<kFree>>;

using CheckHandle = Handle<papersearch_check, papersearch_check_free>;
using GlossaryHandle = Handle<papersearch_glossary, papersearch_glossary_free>;
using OptionsHandle = Handle<papersearch_options, papersearch_options_free>;
using PaperHandle = Handle<papersearch_paper, papersearch_paper_free>;
using ReportHandle = Handle<papersearch_report, papersearch_report_free>;
using ResultHandle = Handle<papersearch_result, papersearch_result_free>;
using SearcherHandle = Handle<papersearch_searcher, papersearch_searcher_free>;
using SourceHandle = Handle<papersearch_source, papersearch_source_free>;
using StatisticsHandle = Handle<papersearch_statistics, papersearch_statistics_free>;
using SuggestionsHandle = Handle<papersearch_suggestions, papersearch_suggestions_free>;
using TextHandle = Handle<char, papersearch_text_free>;
using TextsHandle = Handle<papersearch_texts, papersearch_texts_free>;
using WriterHandle = Handle<papersearch_writer, papersearch_writer_free>;

// What a call that gives a handle gave; the call must succeed.
//
//     ResultHandle result = made<ResultHandle>(papersearch_searcher_search, s, "ttrl", o);
template <class H, class F, class... A>
H made(F call, A... arguments) {
  typename H::pointer out = nullptr;
  EXPECT_EQ(call(arguments..., &out), PAPERSEARCH_OK) << papersearch_error_message();
  EXPECT_NE(out, nullptr);
  return H(out);
}

// Tests that read an index of data/.
class CApiTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite();
  static void TearDownTestSuite();
  void SetUp() override {
    searcher_ = made<SearcherHandle>(papersearch_searcher_open, db());
  }

  static const char* db() { return db_.c_str(); }
  papersearch_searcher* searcher() { return searcher_.get(); }
  ResultHandle search(const char* query, const papersearch_options* options = nullptr) {
    return made<ResultHandle>(papersearch_searcher_search, searcher(), query, options);
  }

 private:
  static TempDir* dir_;
  static std::string db_;
  SearcherHandle searcher_;
};

}  // namespace papersearch::testing
