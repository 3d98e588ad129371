// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_lexer.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "query_values.h"

namespace papersearch {
namespace {

constexpr std::string_view kCurlyOpen = "\xE2\x80\x9C";
constexpr std::string_view kCurlyClose = "\xE2\x80\x9D";

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<QueryToken> lex() {
    while (at_ < text_.size()) {
      if (const std::size_t n = space(at_)) {
        at_ += n;
      } else if (const std::size_t quote_size = quote(at_)) {
        phrase(quote_size);
      } else if (text_[at_] == '(') {
        add(TokenType::kOpen, at_, at_ + 1);
      } else if (text_[at_] == ')') {
        add(TokenType::kClose, at_, at_ + 1);
      } else if (is_sign()) {
        add(text_[at_] == '+' ? TokenType::kPlus : TokenType::kMinus, at_, at_ + 1);
      } else if (!field()) {
        word();
      }
    }
    return std::move(tokens_);
  }

 private:
  // The bytes of the white space at `i`; 0 for anything else. Controls count as space.
  std::size_t space(std::size_t i) const {
    auto next = static_cast<std::int64_t>(i);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text_.data()), next,
                    static_cast<std::int64_t>(text_.size()), c);
    return u_isUWhiteSpace(c) != 0 || u_charType(c) == U_CONTROL_CHAR
               ? static_cast<std::size_t>(next) - i
               : 0;
  }

  std::size_t quote(std::size_t i) const {
    if (text_[i] == '"') return 1;
    const std::string_view rest = text_.substr(i, kCurlyOpen.size());
    return rest == kCurlyOpen || rest == kCurlyClose ? kCurlyOpen.size() : 0;
  }

  bool ends_word(std::size_t i) const {
    return i >= text_.size() || text_[i] == '(' || text_[i] == ')' || quote(i) != 0 ||
           space(i) != 0;
  }

  // A sign counts where a word follows it at once. Inside of words it never gets here.
  bool is_sign() const {
    if (text_[at_] != '+' && text_[at_] != '-') return false;
    return at_ + 1 < text_.size() && space(at_ + 1) == 0 && text_[at_ + 1] != ')' &&
           text_[at_ + 1] != '+' && text_[at_ + 1] != '-';
  }

  bool field() {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') ++end;
    if (end >= text_.size() || text_[end] != ':' ||
        !is_query_field(text_.substr(at_, end - at_))) {
      return false;
    }
    // "title: x" and "title:" are words; a value follows its field at once.
    if (end + 1 >= text_.size() || space(end + 1) != 0 || text_[end + 1] == ')')
      return false;
    add(TokenType::kField, at_, end, end + 1);
    return true;
  }

  void phrase(std::size_t quote_size) {
    const std::size_t begin = at_ + quote_size;
    std::size_t end = begin;
    while (end < text_.size() && quote(end) == 0) ++end;
    const std::size_t after = end < text_.size() ? end + quote(end) : end;
    tokens_.push_back(
        {TokenType::kPhrase, std::string(text_.substr(begin, end - begin)), {at_, after}});
    at_ = after;
  }

  void word() {
    std::size_t end = at_;
    while (!ends_word(end)) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    TokenType kind = TokenType::kWord;
    if (word == "AND") kind = TokenType::kAnd;
    if (word == "OR") kind = TokenType::kOr;
    if (word == "NOT") kind = TokenType::kNot;
    // One letter would begin too much: the A* of search algorithms is a word.
    if (word.size() > 2 && word.back() == '*') kind = TokenType::kPrefix;
    add(kind, at_, kind == TokenType::kPrefix ? end - 1 : end, end);
  }

  void add(TokenType kind, std::size_t begin, std::size_t end) {
    add(kind, begin, end, end);
  }
  void add(TokenType kind, std::size_t begin, std::size_t end, std::size_t after) {
    tokens_.push_back(
        {kind, std::string(text_.substr(begin, end - begin)), {begin, after}});
    at_ = after;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<QueryToken> tokens_;
};

}  // namespace

std::vector<QueryToken> lex_query(std::string_view text) { return Lexer(text).lex(); }

}  // namespace papersearch
