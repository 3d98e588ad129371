// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_ast.h"

namespace papersearch {
namespace {

std::string list(std::string_view name, const std::vector<QueryNode>& children) {
  std::string out = "(" + std::string(name);
  for (const QueryNode& child : children) out += " " + child.description();
  return out + ")";
}

}  // namespace

std::string QueryNode::description() const {
  std::string out;
  if (occur == Occur::kMust) out += "+";
  if (occur == Occur::kMustNot) out += "-";
  if (field) out += std::string(field_info(*field).name) + ":";
  switch (kind) {
    case NodeKind::kWord:
      return out + text;
    case NodeKind::kPrefix:
      return out + text + "*";
    case NodeKind::kPhrase:
      return out + "\"" + text + "\"";
    case NodeKind::kAuthor:
      return out + "author:\"" + text + "\"";
    case NodeKind::kId:
      return out + "id:" + text;
    case NodeKind::kDate:
      return out + "date:" + from + ".." + to;
    case NodeKind::kVotes:
      return out + "votes:" + std::to_string(least) + ".." +
             (most < 0 ? "" : std::to_string(most));
    case NodeKind::kSequence:
      return out + list("seq", children);
    case NodeKind::kAnd:
      return out + list("and", children);
    case NodeKind::kOr:
      return out + list("or", children);
  }
  return out;
}

}  // namespace papersearch
