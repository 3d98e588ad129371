// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_values.h"

#include <charconv>
#include <utility>

#include "papersearch/paper.h"
#include "query_parser.h"

namespace papersearch {
namespace {

// The ends of "a..b", "a..", "..b", or of "a", which is both.
std::pair<std::string_view, std::string_view> split_range(std::string_view value) {
  const std::size_t dots = value.find("..");
  if (dots == std::string_view::npos) return {value, value};
  return {value.substr(0, dots), value.substr(dots + 2)};
}

Error wrong(std::string_view value, const std::string& what, ByteRange range) {
  return {ErrorCode::kQuerySyntax, "\"" + std::string(value) + "\" " + what, range};
}

Result<QueryNode> date_node(std::string_view value, ByteRange range) {
  const auto [from, to] = split_range(value);
  const bool good = (from.empty() || is_date_prefix(from)) &&
                    (to.empty() || is_date_prefix(to)) && !(from.empty() && to.empty());
  if (!good)
    return wrong(value, "is no date; write date:2025-04 or date:2025-01..2025-03", range);
  const std::size_t common = std::min(from.size(), to.size());
  if (from.substr(0, common) > to.substr(0, common) && !to.empty()) {
    return wrong(value, "ends before it begins", range);
  }
  QueryNode node;
  node.kind = NodeKind::kDate;
  node.from = from;
  node.to = to;
  return node;
}

bool parse_count(std::string_view text, std::int64_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out >= 0;
}

Result<QueryNode> votes_node(std::string_view value, ByteRange range) {
  const auto [from, to] = split_range(value);
  QueryNode node;
  node.kind = NodeKind::kVotes;
  const bool good = (from.empty() || parse_count(from, node.least)) &&
                    (to.empty() || parse_count(to, node.most)) &&
                    !(from.empty() && to.empty());
  if (!good)
    return wrong(value, "is no number of votes; write votes:20.. or votes:5..10", range);
  if (!to.empty() && node.most < node.least)
    return wrong(value, "ends before it begins", range);
  return node;
}

}  // namespace

bool is_query_field(std::string_view name) {
  return text_field_named(name) || name == "author" || name == "id" || name == "date" ||
         name == "votes";
}

std::optional<Field> text_field_named(std::string_view name) {
  for (const FieldInfo& info : kFields) {
    if (info.name == name && info.field != Field::kAuthor) return info.field;
  }
  return std::nullopt;
}

bool is_date_prefix(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  return is_calendar_date(std::string(text) +
                          std::string("0000-01-01").substr(text.size()));
}

Result<QueryNode> value_node(std::string_view field, std::string_view value,
                             ByteRange range) {
  if (field == "date") return date_node(value, range);
  if (field == "votes") return votes_node(value, range);
  const auto id = parse_paper_id(value);
  if (!id) return wrong(value, "is no arXiv id; write id:2504.16084", range);
  QueryNode node;
  node.kind = NodeKind::kId;
  node.text = *id;
  return node;
}

}  // namespace papersearch
