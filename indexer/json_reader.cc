// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "line_index.h"
#include "papersearch/text.h"
#include "source.h"

namespace papersearch {
namespace {

using nlohmann::json;

// Entries nest four deep; far deeper is no entry.
constexpr int kMaxDepth = 32;

// Why an entry cannot be used.
struct Refusal : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string text_of(const json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || at->is_null()) return {};
  if (!at->is_string()) throw Refusal(std::string("\"") + key + "\" is no text");
  return at->get<std::string>();
}

// The first ten characters of a time, where they are a day: "2025-04-23T03:28:02Z".
std::string day_of(const json& object, const char* key) {
  const std::string day = text_of(object, key).substr(0, 10);
  return is_calendar_date(day) ? day : std::string();
}

std::optional<std::int64_t> votes_of(const json& object, const char* key) {
  const auto at = object.find(key);
  if (at == object.end() || at->is_null()) return std::nullopt;
  if (!at->is_number_integer())
    throw Refusal(std::string("\"") + key + "\" is no number of votes");
  if (at->is_number_unsigned() && at->get<std::uint64_t>() > INT64_MAX) {
    throw Refusal(std::string("\"") + key + "\" is too large a number");
  }
  const auto votes = at->get<std::int64_t>();
  if (votes < 0) throw Refusal(std::string("\"") + key + "\" is below zero");
  return votes;
}

// Names, as strings or as objects with a "name".
std::vector<std::string> authors_of(const json& object) {
  std::vector<std::string> out;
  const auto at = object.find("authors");
  if (at == object.end() || at->is_null()) return out;
  if (!at->is_array()) throw Refusal("\"authors\" is no list");
  for (const json& author : *at) {
    std::string name;
    if (author.is_string()) {
      name = author.get<std::string>();
    } else if (author.is_object()) {
      name = text_of(author, "name");
    } else {
      throw Refusal("an author without a name");
    }
    if (!name.empty()) out.push_back(std::move(name));
  }
  return out;
}

// The feed breaks lines where they are full; nothing is meant by it.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  const std::size_t begin = text.find_first_not_of(' ');
  const std::size_t end = text.find_last_not_of(' ');
  return begin == std::string::npos ? std::string() : text.substr(begin, end - begin + 1);
}

Paper feed_paper(const json& entry, std::string_view date) {
  const json& object = entry.at("paper");
  if (!object.is_object()) throw Refusal("\"paper\" is no object");
  Paper paper;
  paper.id = text_of(object, "id");
  paper.title = one_line(text_of(object, "title"));
  paper.date = day_of(object, "submittedOnDailyAt");
  if (paper.date.empty()) paper.date = date;
  if (paper.date.empty()) paper.date = day_of(object, "publishedAt");
  paper.authors = authors_of(object);
  paper.votes = votes_of(object, "upvotes");
  if (std::string abstract = one_line(text_of(object, "summary")); !abstract.empty()) {
    paper.sections.push_back({"Abstract", std::move(abstract)});
  }
  return paper;
}

Paper exported_paper(const json& object) {
  Paper paper;
  paper.id = text_of(object, "id");
  paper.title = text_of(object, "title");
  paper.date = text_of(object, "date");
  paper.authors = authors_of(object);
  paper.votes = votes_of(object, "votes");
  const auto sections = object.find("sections");
  if (sections == object.end() || sections->is_null()) return paper;
  if (!sections->is_array()) throw Refusal("\"sections\" is no list");
  for (const json& section : *sections) {
    if (!section.is_object()) throw Refusal("a section that is no object");
    paper.sections.push_back({text_of(section, "name"), text_of(section, "text")});
  }
  return paper;
}

Paper paper_of(const json& entry, std::string_view date) {
  Paper paper = entry.contains("paper") ? feed_paper(entry, date) : exported_paper(entry);
  if (paper.id.empty()) throw Refusal("an entry without \"id\"");
  const std::optional<std::string> id = parse_arxiv_id(paper.id);
  if (!id) throw Refusal("\"" + paper.id + "\" is no arXiv id");
  paper.id = *id;
  return paper;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// A JSON value as it stands in the text.
struct Extent {
  std::size_t end = 0;
  int depth = 0;
  bool closed = false;  // its brackets are
};

// Where the string or the single character at `begin` ends. A line's end stands in no
// string: it ends one that was not closed.
std::size_t end_of_token(std::string_view text, std::size_t begin) {
  if (text[begin] != '"') return begin + 1;
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '"') return i + 1;
    if (text[i] == '\n') return i;
    if (text[i] == '\\') ++i;
  }
  return text.size();
}

