/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Searches an index and prints the best papers.
 *
 *     search INDEX QUERY */
#include <papersearch/papersearch.h>
#include <stdio.h>

static int fail(void) {
  fprintf(stderr, "%s\n", papersearch_error_message());
  return 1;
}

int main(int argc, char** argv) {
  papersearch_searcher* searcher;
  papersearch_options* options;
  papersearch_result* result;
  size_t i;

  if (argc != 3) return 2;
  if (papersearch_searcher_open(argv[1], &searcher) != PAPERSEARCH_OK) return fail();
  if (papersearch_options_new(&options) != PAPERSEARCH_OK) return fail();
  papersearch_options_set_limit(options, 3);
  if (papersearch_searcher_search(searcher, argv[2], options, &result) != PAPERSEARCH_OK)
    return fail();

  for (i = 0; i < papersearch_result_hit_count(result); ++i) {
    const papersearch_paper* paper =
        papersearch_hit_paper(papersearch_result_hit(result, i));
    printf("%s %s\n", papersearch_paper_id(paper), papersearch_paper_title(paper));
  }
  printf("%lu papers\n", (unsigned long)papersearch_result_total(result));

  papersearch_result_free(result);
  papersearch_options_free(options);
  papersearch_searcher_free(searcher);
  return 0;
}
