// SPDX-License-Identifier: GPL-2.0-or-later
// From the query as parsed to the query that Xapian runs.
#pragma once

#include <xapian.h>

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analyzer.h"
#include "glossary.h"
#include "kept_reads.h"
#include "name_query.h"
#include "papersearch/query.h"
#include "query_ast.h"
#include "query_part.h"
#include "query_units.h"
#include "term_query.h"
#include "word_group.h"

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
  // What a phrase and a prefix look for. A prefix looks for the stem of its word too.
  std::vector<std::string> phrase;
  std::string prefix;
  // Which of BuiltQuery::meanings weighs it with other names, if any.
  std::optional<std::size_t> meaning;
};

struct BuiltQuery {
  // Empty (matches nothing) when the query holds neither words nor filters.
  QueryPart part;
  // False when there are only filters: then nothing tells hits apart but date and votes.
  bool has_words = false;
  std::vector<QueryLeaf> leaves;
  // The words that stand side by side, in order, compounds in parts.
  std::vector<std::string> sequence;
  // What to highlight: terms, and beginnings of words.
  std::set<std::string> terms;
  std::vector<std::string> prefixes;
  // The other names of its words, which weigh and are highlighted too.
  std::vector<QueryMeaning> meanings;
};

class QueryBuilder {
 public:
  // What is given must outlive the builder.
  // `database` tells which words there are; `order` is that of the one that is searched.
  // `kept`, if any, is what was read of it.
  QueryBuilder(const Xapian::Database& database, Analyzer& analyzer,
               const Glossary& glossary, WordOrder order = WordOrder::kInValue,
               KeptReads* kept = nullptr);

  // `options` gives filters and the fields to look in; they have been checked.
  BuiltQuery build(const QueryNode& root, const SearchOptions& options, Matching matching);

 private:
  QueryPart node_part(const QueryNode& node);
  QueryPart sequence_part(const QueryNode& node);
  QueryPart chain_part(const QueryNode& node);
  QueryPart words_part(const std::string& text, const Fields& fields, Matching matching);
  QueryPart phrase_part(const QueryNode& node);
  QueryPart prefix_part(const QueryNode& node);
  void add_filter(const QueryNode& node, Filters& out);

  // What adds to the score.
  struct Summands {
    std::vector<Clause> clauses;
    Queries queries;
  };
  void add_leaves(const QueryUnit& unit, const Fields& fields, double factor,
                  Summands& out);
  void add_author_leaf(const QueryUnit& unit, double factor, Summands& out);
  // The words of a group, and their other names.
  void add_group(const WordGroup& group, const std::string& text, const Fields& fields,
                 const std::set<std::string>& query_terms, Summands& out);
  // Any of `summands`, of the papers that meet `ways`; of no ways all.
  QueryPart scored(const Summands& summands, const Ways& ways) const;
  // To hold whole words of the group, or one of its `names`.
  Ways strict_ways(const WordGroup& group, const std::vector<NameQuery>& names,
                   const Fields& fields, Matching matching) const;
  Xapian::Query leaf(const std::string& label, const std::string& term,
                     Xapian::Query query);
  Fields fields_of(const QueryNode& node) const;
  Xapian::Query any_beginning_with(const std::string& prefix,
                                   const std::vector<std::string>& stem) const;

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const Glossary& glossary_;
  WordOrder order_;
  KeptReads* kept_;
  bool exact_ = false;
  Matching matching_ = Matching::kAny;
  Fields default_fields_;
  bool negated_ = false;
  BuiltQuery out_;
};

}  // namespace papersearch
