// SPDX-License-Identifier: GPL-2.0-or-later
// ask_xapian DATABASE: queries for Xapian's own parser on standard input, over an index
// that scriptindex made; ten hits with Xapian's own snippets each.
#include <xapian.h>

#include <stdexcept>

#include "ask_lines.h"

namespace {

constexpr std::size_t kSnippetBytes = 400;

// A field of a record: "title=...", one a line.
std::string field(const std::string& data, const std::string& name) {
  const std::size_t at = ("\n" + data).find("\n" + name + "=");
  if (at == data.npos) return "";
  const std::size_t begin = at + name.size() + 1;
  return data.substr(begin, data.find('\n', begin) - begin);
}

std::size_t ask(const Xapian::Database& database, Xapian::QueryParser& parser,
                const Xapian::Stem& stemmer, const std::string& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(parser.parse_query(
      query, Xapian::QueryParser::FLAG_DEFAULT | Xapian::QueryParser::FLAG_WILDCARD));
  const Xapian::MSet hits = enquire.get_mset(0, 10);
  std::size_t shown = 0;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    const std::string data = hit.get_document().get_data();
    const std::string snippet =
        hits.snippet(field(data, "body"), kSnippetBytes, stemmer,
                     Xapian::MSet::SNIPPET_BACKGROUND_MODEL, "<b>", "</b>", "...");
    if (!field(data, "title").empty() && !snippet.empty()) ++shown;
  }
  return shown;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  try {
    const Xapian::Database database(argv[1]);
    const Xapian::Stem stemmer("english");
    Xapian::QueryParser parser;
    parser.set_stemmer(stemmer);
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_database(database);
    return ask_lines("ask_xapian", [&](const std::string& query) {
      try {
        return ask(database, parser, stemmer, query);
      } catch (const Xapian::Error& error) {
        throw std::runtime_error(error.get_description());
      }
    });
  } catch (const Xapian::Error& error) {
    std::cerr << "ask_xapian: " << error.get_description() << '\n';
    return 3;
  }
}
