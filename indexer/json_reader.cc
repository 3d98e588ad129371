// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "json_values.h"
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
  paper.url = text_of(object, "url");
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
  const std::optional<std::string> id = parse_paper_id(paper.id);
  if (!id) throw Refusal(in_quotes(paper.id) + " is no arXiv id, and no id of your own");
  paper.id = *id;
  if (paper.url == paper_url(paper.id)) paper.url.clear();
  return paper;
}

class JsonReader {
 public:
  JsonReader(std::string_view text, std::string_view date)
      : text_(text), date_(date), lines_(text) {}

  Content read() {
    JsonValues values(text_);
    while (const std::optional<JsonValue> value = values.next()) {
      std::optional<Trouble> trouble = take(*value);
      if (trouble && trouble->broken) {
        if (const std::optional<JsonValue> first = values.cut(*value))
          trouble = take(*first);
      }
      if (trouble) complain(trouble->offset, std::move(trouble->reason));
    }
    if (values.ends_early()) complain(text_.size(), kEndsEarly);
    if (const auto at = values.text_behind()) complain(*at, "more text behind the list");
    return std::move(out_);
  }

 private:
  static constexpr const char* kEndsEarly = "the JSON ends early";

  struct Trouble {
    std::size_t offset = 0;
    std::string reason;
    bool broken = true;  // no JSON, or none that is read
  };

  // Takes a value as an entry; what is wrong, if anything.
  std::optional<Trouble> take(const JsonValue& value) {
    const std::string_view text = text_.substr(value.begin, value.end - value.begin);
    std::size_t bad = 0;
    if (text.size() > kMaxEntryBytes)
      return Trouble{value.begin, std::string(kEntryTooLong)};
    if (value.depth > kMaxDepth) return Trouble{value.begin, "nested too deeply"};
    if (!is_valid_utf8(text, &bad)) {
      return Trouble{value.begin + bad, "not valid UTF-8; the entry is left out"};
    }
    if (text[0] != '{') return Trouble{value.begin, "an entry that is no object", false};
    try {
      out_.entries.push_back(
          {paper_of(json::parse(text), date_), lines_.line_at(value.begin)});
    } catch (const Refusal& refusal) {
      return Trouble{value.begin, refusal.what(), false};
    } catch (const json::parse_error& error) {
      if (error.byte > text.size()) return Trouble{value.begin, kEndsEarly};
      return Trouble{value.begin + std::max<std::size_t>(error.byte, 1) - 1,
                     "no valid JSON"};
    } catch (const json::exception&) {
      return Trouble{value.begin, "a number that is too large", false};
    }
    return std::nullopt;
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
