// SPDX-License-Identifier: GPL-2.0-or-later
#include "digest_writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace papersearch::bench {
namespace {

// Brackets that came from different titles would end a link where no one expects it.
std::string without_brackets(std::string text) {
  std::erase_if(text, [](char c) { return c == '[' || c == ']' || c == '\\' || c == '`'; });
  return text;
}

std::string to_bullets(const Section& section) {
  std::string bullets = "- ";
  if (!section.name.empty()) bullets += "***" + section.name + "***: ";
  for (const char c : section.text) {
    bullets += c;
    if (c == '\n') bullets += "- ";
  }
  return bullets + "\n";
}

std::string joined(const std::vector<std::string>& parts, const char* separator) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : separator) + part;
  return all;
}

}  // namespace

std::string to_markdown(const std::vector<Paper>& papers) {
  std::string day = "## Daily Papers (" + papers.front().date + ")\n";
  for (const Paper& paper : papers) {
    day += "\n### [" + without_brackets(paper.title) + "](" + paper_url(paper.id) + ")\n\n";
    day += "Vote: " + (paper.votes ? std::to_string(*paper.votes) : "-") + "\n\n";
    day += "Authors: " + joined(paper.authors, ", ") + "\n\n";
    for (const Section& section : paper.sections) day += to_bullets(section);
  }
  return day;
}

std::string to_feed(const std::vector<Paper>& papers) {
  nlohmann::ordered_json feed = nlohmann::ordered_json::array();
  for (const Paper& paper : papers) {
    std::vector<std::string> texts;
    for (const Section& section : paper.sections) texts.push_back(section.text);
    nlohmann::ordered_json authors = nlohmann::ordered_json::array();
    for (const std::string& author : paper.authors)
      authors.push_back({{"name", author}, {"hidden", false}});
    const std::string time = paper.date + "T05:00:00.000Z";
    feed.push_back({{"paper",
                     {{"id", paper.id},
                      {"publishedAt", time},
                      {"submittedOnDailyAt", time},
                      {"title", paper.title},
                      {"summary", joined(texts, "\n")},
                      {"upvotes", paper.votes.value_or(0)},
                      {"authors", std::move(authors)}}},
                    {"publishedAt", time},
                    {"title", paper.title}});
  }
  return feed.dump(0) + "\n";
}

}  // namespace papersearch::bench
