// SPDX-License-Identifier: GPL-2.0-or-later
// bare_query DATABASE QUERY: the least that a program over Xapian and ICU does for a query,
// and so the floor for ours. Opens a database that scriptindex made, cuts the query into
// words with ICU, looks for any of them, and prints the titles of the ten best.
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <xapian.h>

#include <iostream>
#include <memory>
#include <string>
#include <vector>

namespace {

std::vector<std::string> words_of(const std::string& query) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  std::vector<std::string> out;
  if (U_FAILURE(status)) return out;
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(query);
  text.foldCase();
  breaks->setText(text);
  int32_t begin = breaks->first();
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    if (breaks->getRuleStatus() >= UBRK_WORD_NONE_LIMIT)
      text.tempSubStringBetween(begin, end).toUTF8String(out.emplace_back());
  }
  return out;
}

void print_titles(const Xapian::MSet& hits) {
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    const std::string data = hit.get_document().get_data();
    const std::size_t title = data.find("title=");
    if (title == data.npos) continue;
    std::cout << data.substr(title + 6, data.find('\n', title) - title - 6) << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    const Xapian::Database database(argv[1]);
    const std::vector<std::string> words = words_of(argv[2]);
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, words.begin(), words.end()));
    print_titles(enquire.get_mset(0, 10));
  } catch (const Xapian::Error& error) {
    std::cerr << "bare_query: " << error.get_description() << '\n';
    return 3;
  }
  return std::cout.flush() ? 0 : 3;
}
