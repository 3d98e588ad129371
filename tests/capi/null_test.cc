// SPDX-License-Identifier: GPL-2.0-or-later
// NULL in any place is an error, or nothing; never a crash.
#include <functional>
#include <ostream>

#include "c_index.h"

namespace papersearch::testing {
namespace {

struct NullCall {
  const char* name;
  std::function<papersearch_status()> call;
};
void PrintTo(const NullCall& call, std::ostream* out) { *out << call.name; }

class NullCallTest : public ::testing::TestWithParam<NullCall> {};

TEST_P(NullCallTest, IsRefused) {
  EXPECT_EQ(GetParam().call(), PAPERSEARCH_INVALID_ARGUMENT);
  EXPECT_NE(std::string(papersearch_error_message()).find("NULL"), std::string::npos)
      << papersearch_error_message();
}

// A call of `papersearch_FUNCTION` with these arguments.
#define CALL(FUNCTION, ...)                                       \
  NullCall {                                                      \
#FUNCTION, [] { return papersearch_##FUNCTION(__VA_ARGS__); } \
  }

INSTANTIATE_TEST_SUITE_P(
    Calls, NullCallTest,
    ::testing::Values(
        CALL(check_index, nullptr, nullptr), CALL(content_hash, "a", 1, nullptr),
        CALL(default_index_path, nullptr), CALL(options_new, nullptr),
        CALL(options_set_limit, nullptr, 1), CALL(options_set_offset, nullptr, 1),
        CALL(options_set_sort, nullptr, 0), CALL(options_set_since, nullptr, "2025"),
        CALL(options_set_until, nullptr, "2025"), CALL(options_set_min_votes, nullptr, 1),
        CALL(options_add_author, nullptr, "a"), CALL(options_add_section, nullptr, "new"),
        CALL(options_set_exact, nullptr, 1), CALL(options_set_correct_spelling, nullptr, 1),
        CALL(options_set_votes_weight, nullptr, 1),
        CALL(options_set_latent_weight, nullptr, 1),
        CALL(options_set_closeness_weight, nullptr, 1),
        CALL(options_set_snippets, nullptr, 1),
        CALL(options_set_snippet_length, nullptr, 1), CALL(options_set_facets, nullptr, 1),
        CALL(options_set_facet_limit, nullptr, 1), CALL(options_set_explain, nullptr, 1),
        CALL(paper_new, nullptr), CALL(paper_set_id, nullptr, "a"),
        CALL(paper_set_title, nullptr, "a"), CALL(paper_set_date, nullptr, "a"),
        CALL(paper_set_url, nullptr, "a"), CALL(paper_set_votes, nullptr, 1),
        CALL(paper_add_author, nullptr, "a"), CALL(paper_add_section, nullptr, "a", "a"),
        CALL(paper_merge, nullptr, nullptr), CALL(paper_url, nullptr, nullptr),
        CALL(parse_id, nullptr, nullptr), CALL(printable, nullptr, nullptr),
        CALL(searcher_open, nullptr, nullptr),
        CALL(searcher_open_shards, nullptr, 0, 1, nullptr),
        CALL(searcher_search, nullptr, "a", nullptr, nullptr),
        CALL(searcher_similar, nullptr, "a", nullptr, nullptr),
        CALL(searcher_find, nullptr, "a", nullptr),
        CALL(searcher_suggest, nullptr, "a", 1, nullptr),
        CALL(searcher_glossary, nullptr, "a", nullptr),
        CALL(searcher_add_synonyms, nullptr, "a", nullptr),
        CALL(searcher_statistics, nullptr, nullptr),
        CALL(searcher_refresh, nullptr, nullptr), CALL(source_new, nullptr, 1, nullptr),
        CALL(source_add_complaint, nullptr, 1, "a"), CALL(writer_open, nullptr, 0, nullptr),
        CALL(writer_add, nullptr, nullptr), CALL(writer_source_names, nullptr, nullptr),
        CALL(writer_keep_source, nullptr, "a", nullptr),
        CALL(writer_begin_source, nullptr, "a"), CALL(writer_end_source, nullptr, nullptr),
        CALL(writer_preview, nullptr, nullptr),
        CALL(writer_commit, nullptr, nullptr, nullptr, nullptr)),
    [](const ::testing::TestParamInfo<NullCall>& row) { return row.param.name; });
#undef CALL

// The handle is there, and a text or the place for the answer is not.
class NullArgumentTest : public CApiTest {};

TEST_F(NullArgumentTest, IsRefused) {
  const OptionsHandle options = made<OptionsHandle>(papersearch_options_new);
  const PaperHandle paper = made<PaperHandle>(papersearch_paper_new);
  const SourceHandle source = made<SourceHandle>(papersearch_source_new, "a", size_t{1});
  papersearch_result* result = nullptr;
  papersearch_searcher* opened = nullptr;
  char* text = nullptr;
  char hash[PAPERSEARCH_HASH_SIZE] = "before";
  EXPECT_EQ(papersearch_content_hash(nullptr, 1, hash), PAPERSEARCH_INVALID_ARGUMENT);
  EXPECT_STREQ(hash, "");
  for (const papersearch_status status :
       {papersearch_searcher_open(nullptr, &opened),
        papersearch_searcher_open(db(), nullptr),
        papersearch_searcher_search(searcher(), nullptr, nullptr, &result),
        papersearch_searcher_search(searcher(), "llm", nullptr, nullptr),
        papersearch_searcher_find(searcher(), "2504.16084", nullptr),
        papersearch_options_add_author(options.get(), nullptr),
        papersearch_options_set_since(options.get(), nullptr),
        papersearch_paper_set_title(paper.get(), nullptr),
        papersearch_paper_add_section(paper.get(), "a", nullptr),
        papersearch_paper_merge(paper.get(), nullptr),
        papersearch_paper_url(paper.get(), nullptr), papersearch_parse_id(nullptr, &text),
        papersearch_printable(nullptr, &text),
        papersearch_source_add_complaint(source.get(), 1, nullptr)}) {
    EXPECT_EQ(status, PAPERSEARCH_INVALID_ARGUMENT);
  }
}

// What only looks something up gives nothing.
TEST(NullHandleTest, HasNothing) {
  size_t count = 99;
  EXPECT_EQ(papersearch_paper_id(nullptr), nullptr);
  EXPECT_EQ(papersearch_paper_title(nullptr), nullptr);
  EXPECT_EQ(papersearch_paper_date(nullptr), nullptr);
  EXPECT_EQ(papersearch_paper_votes(nullptr), PAPERSEARCH_VOTES_UNKNOWN);
  EXPECT_EQ(papersearch_paper_author_count(nullptr), 0U);
  EXPECT_EQ(papersearch_paper_author(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_paper_section_count(nullptr), 0U);
  EXPECT_EQ(papersearch_paper_section_name(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_paper_section_text(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_hit_rank(nullptr), 0U);
  EXPECT_EQ(papersearch_hit_paper(nullptr), nullptr);
  EXPECT_EQ(papersearch_hit_title_highlights(nullptr, &count), nullptr);
  EXPECT_EQ(count, 0U);
  EXPECT_EQ(papersearch_hit_score(nullptr), 0);
  EXPECT_EQ(papersearch_hit_relevance(nullptr), 0);
  EXPECT_EQ(papersearch_hit_popularity(nullptr), 0);
  EXPECT_EQ(papersearch_hit_snippet_count(nullptr), 0U);
  EXPECT_EQ(papersearch_hit_snippet(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_snippet_section(nullptr), nullptr);
  EXPECT_EQ(papersearch_snippet_text(nullptr), nullptr);
  EXPECT_EQ(papersearch_snippet_highlights(nullptr, nullptr), nullptr);
  EXPECT_EQ(papersearch_hit_is_explained(nullptr), 0);
  EXPECT_EQ(papersearch_hit_closeness(nullptr), 0);
  EXPECT_EQ(papersearch_hit_latent(nullptr), 0);
  EXPECT_EQ(papersearch_hit_term_count(nullptr), 0U);
  EXPECT_EQ(papersearch_hit_term(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_term_text(nullptr), nullptr);
  EXPECT_EQ(papersearch_term_field_count(nullptr), 0U);
  EXPECT_EQ(papersearch_term_field(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_term_within_document_frequency(nullptr), 0U);
  EXPECT_EQ(papersearch_term_document_frequency(nullptr), 0U);
  EXPECT_EQ(papersearch_term_weight(nullptr), 0);
  EXPECT_EQ(papersearch_result_query(nullptr), nullptr);
  EXPECT_EQ(papersearch_result_total(nullptr), 0U);
  EXPECT_EQ(papersearch_result_total_is_exact(nullptr), 0);
  EXPECT_EQ(papersearch_result_took_ms(nullptr), 0);
  EXPECT_EQ(papersearch_result_suggestion(nullptr), nullptr);
  EXPECT_EQ(papersearch_result_corrected(nullptr), 0);
  EXPECT_EQ(papersearch_result_hit_count(nullptr), 0U);
  EXPECT_EQ(papersearch_result_hit(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_result_facet_count(nullptr, 0), 0U);
  EXPECT_EQ(papersearch_result_facet_value(nullptr, 0, 0), nullptr);
  EXPECT_EQ(papersearch_result_facet_papers(nullptr, 0, 0), 0U);
}

TEST(NullHandleTest, OfOtherAnswersHasNothing) {
  EXPECT_EQ(papersearch_suggestions_count(nullptr), 0U);
  EXPECT_EQ(papersearch_suggestions_kind(nullptr, 0), 0);
  EXPECT_EQ(papersearch_suggestions_text(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_suggestions_documents(nullptr, 0), 0U);
  EXPECT_EQ(papersearch_glossary_entry_count(nullptr), 0U);
  EXPECT_EQ(papersearch_glossary_entry_range(nullptr, 0).end, 0U);
  EXPECT_EQ(papersearch_glossary_name_count(nullptr, 0), 0U);
  EXPECT_EQ(papersearch_glossary_name(nullptr, 0, 0), nullptr);
  EXPECT_EQ(papersearch_glossary_name_source(nullptr, 0, 0), 0);
  EXPECT_EQ(papersearch_glossary_name_support(nullptr, 0, 0), 0U);
  EXPECT_EQ(papersearch_statistics_papers(nullptr), 0U);
  EXPECT_EQ(papersearch_statistics_first_date(nullptr), nullptr);
  EXPECT_EQ(papersearch_check_generation(nullptr), nullptr);
  EXPECT_EQ(papersearch_check_papers(nullptr), 0U);
  EXPECT_EQ(papersearch_check_problem_count(nullptr), 0U);
  EXPECT_EQ(papersearch_check_problem(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_texts_count(nullptr), 0U);
  EXPECT_EQ(papersearch_texts_at(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_writer_size(nullptr), 0U);
  EXPECT_EQ(papersearch_writer_find_source(nullptr, "a"), nullptr);
  EXPECT_EQ(papersearch_source_fingerprint(nullptr), nullptr);
  EXPECT_EQ(papersearch_source_entries(nullptr), 0U);
  EXPECT_EQ(papersearch_source_complaint_count(nullptr), 0U);
  EXPECT_EQ(papersearch_source_complaint_line(nullptr, 0), 0U);
  EXPECT_EQ(papersearch_source_complaint_reason(nullptr, 0), nullptr);
  EXPECT_EQ(papersearch_report_papers(nullptr), 0U);
  EXPECT_EQ(papersearch_report_change(nullptr), PAPERSEARCH_CHANGE_NOTHING);
  EXPECT_EQ(papersearch_is_valid_utf8(nullptr, 0, nullptr), 0);
  EXPECT_EQ(papersearch_is_calendar_date(nullptr), 0);
}

TEST(NullHandleTest, IsFreedByDoingNothing) {
  papersearch_check_free(nullptr);
  papersearch_glossary_free(nullptr);
  papersearch_options_free(nullptr);
  papersearch_paper_free(nullptr);
  papersearch_report_free(nullptr);
  papersearch_result_free(nullptr);
  papersearch_searcher_free(nullptr);
  papersearch_source_free(nullptr);
  papersearch_statistics_free(nullptr);
  papersearch_suggestions_free(nullptr);
  papersearch_text_free(nullptr);
  papersearch_texts_free(nullptr);
  papersearch_writer_free(nullptr);
}

// An index behind the end finds nothing either.
TEST_F(NullArgumentTest, BehindTheEndIsNothing) {
  const ResultHandle result = search("ttrl");
  const size_t end = papersearch_result_hit_count(result.get());
  EXPECT_EQ(papersearch_result_hit(result.get(), end), nullptr);
  const papersearch_paper* paper =
      papersearch_hit_paper(papersearch_result_hit(result.get(), 0));
  EXPECT_EQ(papersearch_paper_author(paper, papersearch_paper_author_count(paper)),
            nullptr);
  EXPECT_EQ(papersearch_paper_section_text(paper, static_cast<size_t>(-1)), nullptr);
}

}  // namespace
}  // namespace papersearch::testing
