// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_parser.h"

#include <algorithm>
#include <utility>

#include "papersearch/paper.h"
#include "query_lexer.h"
#include "query_values.h"

namespace papersearch {
namespace {

class Parser {
 public:
  Parser(std::string_view text, std::vector<QueryToken> tokens)
      : text_(text), tokens_(std::move(tokens)) {}

  Result<QueryNode> parse() {
    QueryNode root = sequence(std::nullopt);
    // A closing parenthesis too many is no reason to refuse the rest.
    while (!error_ && at_ < tokens_.size()) {
      if (tokens_[at_].kind == TokenType::kClose) ++at_;
      QueryNode rest = sequence(std::nullopt);
      std::move(rest.children.begin(), rest.children.end(),
                std::back_inserter(root.children));
    }
    if (error_) return *error_;
    root.range = {0, text_.size()};
    return root;
  }

 private:
  const QueryToken* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool next_is(TokenType kind) const { return peek() != nullptr && peek()->kind == kind; }

  // True when a token can begin an operand.
  static bool begins_operand(const QueryToken* token) {
    return token != nullptr && token->kind != TokenType::kClose &&
           token->kind != TokenType::kAnd && token->kind != TokenType::kOr;
  }

  QueryNode sequence(std::optional<Field> field) {
    QueryNode node;
    node.kind = NodeKind::kSequence;
    while (!error_ && peek() != nullptr && !next_is(TokenType::kClose)) {
      QueryNode child = expression(field);
      if (child.kind == NodeKind::kSequence && child.children.empty()) continue;
      node.range.end = child.range.end;
      if (node.children.empty()) node.range.begin = child.range.begin;
      node.children.push_back(std::move(child));
    }
    return node;
  }

  QueryNode expression(std::optional<Field> field) {
    return chain(TokenType::kOr, NodeKind::kOr, field, [&] {
      return chain(TokenType::kAnd, NodeKind::kAnd, field, [&] { return operand(field); });
    });
  }

  // operand { operator operand }
  template <class Parse>
  QueryNode chain(TokenType op, NodeKind kind, std::optional<Field> field, Parse parse) {
    QueryNode first = lone_operator() ? word(field) : parse();
    if (!next_is(op) || !begins_operand(peek(1))) return first;
    QueryNode node;
    node.kind = kind;
    node.range = first.range;
    node.children.push_back(std::move(first));
    while (!error_ && next_is(op) && begins_operand(peek(1))) {
      ++at_;
      node.children.push_back(parse());
      node.range.end = node.children.back().range.end;
    }
    return node;
  }

  // An operator where an operand should begin.
  bool lone_operator() const { return peek() != nullptr && !begins_operand(peek()); }

  QueryNode operand(std::optional<Field> field) {
    const QueryToken token = tokens_[at_];
    Occur occur = Occur::kShould;
    if (token.kind == TokenType::kPlus) occur = Occur::kMust;
    if (token.kind == TokenType::kMinus || token.kind == TokenType::kNot)
      occur = Occur::kMustNot;
    if (occur == Occur::kShould) return primary(field);
    if (!begins_operand(peek(1))) return word(field);  // a lone NOT is a word
    ++at_;
    const QueryToken* next = peek();
    const bool sign_again = next->kind == TokenType::kPlus ||
                            next->kind == TokenType::kMinus ||
                            next->kind == TokenType::kNot;
    QueryNode node =
        sign_again ? deeper(token, [&] { return operand(field); }) : primary(field);
    // "NOT -x" is x again.
    const bool twice = occur == Occur::kMustNot && node.occur == Occur::kMustNot;
    node.occur = twice ? Occur::kShould : occur;
    node.range.begin = token.range.begin;
    return node;
  }

  QueryNode primary(std::optional<Field> field) {
    const QueryToken& token = tokens_[at_];
    switch (token.kind) {
      case TokenType::kOpen:
        return group(field);
      case TokenType::kField:
        return fielded();
      case TokenType::kPhrase:
        return leaf(NodeKind::kPhrase, field);
      case TokenType::kPrefix:
        return leaf(NodeKind::kPrefix, field);
      default:
        return word(field);
    }
  }

  QueryNode group(std::optional<Field> field) {
    const QueryToken open = tokens_[at_++];
    QueryNode node = deeper(open, [&] { return sequence(field); });
    node.range = {open.range.begin, std::max(node.range.end, open.range.end)};
    if (next_is(TokenType::kClose)) node.range.end = tokens_[at_++].range.end;
    if (node.children.size() == 1 && node.children[0].occur != Occur::kMustNot) {
      QueryNode only = std::move(node.children[0]);
      return only;
    }
    return node;
  }

  QueryNode fielded() {
    const QueryToken field = tokens_[at_++];
    const auto words =
        field.text == "author" ? Field::kAuthor : text_field_named(field.text);
    if (words) {
      // With its sign: title:-x is -title:x.
      QueryNode node = deeper(field, [&] { return operand(*words); });
      node.range.begin = field.range.begin;
      if (node.occur == Occur::kShould) node.occur = Occur::kMust;
      return node;
    }
    const QueryToken& value = tokens_[at_++];
    // No value ends with an asterisk; to drop it would ask for something else.
    const std::string asterisk = value.kind == TokenType::kPrefix ? "*" : "";
    Result<QueryNode> node = value_node(field.text, value.text + asterisk, value.range);
    if (!node) {
      error_ = node.error();
      return {};
    }
    node->range = {field.range.begin, value.range.end};
    node->occur = Occur::kMust;
    return *node;
  }

  QueryNode leaf(NodeKind kind, std::optional<Field> field) {
    const QueryToken& token = tokens_[at_++];
    QueryNode node;
    node.kind = field == Field::kAuthor ? NodeKind::kAuthor : kind;
    node.text = token.text;
    node.range = token.range;
    if (field != Field::kAuthor) node.field = field;
    if (field == Field::kAuthor && kind == NodeKind::kPrefix) node.text += '*';
    if (++words_ > kMaxQueryWords) {
      fail("more than " + std::to_string(kMaxQueryWords) + " words", token.range);
    }
    if (node.kind != NodeKind::kWord && ++phrases_ > kMaxQueryPhrases) {
      fail("more than " + std::to_string(kMaxQueryPhrases) +
               " phrases, prefixes and authors",
           token.range);
    }
    return node;
  }

  QueryNode word(std::optional<Field> field) { return leaf(NodeKind::kWord, field); }

  template <class Parse>
  QueryNode deeper(const QueryToken& token, Parse parse) {
    if (++depth_ > kMaxQueryDepth) {
      fail("nested more than " + std::to_string(kMaxQueryDepth) + " deep", token.range);
      return {};
    }
    QueryNode node = parse();
    --depth_;
    return node;
  }

  void fail(std::string message, ByteRange range) {
    if (!error_) error_ = Error(ErrorCode::kQuerySyntax, std::move(message), range);
    at_ = tokens_.size();
  }

  std::string_view text_;
  std::vector<QueryToken> tokens_;
  std::size_t at_ = 0;
  std::size_t words_ = 0;
  std::size_t phrases_ = 0;
  int depth_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<QueryNode> parse_query(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    return Error(ErrorCode::kQuerySyntax,
                 "the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes",
                 {kMaxQueryBytes, text.size()});
  }
  return Parser(text, lex_query(text)).parse();
}

}  // namespace papersearch
