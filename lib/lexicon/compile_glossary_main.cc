// SPDX-License-Identifier: GPL-2.0-or-later
// Build step: turns data/glossary.tsv into the table that glossary_table.h declares.
//
//     glossary_compile glossary.tsv > glossary_data.cc
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "glossary_file.h"
#include "glossary_table.h"

namespace {

using papersearch::GlossaryTable;

void write_text(const std::string_view text) {
  std::printf("constexpr unsigned char kText[] = {");
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::printf("%s%u", i == 0 ? "" : (i % 32 == 0 ? ",\n" : ","),
                static_cast<unsigned char>(text[i]));
  }
  std::printf("};\n");
}

void write(const GlossaryTable& table) {
  std::printf(
      "// Generated from glossary.tsv.\n#include \"glossary_table.h\"\n\n"
      "namespace papersearch {\nnamespace {\n\n");
  write_text(table.text);
  std::printf("constexpr GlossaryTable::Key kKeys[] = {\n");
  for (const auto& key : table.keys) {
    std::printf("{{%u, %u}, %u},\n", key.text.offset, key.text.length, key.concept_number);
  }
  std::printf("};\nconstexpr std::uint32_t kConceptBegins[] = {\n");
  for (const std::uint32_t begin : table.concept_begins) std::printf("%u,\n", begin);
  std::printf("};\nconstexpr GlossaryTable::Text kNames[] = {\n");
  for (const auto& name : table.names) std::printf("{%u, %u},\n", name.offset, name.length);
  std::printf("};\nconstexpr GlossaryTable::Pair kForbidden[] = {\n");
  for (const auto& pair : table.forbidden) {
    std::printf("{{%u, %u}, {%u, %u}},\n", pair.a.offset, pair.a.length, pair.b.offset,
                pair.b.length);
  }
  std::printf(
      "};\n\n}  // namespace\n\n"
      "const GlossaryTable kReviewedGlossary = {\n"
      "    {reinterpret_cast<const char*>(kText), sizeof kText}, kKeys, kConceptBegins, "
      "kNames,\n"
      "    kForbidden};\n\n}  // namespace papersearch\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: glossary_compile FILE\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in),
                         std::istreambuf_iterator<char>()};
  const papersearch::GlossaryFile file = papersearch::read_glossary(text, argv[1]);
  for (const std::string& complaint : file.complaints) std::cerr << complaint << '\n';
  if (!file.complaints.empty() || file.lines.empty()) return 1;
  papersearch::Analyzer analyzer;
  write(papersearch::OwnedGlossaryTable(file.lines, analyzer).table());
  return 0;
}
