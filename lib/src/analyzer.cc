// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzer.h"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>

#include "char_class.h"
#include "hangul.h"
#include "hangul_tokens.h"
#include "normalize.h"
#include "schema.h"

namespace papersearch {
namespace {

// Entries a cache may hold before it starts anew: bounds the memory on hostile input.
constexpr std::size_t kMaxCached = 1 << 17;
// A chain of more parts (a_b_c_d_e) gets no whole.
constexpr std::size_t kMaxJoinedParts = 4;
constexpr std::size_t kMaxRunUnits = kMaxTermBytes / 3;

bool is_ascii_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
}
// The stemmer knows the straight one only.
void straighten_apostrophes(std::string& word) {
  constexpr std::string_view kCurly = "\xE2\x80\x99";
  for (std::size_t at = word.find(kCurly); at != std::string::npos;
       at = word.find(kCurly, at)) {
    word.replace(at, kCurly.size(), "'");
  }
}
struct Utf16Hash {
  std::size_t operator()(std::u16string_view text) const {
    return std::hash<std::u16string_view>()(text);
  }
  using is_transparent = void;
};

// Cuts at most so many units, never through a surrogate pair.
std::u16string_view clip(std::u16string_view run) {
  if (run.size() <= kMaxRunUnits) return run;
  std::size_t n = kMaxRunUnits;
  if (run[n - 1] >= 0xD800 && run[n - 1] < 0xDC00) --n;
  return run.substr(0, n);
}

}  // namespace

class Analyzer::Impl {
 public:
  explicit Impl(WordBreaker::Policy policy) : breaker_(policy), stemmer_("english") {}

  void analyze(std::string_view utf8, std::vector<Token>& out) {
    out.clear();
    out_ = &out;
    position_ = 0;
    group_ = 0;
    chain_.clear();
    source_ = utf8;
    normalize(utf8, normalized_);
    breaker_.spans(normalized_.text, spans_);
    for (const WordBreaker::Span& span : spans_) add_span(span.begin, span.end);
    end_chain();
  }

 private:
  struct Run {
    std::size_t begin;
    std::size_t end;
  };

  std::u16string_view view(std::size_t begin, std::size_t end) const {
    return std::u16string_view(normalized_.text).substr(begin, end - begin);
  }

  // Cut into runs of one script.
  void add_span(std::size_t begin, std::size_t end) {
    const std::u16string& text = normalized_.text;
    for (std::size_t i = begin; i < end;) {
      const CharClass kind = char_class(text[i]);
      if (kind == CharClass::kOther) {
        ++i;
        continue;
      }
      const std::size_t from = i;
      if (kind == CharClass::kHangul) {
        while (i < end && char_class(text[i]) == CharClass::kHangul) ++i;
        end_chain();
        add_hangul(from, i);
        continue;
      }
      i = end_of_run(from, end, kind);
      add_to_chain({from, i});
    }
  }

  // Letters with apostrophes between them; or digits, with points and commas between
  // them, and the letters that follow (4o, 3d, 7b).
  std::size_t end_of_run(std::size_t i, std::size_t end, CharClass kind) const {
    const std::u16string& text = normalized_.text;
    const auto joins = [&](CharClass around, bool mark) {
      return mark && i + 1 < end && char_class(text[i + 1]) == around;
    };
    if (kind == CharClass::kDigit) {
      while (i < end && (char_class(text[i]) == CharClass::kDigit ||
                         joins(CharClass::kDigit, text[i] == '.' || text[i] == ','))) {
        ++i;
      }
    }
    // An apostrophe joins letters, and no number: '90's.
    const auto follows_letter = [&] {
      return i > 0 && char_class(text[i - 1]) == CharClass::kLetter;
    };
    while (i < end &&
           (char_class(text[i]) == CharClass::kLetter ||
            joins(CharClass::kLetter, is_apostrophe(text[i]) && follows_letter()))) {
      ++i;
    }
    return i;
  }

  // Collects runs that are written together: GPT-4o, text_to_speech, Qwen2.5.
  void add_to_chain(Run run) {
    if (!chain_.empty()) {
      const std::size_t last = chain_.back().end;
      const bool joined =
          run.begin == last || (run.begin == last + 1 && is_joiner(normalized_.text[last]));
      if (!joined) end_chain();
    }
    chain_.push_back(run);
  }

