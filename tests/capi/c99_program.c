/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The whole way in C: makes an index in the folder that is its argument, and searches it.
 * Ends with status 0 when all went as it should. */
#include <stdio.h>
#include <string.h>

#include "papersearch/papersearch.h"

#define CHECK(condition)                                                  \
  do {                                                                    \
    if (!(condition)) {                                                   \
      fprintf(stderr, "%s:%d: %s (%s)\n", __FILE__, __LINE__, #condition, \
              papersearch_error_message());                               \
      return 1;                                                           \
    }                                                                     \
  } while (0)

static int write_index(const char* path) {
  papersearch_writer* writer;
  papersearch_paper* paper;
  papersearch_report* report;
  CHECK(papersearch_writer_open(path, 0, &writer) == PAPERSEARCH_OK);
  CHECK(papersearch_paper_new(&paper) == PAPERSEARCH_OK);
  CHECK(papersearch_paper_set_id(paper, "2504.00001") == PAPERSEARCH_OK);
  CHECK(papersearch_paper_set_title(paper, "Reward Models") == PAPERSEARCH_OK);
  CHECK(papersearch_paper_add_section(paper, "Abstract", "Agents learn from rewards.") ==
        PAPERSEARCH_OK);
  CHECK(papersearch_writer_add(writer, paper) == PAPERSEARCH_OK);
  CHECK(papersearch_writer_commit(writer, NULL, NULL, &report) == PAPERSEARCH_OK);
  CHECK(papersearch_report_added(report) == 1);
  papersearch_report_free(report);
  papersearch_paper_free(paper);
  papersearch_writer_free(writer);
  return 0;
}

static int search_index(const char* path) {
  papersearch_searcher* searcher;
  papersearch_result* result;
  const papersearch_paper* paper;
  CHECK(papersearch_searcher_open(path, &searcher) == PAPERSEARCH_OK);
  CHECK(papersearch_searcher_search(searcher, "rewards", NULL, &result) == PAPERSEARCH_OK);
  papersearch_searcher_free(searcher);
  CHECK(papersearch_result_hit_count(result) == 1);
  paper = papersearch_hit_paper(papersearch_result_hit(result, 0));
  CHECK(strcmp(papersearch_paper_title(paper), "Reward Models") == 0);
  papersearch_result_free(result);
  return 0;
}

int main(int argc, char** argv) {
  CHECK(argc == 2);
  return write_index(argv[1]) || search_index(argv[1]);
}
