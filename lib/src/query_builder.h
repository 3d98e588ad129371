// SPDX-License-Identifier: GPL-2.0-or-later
// From the query as parsed to the query that Xapian runs.
#pragma once

#include <xapian.h>

#include <set>
#include <utility>
#include <string>
#include <vector>

#include "analyzer.h"
#include "papersearch/query.h"
#include "query_ast.h"

namespace papersearch {

// What a paper must hold to be a hit, of the words that stand side by side.
enum class Matching {
  kAll,      // every word
  kAny,      // at least one word, a compound with all its parts together
  kAnyPart,  // at least one part of a word
};

// One summand of the relevance, for explanations.
struct QueryLeaf {
  std::string label;  // the term; a phrase in quotes, a prefix with its asterisk
  std::string term;   // a term of the index; empty for phrases and prefixes
  Xapian::Query query;
};

struct BuiltQuery {
  // Empty (matches nothing) when the query holds neither words nor filters.
  Xapian::Query query;
  // False when there are only filters: then nothing tells hits apart but date and votes.
  bool has_words = false;
  std::vector<QueryLeaf> leaves;
  // The words that stand side by side, in order, compounds in parts.
  std::vector<std::string> sequence;
  // What to highlight: terms, and beginnings of words.
  std::set<std::string> terms;
  std::vector<std::string> prefixes;
};

class QueryBuilder {
 public:
  // `database` and `analyzer` must outlive the builder.
  QueryBuilder(const Xapian::Database& database, Analyzer& analyzer);

  // `options` gives filters and the fields to look in; they have been checked.
  BuiltQuery build(const QueryNode& root, const SearchOptions& options, Matching matching);

 private:
  // Tokens that are one word to the reader: the parts of 강화학습, of GPT-4o.
  struct Unit {
    std::vector<std::string> parts;
    std::vector<std::string> wholes;
    std::vector<std::string> bigrams;
  };
  using Fields = std::vector<Field>;
  using Queries = std::vector<Xapian::Query>;

  Xapian::Query node_query(const QueryNode& node);
  Xapian::Query sequence_query(const QueryNode& node);
  Xapian::Query chain_query(const QueryNode& node);
  Xapian::Query words_query(const std::string& text, const Fields& fields, Matching matching);
  Xapian::Query phrase_query(const QueryNode& node);
  Xapian::Query prefix_query(const QueryNode& node);

  std::vector<Unit> units_of(const std::string& text);
  void join_spaced_compounds(std::vector<Unit>& units) const;
  void add_leaves(const Unit& unit, const Fields& fields, Queries& out);
  void add_author_leaf(const std::string& word, Queries& out);
  Xapian::Query leaf(const std::string& label, const std::string& term, Xapian::Query query);
  Xapian::Query strict_query(const Unit& unit, const Fields& fields) const;
  static Xapian::Query in_fields(const Xapian::Query& query, const std::string& term,
                                 const Fields& fields);
  static Xapian::Query adjacent(const std::vector<std::string>& terms, const Fields& fields);
  Fields fields_of(const QueryNode& node) const;

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  Matching matching_ = Matching::kAny;
  Fields default_fields_;
  bool negated_ = false;
  BuiltQuery out_;
};

}  // namespace papersearch
