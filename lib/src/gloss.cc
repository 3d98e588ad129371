// SPDX-License-Identifier: GPL-2.0-or-later
#include "gloss.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "abbreviation.h"
#include "hangul.h"
#include "stopwords.h"

namespace papersearch {
namespace {

// Bytes in parentheses, and words of an English name: no gloss of the archive has more.
constexpr std::size_t kMaxInner = 120;
constexpr std::size_t kMaxEnglish = 7;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_hangul(const Token& token) { return starts_with_hangul(token.term); }

const std::string& written(const Token& token) {
  return token.surface.empty() ? token.term : token.surface;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// Korean words that stand before a name and are no part of it: 새로운 강화 학습.
bool is_context_word(std::string_view term) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"가장",   "각",   "간",   "개",   "그러나", "기반", "기존", "기타",
       "네",     "다양", "더",   "두",   "따라",   "반면", "본",   "사용",
       "새로운", "세",   "여",   "여러", "이러",   "저",   "제안", "중",
       "즉",     "최근", "최신", "통",   "특히",   "해당", "현재"});
  return is_stopword(term) || std::find(kWords.begin(), kWords.end(), term) != kWords.end();
}

// What a list in parentheses can hold.
struct Name {
  enum class Kind { kNone, kKorean, kEnglish, kAbbreviation } kind = Kind::kNone;
  std::vector<std::string> words;
  std::string abbreviation;
};

