// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_call.h"

using namespace papersearch;

namespace {

constexpr unsigned kAllFlags =
    PAPERSEARCH_WRITER_REBUILD | PAPERSEARCH_WRITER_NO_LATENT | PAPERSEARCH_WRITER_DRY_RUN;

}  // namespace

papersearch_status papersearch_writer_open(const char* path, unsigned flags,
                                           papersearch_writer** writer) {
  return c_make(writer, [&]() -> Result<IndexWriter> {
    if (path == nullptr) return null_argument("the path");
    if ((flags & ~kAllFlags) != 0)
      return Error(ErrorCode::kInvalidArgument, "flags that are none of a writer");
    IndexWriterOptions options;
    options.rebuild = (flags & PAPERSEARCH_WRITER_REBUILD) != 0;
    options.latent = (flags & PAPERSEARCH_WRITER_NO_LATENT) == 0;
    options.dry_run = (flags & PAPERSEARCH_WRITER_DRY_RUN) != 0;
    return IndexWriter::open(path, options);
  });
}
void papersearch_writer_free(papersearch_writer* writer) { c_free(writer); }

papersearch_status papersearch_writer_add(papersearch_writer* writer,
                                          const papersearch_paper* entry) {
  return c_call([&]() -> Result<void> {
    if (writer == nullptr || entry == nullptr)
      return null_argument("the writer or the entry");
    return behind(writer)->add(*behind(entry));
  });
}
size_t papersearch_writer_size(const papersearch_writer* writer) {
  return writer == nullptr ? 0 : behind(writer)->size();
}

const papersearch_source* papersearch_writer_find_source(const papersearch_writer* writer,
                                                         const char* name) {
  if (writer == nullptr || name == nullptr) return nullptr;
  const papersearch_source* found = nullptr;
  c_call([&]() -> Result<void> {
    found = handle_of<papersearch_source>(behind(writer)->find_source(name));
    return {};
  });
  return found;
}
papersearch_status papersearch_writer_source_names(const papersearch_writer* writer,
                                                   papersearch_texts** names) {
  return c_make(names, [&]() -> Result<std::vector<std::string>> {
    if (writer == nullptr) return null_argument("the writer");
    return behind(writer)->source_names();
  });
}
papersearch_status papersearch_writer_keep_source(papersearch_writer* writer,
                                                  const char* name, int* kept) {
  if (kept != nullptr) *kept = 0;
  return c_change(writer, name, [&](IndexWriter& w, const char* source) {
    const bool known = w.keep_source(source);
    if (kept != nullptr) *kept = known ? 1 : 0;
  });
}
papersearch_status papersearch_writer_begin_source(papersearch_writer* writer,
                                                   const char* name) {
  return c_call([&]() -> Result<void> {
    if (writer == nullptr || name == nullptr)
      return null_argument("the writer or the name");
    if (*name == '\0')
      return Error(ErrorCode::kInvalidArgument, "the name of the source is empty");
    behind(writer)->begin_source(name);
    return {};
  });
}
papersearch_status papersearch_writer_end_source(papersearch_writer* writer,
                                                 const papersearch_source* source) {
  return c_call([&]() -> Result<void> {
    if (writer == nullptr || source == nullptr)
      return null_argument("the writer or the source");
    behind(writer)->end_source(*behind(source));
    return {};
  });
}

papersearch_status papersearch_writer_preview(papersearch_writer* writer,
                                              papersearch_report** report) {
  return c_make(report, [&]() -> Result<IndexReport> {
    if (writer == nullptr) return null_argument("the writer");
    return behind(writer)->preview();
  });
}
papersearch_status papersearch_writer_commit(papersearch_writer* writer,
                                             papersearch_progress progress, void* data,
                                             papersearch_report** report) {
  papersearch_report* made = nullptr;
  const papersearch_status status = c_make(&made, [&]() -> Result<IndexReport> {
    if (writer == nullptr) return null_argument("the writer");
    if (progress == nullptr) return behind(writer)->commit();
    return behind(writer)->commit(
        [&](std::size_t done, std::size_t all) { return progress(done, all, data) == 0; });
  });
  if (report == nullptr) {
    papersearch_report_free(made);
  } else {
    *report = made;
  }
  return status;
}
