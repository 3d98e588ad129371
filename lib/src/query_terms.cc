// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_terms.h"

#include <string>
#include <vector>

namespace papersearch {
namespace {

// The first word with which the terms become too many; nullptr where they never do.
const QueryNode* one_too_many(const QueryNode& node, Analyzer& analyzer,
                              std::size_t& terms) {
  if (!node.text.empty()) {
    std::vector<Token> tokens;
    analyzer.analyze(node.text, tokens);
    terms += tokens.size();
    if (terms > kMaxQueryTerms) return &node;
  }
  for (const QueryNode& child : node.children) {
    if (const QueryNode* found = one_too_many(child, analyzer, terms)) return found;
  }
  return nullptr;
}

}  // namespace

Result<void> check_terms(const QueryNode& query, Analyzer& analyzer) {
  // The usual query is too short to be worth a look.
  if (query.range.end - query.range.begin < kMaxQueryTerms) return {};
  std::size_t terms = 0;
  const QueryNode* found = one_too_many(query, analyzer, terms);
  if (found == nullptr) return {};
  return Error(
      ErrorCode::kQuerySyntax,
      "the query stands for more than " + std::to_string(kMaxQueryTerms) + " terms",
      found->range);
}

}  // namespace papersearch
