// SPDX-License-Identifier: GPL-2.0-or-later
#include "snippet.h"

#include <algorithm>
#include <map>

#include "section.h"
#include "sentences.h"
#include "utf8_prefix.h"

namespace papersearch {
namespace {

constexpr const char* kEllipsis = "…";
// Bytes of a section that are looked at. A digest has one or two thousand; a hit with ten
// million must not take seconds.
constexpr std::size_t kMaxText = 1 << 18;
// What a term counts in a second snippet when the first has it already.
constexpr double kSeenShare = 0.1;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

struct Match {
  ByteRange source;  // of the section's text
  std::string term;
};

struct Sentence {
  std::size_t section;  // index in Paper::sections
  ByteRange range;      // of the section's text
  std::vector<Match> matches;
  std::vector<ByteRange> words;  // where the text may be cut
};

std::vector<Sentence> analyze_sections(const Paper& paper, const Highlighter& highlighter,
                                       const std::vector<Field>& fields,
                                       Analyzer& analyzer) {
  std::vector<Sentence> out;
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < paper.sections.size(); ++i) {
    const Section& section = paper.sections[i];
    const bool wanted =
        fields.empty() || std::find(fields.begin(), fields.end(),
                                    section_field(section.name)) != fields.end();
    if (!wanted) continue;
    const std::string_view text = utf8_prefix(section.text, kMaxText);
    analyzer.analyze(text, tokens);
    const std::vector<bool> matching = highlighter.matches(tokens);
    auto token = tokens.begin();
    for (const ByteRange range : sentences(text)) {
      Sentence sentence{i, range, {}, {}};
      for (; token != tokens.end() && token->source.begin < range.end; ++token) {
        if (token->source.begin < range.begin) continue;
        if (token->kind == TokenKind::kWord) sentence.words.push_back(token->source);
        const bool matches = matching[static_cast<std::size_t>(token - tokens.begin())];
        if (matches) sentence.matches.push_back({token->source, token->term});
      }
      out.push_back(std::move(sentence));
    }
  }
  return out;
}

// How much of the query `sentence` holds, less what `seen` holds already. A word counts
// once; more occurrences break ties.
double worth(const Sentence& sentence, const Highlighter& highlighter,
             const std::set<std::string>& seen) {
  double sum = 0;
  std::set<std::string_view> here;
  for (const Match& match : sentence.matches) {
    const double weight = highlighter.term_weight(match.term);
    if (!here.insert(match.term).second) {
      sum += weight * 0.01;
    } else {
      sum += seen.count(match.term) != 0 ? weight * kSeenShare : weight;
    }
  }
  return sum;
}

std::vector<ByteRange> merge(std::vector<ByteRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const ByteRange& a, const ByteRange& b) { return a.begin < b.begin; });
  std::vector<ByteRange> out;
  for (const ByteRange range : ranges) {
    if (!out.empty() && range.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, range.end);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

// The end of the last word that `length` code points from `begin` hold whole; of the
// first word if they hold none.
std::size_t window_end(std::string_view text, const Sentence& sentence, std::size_t begin,
                       std::size_t length) {
  std::size_t end = begin;
  std::size_t held = 0;
  for (const ByteRange word : sentence.words) {
    if (word.begin < begin) continue;
    held += code_points(text.substr(end, word.end - end));
    if (held > length && end > begin) break;
    end = word.end;
  }
  return end;
}

// The match from which on `length` code points hold the most matches. Linear: a sentence
// may be a megabyte.
std::size_t densest_match(std::string_view text, const Sentence& sentence,
                          std::size_t length) {
  std::vector<std::size_t> begins;
  for (const Match& match : sentence.matches) begins.push_back(match.source.begin);
  std::sort(begins.begin(), begins.end());
  std::size_t best = sentence.range.begin;
  std::size_t most = 0;
  // The window [begin, end) holds whole words, `held` code points, and the matches up to
  // `next`; neither end moves back.
  std::size_t begin = best;
  std::size_t end = best;
  std::size_t held = 0;
  std::size_t next = 0;
  auto word = sentence.words.begin();
  for (std::size_t i = 0; i < begins.size(); ++i) {
    held = begins[i] < end ? held - code_points(text.substr(begin, begins[i] - begin)) : 0;
    begin = begins[i];
    end = std::max(end, begin);
    for (; word != sentence.words.end(); ++word) {
      if (word->begin < begin) continue;
      const std::size_t more = code_points(text.substr(end, word->end - end));
      if (held + more > length && end > begin) break;
      held += more;
      end = word->end;
    }
    while (next < begins.size() && begins[next] < end) ++next;
    if (next - i > most) {
      most = next - i;
      best = begin;
    }
  }
  return best;
}

// The part of a sentence that is too long: `length` code points, cut between words,
// with as many matches as any, and if it can be with some text before the first.
ByteRange window(std::string_view text, const Sentence& sentence, std::size_t length) {
  const std::size_t best_begin = densest_match(text, sentence, length * 3 / 4);
  std::size_t begin = best_begin;
  for (auto word = sentence.words.rbegin(); word != sentence.words.rend(); ++word) {
    if (word->begin >= best_begin) continue;
    if (code_points(text.substr(word->begin, best_begin - word->begin)) > length / 4) break;
    begin = word->begin;
  }
  if (begin == best_begin && sentence.words.empty()) begin = sentence.range.begin;
  std::size_t end = window_end(text, sentence, begin, length);
  // One word that is longer than the snippet: cut it, on a code point.
  if (code_points(text.substr(begin, end - begin)) > length || end == begin) {
    end = begin;
    for (std::size_t n = 0; n < length && end < sentence.range.end; ++n) {
      do ++end;
      while (end < sentence.range.end && is_continuation(text[end]));
    }
  }
  return {begin, end};
}

Snippet cut(const Paper& paper, const Sentence& sentence, std::size_t length) {
  const std::string& text = paper.sections[sentence.section].text;
  ByteRange range = sentence.range;
  // Two of so many are for the ellipses, where there is room for them.
  const bool has_room = length > 2;
  if (code_points(std::string_view(text).substr(range.begin, range.end - range.begin)) >
      length) {
    range = window(text, sentence, has_room ? length - 2 : length);
  }
  Snippet out;
  out.section = paper.sections[sentence.section].name;
  if (has_room && range.begin > sentence.range.begin) out.text += kEllipsis;
  const std::size_t shift = out.text.size();
  out.text += text.substr(range.begin, range.end - range.begin);
  if (has_room && range.end < sentence.range.end) out.text += kEllipsis;
  for (const Match& match : sentence.matches) {
    const std::size_t begin = std::max(match.source.begin, range.begin);
    const std::size_t end = std::min(match.source.end, range.end);
    if (begin < end)
      out.highlights.push_back({begin - range.begin + shift, end - range.begin + shift});
  }
  out.highlights = merge(std::move(out.highlights));
  return out;
}

}  // namespace

