// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_call.h"
#include "papersearch/text.h"
#include "papersearch/version.h"

using namespace papersearch;

const char* papersearch_version(void) { return version(); }

void papersearch_text_free(char* text) { std::free(text); }

papersearch_status papersearch_default_index_path(char** path) {
  if (path != nullptr) *path = nullptr;
  return c_call([&]() -> Result<void> {
    if (path == nullptr) return null_argument("the place for the path");
    *path = copy_for_c(default_index_path());
    return {};
  });
}

papersearch_status papersearch_printable(const char* text, char** out) {
  if (out != nullptr) *out = nullptr;
  return c_call([&]() -> Result<void> {
    if (text == nullptr || out == nullptr) return null_argument("the text or its place");
    *out = copy_for_c(printable(text));
    return {};
  });
}

int papersearch_is_valid_utf8(const char* text, size_t size, size_t* bad_offset) {
  if (bad_offset != nullptr) *bad_offset = 0;
  return text != nullptr && is_valid_utf8({text, size}, bad_offset) ? 1 : 0;
}

int papersearch_is_calendar_date(const char* text) {
  return text != nullptr && is_calendar_date(text) ? 1 : 0;
}

papersearch_status papersearch_content_hash(const void* content, size_t size,
                                            char out[PAPERSEARCH_HASH_SIZE]) {
  return c_call([&]() -> Result<void> {
    if (out == nullptr) return null_argument("the place for the hash");
    out[0] = '\0';
    if (content == nullptr && size > 0) return null_argument("the content");
    const std::string hash = content_hash({static_cast<const char*>(content), size});
    std::memcpy(out, hash.c_str(), PAPERSEARCH_HASH_SIZE);
    return {};
  });
}

size_t papersearch_texts_count(const papersearch_texts* texts) {
  return texts == nullptr ? 0 : behind(texts)->size();
}
const char* papersearch_texts_at(const papersearch_texts* texts, size_t index) {
  return c_text(at(behind(texts), index));
}
void papersearch_texts_free(papersearch_texts* texts) { c_free(texts); }
