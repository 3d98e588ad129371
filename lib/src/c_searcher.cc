// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_call.h"

using namespace papersearch;

namespace {

// Asks the searcher about a text; what `ask` gives goes to `out`.
template <class C, class F>
papersearch_status answer(papersearch_searcher* searcher, const char* text, C** out,
                          F&& ask) {
  return c_make(out, [&]() -> Result<typename Behind<C>::type> {
    if (searcher == nullptr) return null_argument("the searcher");
    if (text == nullptr) return null_argument("the text");
    return ask(*behind(searcher), text);
  });
}

}  // namespace

papersearch_status papersearch_searcher_open(const char* path,
                                             papersearch_searcher** searcher) {
  return c_make(searcher, [&]() -> Result<Searcher> {
    if (path == nullptr) return null_argument("the path");
    return Searcher::open(path);
  });
}
papersearch_status papersearch_searcher_open_shards(const char* path, int partial,
                                                    unsigned shard_timeout_ms,
                                                    papersearch_searcher** searcher) {
  return c_make(searcher, [&]() -> Result<Searcher> {
    if (path == nullptr) return null_argument("the path");
    return Searcher::open(path, {partial != 0, shard_timeout_ms});
  });
}
void papersearch_searcher_free(papersearch_searcher* searcher) { c_free(searcher); }

papersearch_status papersearch_searcher_search(papersearch_searcher* searcher,
                                               const char* query,
                                               const papersearch_options* options,
                                               papersearch_result** result) {
  return answer(searcher, query, result, [&](Searcher& s, const char* text) {
    return s.search(text, options_of(options));
  });
}

papersearch_status papersearch_searcher_similar(papersearch_searcher* searcher,
                                                const char* id,
                                                const papersearch_options* options,
                                                papersearch_result** result) {
  return answer(searcher, id, result, [&](Searcher& s, const char* text) {
    return s.similar(text, options_of(options));
  });
}

papersearch_status papersearch_searcher_find(papersearch_searcher* searcher, const char* id,
                                             papersearch_paper** paper) {
  return answer(searcher, id, paper,
                [](Searcher& s, const char* text) { return s.find(text); });
}

papersearch_status papersearch_searcher_for_each_paper(
    papersearch_searcher* searcher, const papersearch_options* options,
    int (*take)(const papersearch_paper* paper, void* context), void* context) {
  return c_call([&]() -> Result<void> {
    if (searcher == nullptr || take == nullptr)
      return null_argument("the searcher or the function");
    return behind(searcher)->for_each_paper(options_of(options), [&](const Paper& paper) {
      return take(handle_of<papersearch_paper>(&paper), context) != 0;
    });
  });
}

papersearch_status papersearch_searcher_suggest(papersearch_searcher* searcher,
                                                const char* text, size_t limit,
                                                papersearch_suggestions** suggestions) {
  return answer(searcher, text, suggestions,
                [&](Searcher& s, const char* begun) { return s.suggest(begun, limit); });
}

papersearch_status papersearch_searcher_glossary(papersearch_searcher* searcher,
                                                 const char* text,
                                                 papersearch_glossary** glossary) {
  return answer(searcher, text, glossary,
                [](Searcher& s, const char* terms) { return s.glossary(terms); });
}

papersearch_status papersearch_searcher_add_synonyms(papersearch_searcher* searcher,
                                                     const char* path,
                                                     papersearch_texts** complaints) {
  papersearch_texts* made = nullptr;
  const papersearch_status status =
      answer(searcher, path, &made,
             [](Searcher& s, const char* file) { return s.add_synonyms(file); });
  if (complaints == nullptr) {
    papersearch_texts_free(made);
  } else {
    *complaints = made;
  }
  return status;
}

papersearch_status papersearch_searcher_statistics(papersearch_searcher* searcher,
                                                   papersearch_statistics** statistics) {
  return answer(searcher, "", statistics,
                [](Searcher& s, const char*) { return s.statistics(); });
}

papersearch_status papersearch_searcher_refresh(papersearch_searcher* searcher,
                                                int* changed) {
  if (changed != nullptr) *changed = 0;
  return c_call([&]() -> Result<void> {
    if (searcher == nullptr) return null_argument("the searcher");
    const Result<bool> refreshed = behind(searcher)->refresh();
    if (!refreshed) return refreshed.error();
    if (changed != nullptr) *changed = *refreshed ? 1 : 0;
    return {};
  });
}
