// SPDX-License-Identifier: GPL-2.0-or-later
// What stands behind the handles of the C interface: the C++ values themselves.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include "papersearch/glossary.h"
#include "papersearch/index_check.h"
#include "papersearch/index_writer.h"
#include "papersearch/papersearch.h"
#include "papersearch/searcher.h"

namespace papersearch {

// The C++ type behind the handle type C.
template <class C>
struct Behind;

#define PAPERSEARCH_HANDLE(C, CPP) \
  template <>                      \
  struct Behind<C> {               \
    using type = CPP;              \
  }
PAPERSEARCH_HANDLE(papersearch_check, IndexCheck);
PAPERSEARCH_HANDLE(papersearch_glossary, std::vector<GlossaryEntry>);
PAPERSEARCH_HANDLE(papersearch_hit, Hit);
PAPERSEARCH_HANDLE(papersearch_options, SearchOptions);
PAPERSEARCH_HANDLE(papersearch_paper, Paper);
PAPERSEARCH_HANDLE(papersearch_report, IndexReport);
PAPERSEARCH_HANDLE(papersearch_result, SearchResult);
PAPERSEARCH_HANDLE(papersearch_searcher, Searcher);
PAPERSEARCH_HANDLE(papersearch_snippet, Snippet);
PAPERSEARCH_HANDLE(papersearch_source, SourceNotes);
PAPERSEARCH_HANDLE(papersearch_statistics, IndexStatistics);
PAPERSEARCH_HANDLE(papersearch_suggestions, std::vector<Suggestion>);
PAPERSEARCH_HANDLE(papersearch_term, TermScore);
PAPERSEARCH_HANDLE(papersearch_texts, std::vector<std::string>);
PAPERSEARCH_HANDLE(papersearch_writer, IndexWriter);
#undef PAPERSEARCH_HANDLE

template <class C>
typename Behind<C>::type* behind(C* handle) {
  return reinterpret_cast<typename Behind<C>::type*>(handle);
}
template <class C>
const typename Behind<C>::type* behind(const C* handle) {
  return reinterpret_cast<const typename Behind<C>::type*>(handle);
}

template <class C>
C* handle_of(typename Behind<C>::type* value) {
  return reinterpret_cast<C*>(value);
}
template <class C>
const C* handle_of(const typename Behind<C>::type* value) {
  return reinterpret_cast<const C*>(value);
}

// What `member` of the value behind the handle is; nothing (0, NULL) for a NULL handle.
template <class C, class T>
T member_of(const C* handle, T Behind<C>::type::*member) {
  return handle == nullptr ? T() : behind(handle)->*member;
}
template <class C>
const char* text_of(const C* handle, std::string Behind<C>::type::*member) {
  return handle == nullptr ? nullptr : (behind(handle)->*member).c_str();
}

// How many elements a member has, and one of them: nullptr for a NULL handle and behind
// the end.
template <class C, class T>
std::size_t size_of(const C* handle, std::vector<T> Behind<C>::type::*member) {
  return handle == nullptr ? 0 : (behind(handle)->*member).size();
}
template <class T>
const T* at(const std::vector<T>* values, std::size_t index) {
  return values != nullptr && index < values->size() ? &(*values)[index] : nullptr;
}
template <class C, class T>
const T* element_of(const C* handle, std::vector<T> Behind<C>::type::*member,
                    std::size_t index) {
  return handle == nullptr ? nullptr : at(&(behind(handle)->*member), index);
}
inline const char* c_text(const std::string* text) {
  return text == nullptr ? nullptr : text->c_str();
}

// A copy for papersearch_text_free(). Throws std::bad_alloc.
inline char* copy_for_c(const std::string& text) {
  auto* out = static_cast<char*>(std::malloc(text.size() + 1));
  if (out == nullptr) throw std::bad_alloc();
  std::memcpy(out, text.c_str(), text.size() + 1);
  return out;
}

}  // namespace papersearch
