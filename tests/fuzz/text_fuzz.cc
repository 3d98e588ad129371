// SPDX-License-Identifier: GPL-2.0-or-later
// Small readers of text from outside: what terminals get, HTML, ids, dates, glossaries.
#include <string>

#include "check.h"
#include "glossary_file.h"
#include "glossary_table.h"
#include "html_text.h"
#include "papersearch/paper.h"
#include "query_parser.h"

namespace papersearch::fuzz {
namespace {

// What does something to a terminal, or to how its line reads.
constexpr std::string_view kUnsafe[] = {
    "\xC2\x9B",      // CSI in one character
    "\xE2\x80\xA8",  // line separator
    "\xE2\x80\xAE",  // right-to-left override
    "\xE2\x81\xA6",  // left-to-right isolate
    "\xD8\x9C",      // Arabic letter mark
};

void check_printable(std::string_view text) {
  const std::string out = printable(text);
  check(is_valid_utf8(out), "bad UTF-8 for a terminal");
  for (const char c : out)
    check(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "a control character");
  for (const std::string_view unsafe : kUnsafe)
    check(out.find(unsafe) == std::string::npos, "a character that terminals obey");
  check(printable(out) == out, "printable text that is not printable");
}

void check_glossary(std::string_view text) {
  static Analyzer analyzer;
  const GlossaryFile file = read_glossary(text, "FILE");
  for (const std::string& complaint : file.complaints)
    check(complaint.rfind("FILE:", 0) == 0 && is_valid_utf8(complaint), "a bad complaint");
  const OwnedGlossaryTable owned(file.lines, analyzer);
  const GlossaryTable table = owned.table();
  for (const GlossaryTable::Key& key : table.keys) {
    check(table.holds(table.view(key.text)), "a key that is not found");
    for (const std::string_view name : table.names_of(table.view(key.text)))
      check(is_valid_utf8(name) && !name.empty(), "a bad name");
  }
  for (const GlossaryTable::Pair& pair : table.forbidden)
    check(table.forbids(table.view(pair.a), table.view(pair.b)), "a pair that is lost");
}

}  // namespace
}  // namespace papersearch::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace papersearch;
  const std::string_view text = fuzz::text_of(data, size);
  fuzz::check_printable(text);
  fuzz::check_glossary(text);
  const std::string html = html_text(text);
  if (is_valid_utf8(text)) fuzz::check(is_valid_utf8(html), "HTML to bad UTF-8");
  fuzz::check(!is_valid_utf8(text) || is_valid_utf8(entity_text(text)), "a bad entity");
  if (const auto id = parse_arxiv_id(text))
    fuzz::check(parse_arxiv_id(*id) == *id, "an id that is none");
  fuzz::check(!is_calendar_date(text) || is_date_prefix(text), "a date that is none");
  return 0;
}