  void end_chain() {
    if (chain_.empty()) return;
    const std::uint32_t first = position_;
    std::u16string whole;
    for (Run& run : chain_) {
      extend_over_plus(run);
      const bool plural = is_plural_acronym(run);
      const std::u16string_view text = clip(view(run.begin, run.end - (plural ? 1 : 0)));
      whole += text;
      add_word(text, TokenKind::kWord, position_++, run);
      if (plural && chain_.size() == 1) {
        add_word(clip(view(run.begin, run.end)), TokenKind::kWhole, first, run);
      }
    }
    if (chain_.size() > 1 && chain_.size() <= kMaxJoinedParts &&
        whole.size() <= kMaxRunUnits) {
      add_word(whole, TokenKind::kWhole, first, {chain_.front().begin, chain_.back().end});
    }
    ++group_;
    chain_.clear();
  }

  // C++ and C# are words of their own.
  void extend_over_plus(Run& run) const {
    const std::u16string& text = normalized_.text;
    if (run.end - run.begin != 1 || run.end >= text.size()) return;
    if (text.compare(run.end, 2, u"++") == 0) {
      run.end += 2;
    } else if (text[run.end] == u'#') {
      run.end += 1;
    }
  }

  // LLMs, GPUs: capitals and an s, which the stemmer leaves on. "TTS" and "bus" are none.
  bool is_plural_acronym(const Run& run) const {
    if (run.end - run.begin < 3) return false;
    for (std::size_t i = run.begin; i < run.end; ++i) {
      const char c = source_[normalized_.begin[i]];
      if (i + 1 < run.end ? c < 'A' || c > 'Z' : c != 's') return false;
    }
    return true;
  }

  void add_word(std::u16string_view text, TokenKind kind, std::uint32_t position, Run run) {
    Token token;
    token.surface = to_utf8(text);
    std::erase(token.surface, ',');
    straighten_apostrophes(token.surface);
    token.term = is_ascii_word(token.surface) ? stem(token.surface) : token.surface;
    if (token.term == token.surface) token.surface.clear();
    // APIs: the stemmer made one of both.
    if (kind == TokenKind::kWhole && token.term == out_->back().term) return;
    token.kind = kind;
    token.position = position;
    token.group = group_;
    token.source = normalized_.source(run.begin, run.end);
    out_->push_back(std::move(token));
  }

  void add_hangul(std::size_t begin, std::size_t end) {
    const std::u16string_view run = view(begin, end);
    const bool follows_word = begin > 0 && !is_space(normalized_.text[begin - 1]);
    if (follows_word && is_hangul_ending(run)) return;
    const HangulTokens& word = tokens_of(run);
    for (const HangulToken& one : word.tokens) {
      Token token;
      token.term = one.term;
      token.kind = one.kind;
      token.position = position_ + one.place;
      token.group = group_;
      token.source = normalized_.source(begin + one.from, begin + one.to);
      out_->push_back(std::move(token));
    }
    position_ += word.places;
    ++group_;
  }

  const std::string& stem(const std::string& word) {
    const auto found = stems_.find(word);
    if (found != stems_.end()) return found->second;
    if (stems_.size() >= kMaxCached) stems_.clear();
    return stems_.emplace(word, stemmer_(word)).first->second;
  }

  const HangulTokens& tokens_of(std::u16string_view run) {
    // Entries are to be small, too.
    if (run.size() > kMaxTermBytes) return long_word_ = hangul_tokens(run);
    const auto found = words_.find(run);
    if (found != words_.end()) return found->second;
    if (cached_tokens_ >= kMaxCached) {
      words_.clear();
      cached_tokens_ = 0;
    }
    HangulTokens& made = words_[std::u16string(run)] = hangul_tokens(run);
    cached_tokens_ += made.tokens.size();
    return made;
  }

  WordBreaker breaker_;
  Xapian::Stem stemmer_;
  std::unordered_map<std::string, std::string> stems_;
  std::unordered_map<std::u16string, HangulTokens, Utf16Hash, std::equal_to<>> words_;
  std::size_t cached_tokens_ = 0;
  HangulTokens long_word_;

  // The state of one call.
  std::vector<WordBreaker::Span> spans_;
  std::string_view source_;
  NormalizedText normalized_;
  std::vector<Token>* out_ = nullptr;
  std::uint32_t position_ = 0;
  std::uint32_t group_ = 0;
  std::vector<Run> chain_;
};

Analyzer::Analyzer(WordBreaker::Policy policy) : impl_(std::make_unique<Impl>(policy)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view text, std::vector<Token>& out) {
  impl_->analyze(text, out);
}

std::vector<std::string> Analyzer::fold_words(std::string_view text) {
  NormalizedText normalized;
  normalize(text, normalized);
  std::vector<std::string> out;
  std::u16string word;
  for (const char16_t c : normalized.text) {
    if (char_class(c) != CharClass::kOther) {
      word += c;
    } else if (!word.empty()) {
      out.push_back(to_utf8(clip(word)));
      word.clear();
    }
  }
  if (!word.empty()) out.push_back(to_utf8(clip(word)));
  return out;
}

}  // namespace papersearch