std::vector<ByteRange> highlight(std::string_view text, const Highlighter& highlighter,
                                 Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<ByteRange> out;
  const std::vector<bool> matching = highlighter.matches(tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (matching[i]) out.push_back(tokens[i].source);
  }
  return merge(std::move(out));
}

std::vector<Snippet> make_snippets(const Paper& paper, const Highlighter& highlighter,
                                   const SnippetOptions& options, Analyzer& analyzer) {
  std::vector<Snippet> out;
  if (options.count == 0) return out;
  const std::vector<Sentence> all =
      analyze_sections(paper, highlighter, options.fields, analyzer);
  if (all.empty()) return out;

  std::set<std::string> seen;
  std::vector<std::size_t> chosen;
  double first_worth = 0;
  while (chosen.size() < options.count) {
    double best = 0;
    std::size_t at = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (std::find(chosen.begin(), chosen.end(), i) != chosen.end()) continue;
      const double value = worth(all[i], highlighter, seen);
      if (value > best) {
        best = value;
        at = i;
      }
    }
    // A further sentence has to say something new.
    if (at == all.size() || best < first_worth * 0.15) break;
    if (chosen.empty()) first_worth = best;
    chosen.push_back(at);
    for (const Match& match : all[at].matches) seen.insert(match.term);
  }
  if (chosen.empty()) chosen.push_back(0);
  std::sort(chosen.begin(), chosen.end());
  for (const std::size_t i : chosen) {
    Snippet snippet = cut(paper, all[i], options.length);
    const bool twice = std::any_of(
        out.begin(), out.end(), [&](const Snippet& s) { return s.text == snippet.text; });
    if (!twice) out.push_back(std::move(snippet));
  }
  return out;
}

}  // namespace papersearch