class GlossFinder {
 public:
  GlossFinder(std::string_view text, const std::vector<Token>& tokens,
              std::vector<Gloss>& out)
      : text_(text), out_(out) {
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::kWord) words_.push_back(&token);
    }
  }

  void run() {
    std::size_t close = 0;
    for (std::size_t open = text_.find('('); open != std::string_view::npos;
         open = text_.find('(', open + 1)) {
      close = text_.find_first_of("()\n", open + 1);
      if (close == std::string_view::npos) return;
      if (text_[close] != ')' || close - open > kMaxInner) continue;
      while (next_ < words_.size() && words_[next_]->source.begin < open) ++next_;
      if (next_ > 0) add(open, close);
    }
  }

 private:
  std::string_view between(std::size_t begin, std::size_t end) const {
    return begin < end ? text_.substr(begin, end - begin) : std::string_view();
  }

  // words_[next_ - 1] is the last word before the parenthesis at `open`.
  void add(std::size_t open, std::size_t close) {
    const Token& last = *words_[next_ - 1];
    if (!is_gap(between(last.source.end, open), is_hangul(last))) return;
    const std::vector<Name> inner = names_in(open + 1, close);
    if (inner.empty()) return;
    if (is_hangul(last)) {
      gloss_korean(inner);
    } else {
      gloss_english(inner);
    }
  }

  // 강화 학습(Reinforcement Learning; RL)
  void gloss_korean(const std::vector<Name>& inner) {
    Gloss gloss;
    gloss.korean = korean_before(gloss.korean_is_whole);
    if (gloss.korean.empty()) return;
    for (const Name& name : inner) {
      if (name.kind == Name::Kind::kEnglish && gloss.english.empty()) {
        gloss.english = joined(name.words);
      }
      if (name.kind == Name::Kind::kAbbreviation && gloss.abbreviation.empty()) {
        gloss.abbreviation = name.abbreviation;
      }
    }
    if (!gloss.english.empty() || !gloss.abbreviation.empty())
      out_.push_back(std::move(gloss));
  }

  // Reinforcement Learning(강화 학습), RL(강화 학습), Large Language Models (LLMs),
  // LLM (Large Language Model)
  void gloss_english(const std::vector<Name>& inner) {
    Gloss gloss;
    const std::vector<std::string> words = english_before(gloss.abbreviation);
    for (const Name& name : inner) {
      if (name.kind == Name::Kind::kKorean) {
        gloss.korean = joined(name.words);
        gloss.korean_is_whole = true;
      } else if (name.kind == Name::Kind::kEnglish &&
                 abbreviation_cost(gloss.abbreviation, name.words)) {
        gloss.english = joined(name.words);
      } else if (name.kind == Name::Kind::kAbbreviation && gloss.abbreviation.empty()) {
        gloss.english = joined(abbreviated(name.abbreviation, words));
        if (!gloss.english.empty()) gloss.abbreviation = name.abbreviation;
      }
    }
    if (gloss.english.empty() && gloss.abbreviation.empty() &&
        words.size() <= kMaxEnglish) {
      gloss.english = joined(words);
    }
    const int known = (gloss.korean.empty() ? 0 : 1) + (gloss.english.empty() ? 0 : 1) +
                      (gloss.abbreviation.empty() ? 0 : 1);
    if (known >= 2) out_.push_back(std::move(gloss));
  }

  // Whether words with `gap` between them can be one name. `ending`: Hangul may follow the
  // first word, which is its ending.
  static bool is_gap(std::string_view gap, bool ending) {
    if (ending) {
      while (gap.size() >= 3 && starts_with_hangul(gap)) gap.remove_prefix(3);
    }
    return gap.find_first_not_of(" -") == std::string_view::npos || gap == "\u00B7" ||
           gap == "' " || gap == "'" || gap == "\"" || gap == "\u2019";
  }

  // Endings after which a name may go on: 피드백을 통한, 사고의 사슬, 이미지로의 변환.
  static bool is_inner_ending(std::string_view ending) {
    constexpr auto kEndings =
        std::to_array<std::string_view>({"과", "된", "로", "로의", "를", "에서", "와",
                                         "으로", "으로의", "을", "의", "적", "적인", "한"});
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
  }

  // The terms before the parenthesis, as far back as a name can reach.
  std::string korean_before(bool& is_whole) const {
    std::vector<std::string> terms;
    std::size_t i = next_;
    while (i > 0 && terms.size() < kMaxKoreanTerms) {
      const Token& token = *words_[i - 1];
      if (i < next_) {
        const std::string_view gap = between(token.source.end, words_[i]->source.begin);
        std::size_t hangul = 0;
        while (starts_with_hangul(gap.substr(hangul))) hangul += 3;
        const std::string_view rest = gap.substr(hangul);
        // 자가 is read as 자 and a particle, but is a word: 자가 지도 학습.
        const bool self = token.term == "자" && gap.substr(0, hangul) == "가";
        if (hangul > 0 && !self && !is_inner_ending(gap.substr(0, hangul))) break;
        if (rest.find_first_not_of(" -") != std::string_view::npos && rest != "\u00B7")
          break;
      }
      if (is_context_word(token.term)) break;
      terms.push_back(token.term);
      --i;
    }
    // A name in quotes begins there.
    if (i < next_) {
      const std::size_t begin = words_[i]->source.begin;
      is_whole = begin > 0 && (text_[begin - 1] == '\'' || text_[begin - 1] == '"');
    }
    std::reverse(terms.begin(), terms.end());
    return joined(terms);
  }

  // The Latin words before the parenthesis; or, where the last is an abbreviation, that.
  std::vector<std::string> english_before(std::string& abbreviation) const {
    std::vector<std::string> words;
    std::size_t i = next_;
    std::size_t begin = words_[i - 1]->source.begin;
    while (i > 0 && words_[i - 1]->group == words_[next_ - 1]->group) {
      begin = words_[--i]->source.begin;
    }
    abbreviation = abbreviation_of(between(begin, words_[next_ - 1]->source.end));
    if (!abbreviation.empty()) return words;
    for (i = next_; i > 0 && words.size() <= kMaxEnglish; --i) {
      const Token& token = *words_[i - 1];
      if (is_hangul(token)) break;
      if (i < next_) {
        const std::string_view gap = between(token.source.end, words_[i]->source.begin);
        if (gap.find_first_not_of(" -\n") != std::string_view::npos) break;
      }
      words.push_back(written(token));
    }
    std::reverse(words.begin(), words.end());
    return words;
  }

  // The last of `words`, which end before the parenthesis, that `abbreviation` stands for
  // best, the fewest of equals; empty when none do.
  std::vector<std::string> abbreviated(const std::string& abbreviation,
                                       const std::vector<std::string>& words) const {
    std::vector<std::string> best;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (std::size_t n = 2; n <= words.size(); ++n) {
      // Self-supervised is one word.
      const std::size_t first = next_ - n;
      if (first > 0 && words_[first - 1]->group == words_[first]->group) continue;
      const std::vector<std::string> last(words.end() - static_cast<std::ptrdiff_t>(n),
                                          words.end());
      const auto cost = abbreviation_cost(abbreviation, last);
      if (!cost || *cost >= least) continue;
      least = *cost;
      best = last;
    }
    return best;
  }

  // The names listed between `begin` and `end`; none when there is anything else.
  std::vector<Name> names_in(std::size_t begin, std::size_t end) const {
    std::vector<Name> out = listed(begin, end, ";");
    if (!out.empty()) return out;
    // A comma or colon separates names only when one is the other's abbreviation.
    out = listed(begin, end, ",:");
    return is_abbreviation_pair(out) ? out : std::vector<Name>();
  }

  static bool is_abbreviation_pair(const std::vector<Name>& pair) {
    if (pair.size() != 2) return false;
    const auto fits = [](const Name& a, const Name& b) {
      return a.kind == Name::Kind::kAbbreviation &&
             (b.kind == Name::Kind::kKorean ||
              (b.kind == Name::Kind::kEnglish &&
               abbreviation_cost(a.abbreviation, b.words)));
    };
    return fits(pair[0], pair[1]) || fits(pair[1], pair[0]);
  }

  std::vector<Name> listed(std::size_t begin, std::size_t end,
                           std::string_view separators) const {
    std::vector<Name> out;
    while (begin < end) {
      const std::size_t stop = std::min(text_.find_first_of(separators, begin), end);
      Name name = name_in(begin, stop);
      if (name.kind == Name::Kind::kNone) return {};
      out.push_back(std::move(name));
      begin = stop + 1;
    }
    return out;
  }

  Name name_in(std::size_t begin, std::size_t end) const {
    Name name;
    while (begin < end && text_[begin] == ' ') ++begin;
    while (end > begin && text_[end - 1] == ' ') --end;
    name.abbreviation = abbreviation_of(between(begin, end));
    bool has_letters = false;
    bool has_hangul = false;
    std::size_t at = begin;
    for (std::size_t i = next_; i < words_.size() && words_[i]->source.begin < end; ++i) {
      const Token& token = *words_[i];
      if (token.source.begin < begin) continue;
      const std::string_view gap = between(at, token.source.begin);
      if (at == begin ? !gap.empty() : !is_gap(gap, has_hangul)) return {};
      at = token.source.end;
      has_hangul |= is_hangul(token);
      has_letters |= token.term.size() > 1 && !is_digit(token.term[0]);
      name.words.push_back(is_hangul(token) ? token.term : written(token));
    }
    if (!has_letters || !is_gap(between(at, end), has_hangul)) return {};
    if (name.words.size() > (has_hangul ? kMaxKoreanTerms : kMaxEnglish)) return {};
    name.kind = has_hangul                   ? Name::Kind::kKorean
                : !name.abbreviation.empty() ? Name::Kind::kAbbreviation
                                             : Name::Kind::kEnglish;
    return name;
  }

  std::string_view text_;
  std::vector<Gloss>& out_;
  std::vector<const Token*> words_;
  std::size_t next_ = 0;  // the first word behind the parenthesis in question
};

}  // namespace

void find_glosses(std::string_view text, const std::vector<Token>& tokens,
                  std::vector<Gloss>& out) {
  if (text.find('(') != std::string_view::npos) GlossFinder(text, tokens, out).run();
}

}  // namespace papersearch