// True when the line of an object that begins a line has ended, and the next line begins
// an object too: where there is one object a line, the first was cut off.
bool is_cut_at(std::string_view text, std::size_t line_end) {
  const std::size_t next = text.find_first_not_of(" \t\r\n", line_end);
  return next != text.npos && text[next] == '{';
}

// Finds the end of the value that begins at `begin` without looking at what it holds, so
// that what is wrong inside of it costs no other.
Extent extent_of(std::string_view text, std::size_t begin, bool one_a_line) {
  Extent out;
  int depth = 0;
  bool first_line = true;
  for (std::size_t i = begin; i < text.size();) {
    const char c = text[i];
    if (depth == 0 && i > begin && (c == ',' || c == ']' || is_space(c)))
      return {i, out.depth, true};
    if (c == '\n' && std::exchange(first_line, false) && one_a_line && is_cut_at(text, i)) {
      return {i, out.depth, false};
    }
    if (c == '{' || c == '[') out.depth = std::max(out.depth, ++depth);
    if (c == '}' || c == ']') --depth;
    i = end_of_token(text, i);
    if (depth < 0 || (depth == 0 && (c == '}' || c == ']' || c == '"')))
      return {i, out.depth, true};
  }
  return {text.size(), out.depth, depth == 0};
}

class JsonReader {
 public:
  JsonReader(std::string_view text, std::string_view date)
      : text_(text), date_(date), lines_(text) {}

  // An array of values, or values one after the other.
  Content read() {
    std::size_t at = skip(0, "");
    const bool is_array = at < text_.size() && text_[at] == '[';
    const std::string_view between = is_array ? "," : "";
    if (is_array) at = skip(at + 1, between);
    bool closed = true;
    while (at < text_.size() && !(is_array && text_[at] == ']')) {
      const Extent extent = extent_of(text_, at, !is_array);
      closed = extent.closed;
      add(at, extent);
      at = skip(extent.end, between);
    }
    if (is_array && closed && at >= text_.size()) complain(at, kEndsEarly);
    at = skip(at + 1, "");
    if (is_array && at < text_.size()) complain(at, "more text behind the list");
    return std::move(out_);
  }

 private:
  static constexpr const char* kEndsEarly = "the JSON ends early";

  // The first byte from `at` on that is neither white space nor one of `others`.
  std::size_t skip(std::size_t at, std::string_view others) const {
    while (at < text_.size() &&
           (is_space(text_[at]) || others.find(text_[at]) != others.npos))
      ++at;
    return at;
  }

  // Takes the value at `begin` as an entry.
  void add(std::size_t begin, const Extent& extent) {
    const std::string_view value = text_.substr(begin, extent.end - begin);
    std::size_t bad = 0;
    if (value.size() > kMaxEntryBytes) return complain(begin, std::string(kEntryTooLong));
    if (extent.depth > kMaxDepth) return complain(begin, "nested too deeply");
    if (!is_valid_utf8(value, &bad)) {
      return complain(begin + bad, "not valid UTF-8; the entry is left out");
    }
    if (!extent.closed) return complain(begin, kEndsEarly);
    if (value[0] != '{') return complain(begin, "an entry that is no object");
    try {
      out_.entries.push_back({paper_of(json::parse(value), date_), lines_.line_at(begin)});
    } catch (const Refusal& refusal) {
      complain(begin, refusal.what());
    } catch (const json::parse_error& error) {
      complain(begin + std::max<std::size_t>(error.byte, 1) - 1, "no valid JSON");
    } catch (const json::exception&) {
      complain(begin, "a number that is too large");
    }
  }

  void complain(std::size_t offset, std::string reason) {
    out_.complain(lines_.line_at(offset), std::move(reason));
  }

  std::string_view text_;
  std::string_view date_;
  LineIndex lines_;
  Content out_;
};

}  // namespace

Content read_json(std::string_view text, std::string_view date) {
  return JsonReader(text, date).read();
}

}  // namespace papersearch
