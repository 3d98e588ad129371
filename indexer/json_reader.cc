// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

#include "line_index.h"
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

// Walks over the text and tells where the parser is.
class CountingIterator {
 public:
  using difference_type = std::ptrdiff_t;
  using value_type = char;
  using pointer = const char*;
  using reference = const char&;
  using iterator_category = std::input_iterator_tag;

  CountingIterator(const char* at, const char** shared) : at_(at), shared_(shared) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *shared_ = ++at_;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** shared_;
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
  if (!entry.is_object()) throw Refusal("an entry that is no object");
  Paper paper = entry.contains("paper") ? feed_paper(entry, date) : exported_paper(entry);
  if (paper.id.empty()) throw Refusal("an entry without \"id\"");
  const std::optional<std::string> id = parse_arxiv_id(paper.id);
  if (!id) throw Refusal("\"" + paper.id + "\" is no arXiv id");
  paper.id = *id;
  return paper;
}

class JsonReader {
 public:
  JsonReader(std::string_view text, std::string_view date)
      : text_(text), date_(date), lines_(text) {}

  Content read() {
    const std::size_t first = text_.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::move(out_);
    replace_invalid();
    if (copy_[first] != '{' || !read_lines()) read_whole();
    return std::move(out_);
  }

 private:
  // The parser would stop at the first bad byte; like this only its entry is lost.
  void replace_invalid() {
    copy_ = text_;
    for (const std::size_t offset : lines_.invalid_offsets()) copy_[offset] = '?';
  }

  // One entry a line. False, with nothing read, when the first line is no whole one.
  bool read_lines() {
    for (std::size_t begin = 0; begin < copy_.size();) {
      const std::size_t end = std::min(copy_.find('\n', begin), copy_.size());
      const std::string_view line = std::string_view(copy_).substr(begin, end - begin);
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
        begin_ = begin;
        if (!read_line(line) && out_.entries.empty() && out_.complaints.empty())
          return false;
      }
      begin = end + 1;
    }
    return true;
  }

  bool read_line(std::string_view line) {
    const std::size_t already = out_.entries.size() + out_.complaints.size();
    if (line.size() > kMaxEntryBytes) return complain(begin_, too_long()), true;
    std::optional<std::string> trouble = parse(line, 0);
    if (!trouble) return true;
    // A file whose first line is not whole may be one object over many lines.
    if (already == 0 && begin_ + line.size() < copy_.size()) return false;
    complain(begin_, *trouble);
    return true;
  }

  // An array of entries, or a single one.
  void read_whole() {
    const bool is_array = copy_[copy_.find_first_not_of(" \t\r\n")] == '[';
    const std::optional<std::string> trouble = parse(copy_, is_array ? 1 : 0);
    if (!trouble) return;
    std::string kept = out_.entries.empty() ? "" : "; the entries before it are kept";
    complain(static_cast<std::size_t>(at_ - copy_.data()), *trouble + kept);
  }

  // Reads the values `depth` levels down in `text` as entries. What is wrong, if anything.
  std::optional<std::string> parse(std::string_view text, int depth) {
    at_ = text.data();
    const auto on_event = [&](int level, json::parse_event_t event, json& value) {
      if (level > kMaxDepth) throw Refusal("nested too deeply");
      const bool starts = event == json::parse_event_t::object_start;
      if (starts && level == depth)
        begin_ = static_cast<std::size_t>(at_ - copy_.data()) - 1;
      const bool ends = event == json::parse_event_t::object_end ||
                        event == json::parse_event_t::array_end ||
                        event == json::parse_event_t::value;
      if (!ends || level != depth) return true;
      if (event != json::parse_event_t::object_end)
        begin_ = static_cast<std::size_t>(at_ - copy_.data()) - 1;
      add(value);
      return false;  // done with it
    };
    try {
      const CountingIterator begin(text.data(), &at_);
      const CountingIterator end(text.data() + text.size(), &at_);
      [[maybe_unused]] const json rest = json::parse(begin, end, on_event);  // see add()
    } catch (const json::exception& error) {
      return at_ >= text.data() + text.size() ? std::string("the JSON ends early")
                                              : std::string("no valid JSON");
    } catch (const Refusal& refusal) {
      return refusal.what();
    }
    return std::nullopt;
  }

  void add(const json& value) {
    const auto end = static_cast<std::size_t>(at_ - copy_.data());
    try {
      if (end - begin_ > kMaxEntryBytes) throw Refusal(too_long());
      Paper paper = paper_of(value, date_);
      if (const std::size_t line = lines_.invalid_line_in(begin_, end)) {
        out_.complaints.push_back(
            {"", line, "not valid UTF-8; the paper " + paper.id + " is left out"});
        return;
      }
      out_.entries.push_back({std::move(paper), lines_.line_at(begin_)});
    } catch (const Refusal& refusal) {
      complain(begin_, refusal.what());
    }
  }

  static std::string too_long() {
    return "the entry is longer than " + std::to_string(kMaxEntryBytes >> 20) + " MiB";
  }

  void complain(std::size_t offset, std::string reason) {
    out_.complaints.push_back({"", lines_.line_at(offset), std::move(reason)});
  }

  std::string_view text_;
  std::string_view date_;
  LineIndex lines_;
  std::string copy_;          // what is parsed
  const char* at_ = nullptr;  // the parser's place in it
  std::size_t begin_ = 0;     // of the entry at hand
  Content out_;
};

}  // namespace

Content read_json(std::string_view text, std::string_view date) {
  return JsonReader(text, date).read();
}

}  // namespace papersearch
