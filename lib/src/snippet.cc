// SPDX-License-Identifier: GPL-2.0-or-later
#include "snippet.h"

#include <algorithm>
#include <optional>

#include "section.h"
#include "sentences.h"

namespace papersearch {
namespace {

constexpr const char* kEllipsis = "…";
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

struct Sentence {
  std::size_t section;  // index in Paper::sections
  ByteRange range;      // of the section's text
  std::vector<ByteRange> matches = {};
  std::vector<ByteRange> words = {};  // where the text may be cut
};

// The sentences of these numbers, counted as DocumentBuilder does: the title's first, and
// behind each text one more for what is in none. Of no numbers, and of those of a damaged
// index, the first sentence in `fields`.
std::vector<Sentence> find_sentences(const Paper& paper, const std::vector<Field>& fields,
                                     const std::vector<std::size_t>& numbers) {
  std::vector<Sentence> out;
  std::optional<Sentence> first;
  std::size_t begin = sentences(paper.title).size() + 1;
  for (std::size_t i = 0; i < paper.sections.size(); ++i) {
    const Section& section = paper.sections[i];
    const std::vector<ByteRange> ranges = sentences(section.text);
    const std::size_t end = begin + ranges.size();
    const bool wanted =
        fields.empty() || std::find(fields.begin(), fields.end(),
                                    section_field(section.name)) != fields.end();
    if (wanted && !first && !ranges.empty()) first = Sentence{i, ranges[0]};
    auto number = std::lower_bound(numbers.begin(), numbers.end(), begin);
    for (; number != numbers.end() && *number < end; ++number)
      out.push_back({i, ranges[*number - begin]});
    begin = end + 1;
  }
  if (out.empty() && first) out.push_back(*std::move(first));
  return out;
}

// Sets what of the sentence matches, and its words.
void analyze(const Paper& paper, const Highlighter& highlighter, Analyzer& analyzer,
             std::vector<Token>& tokens, Sentence& sentence) {
  const auto [begin, end] = sentence.range;
  const std::string_view text = paper.sections[sentence.section].text;
  analyzer.analyze(text.substr(begin, end - begin), tokens);
  const std::vector<bool> matching = highlighter.matches(tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const ByteRange source = {tokens[i].source.begin + begin, tokens[i].source.end + begin};
    if (tokens[i].kind == TokenKind::kWord) sentence.words.push_back(source);
    if (matching[i]) sentence.matches.push_back(source);
  }
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
  for (const ByteRange& match : sentence.matches) begins.push_back(match.begin);
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
  for (const ByteRange& match : sentence.matches) {
    const std::size_t begin = std::max(match.begin, range.begin);
    const std::size_t end = std::min(match.end, range.end);
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

std::vector<Snippet> make_snippets(const Paper& paper, const WordSequence& words,
                                   SentenceChoice& choice, const Highlighter& highlighter,
                                   const SnippetOptions& options, Analyzer& analyzer) {
  std::vector<Snippet> out;
  if (options.count == 0) return out;
  const FieldMask fields =
      field_mask(options.fields) & ~(field_bit(Field::kTitle) | field_bit(Field::kAuthor));
  std::vector<Token> tokens;
  for (Sentence& sentence :
       find_sentences(paper, options.fields, choice.best(words, fields, options.count))) {
    analyze(paper, highlighter, analyzer, tokens, sentence);
    Snippet snippet = cut(paper, sentence, options.length);
    const bool twice = std::any_of(
        out.begin(), out.end(), [&](const Snippet& s) { return s.text == snippet.text; });
    if (!twice) out.push_back(std::move(snippet));
  }
  return out;
}

}  // namespace papersearch
