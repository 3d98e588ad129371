/* SPDX-License-Identifier: GPL-2.0-or-later */
/* As search.cc, in C. */
#include <papersearch/papersearch.h>
#include <stdio.h>

static int complain(void) {
  fprintf(stderr, "%s\n", papersearch_error_message());
  return 1;
}

int main(int argc, char** argv) {
  papersearch_searcher* searcher;
  papersearch_result* result;
  int status = 0;
  if (argc != 3) return 2;
  if (papersearch_searcher_open(argv[1], &searcher) != PAPERSEARCH_OK) return complain();
  if (papersearch_searcher_search(searcher, argv[2], NULL, &result) == PAPERSEARCH_OK) {
    for (size_t i = 0; i < papersearch_result_hit_count(result); ++i) {
      const papersearch_paper* paper =
          papersearch_hit_paper(papersearch_result_hit(result, i));
      printf("%s\t%s\n", papersearch_paper_id(paper), papersearch_paper_title(paper));
    }
    papersearch_result_free(result);
  } else {
    status = complain();
  }
  papersearch_searcher_free(searcher);
  return status;
}
