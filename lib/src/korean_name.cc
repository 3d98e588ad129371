// SPDX-License-Identifier: GPL-2.0-or-later
#include "korean_name.h"

#include <algorithm>
#include <map>
#include <utility>

#include "gloss.h"
#include "glossary_limits.h"

namespace papersearch {
namespace {

// An end of the contexts: how many have it, and what stands before it there.
struct Ending {
  std::uint32_t papers = 0;
  std::uint32_t starts = 0;  // papers in which a name can begin with it
  std::uint32_t last_paper = 0;
  std::uint32_t last_start = 0;
  std::vector<std::string_view> longer;  // by one term
};

class NameChooser {
 public:
  NameChooser(const std::vector<KoreanContext>& contexts, std::size_t english_words)
      : english_words_(english_words) {
    std::uint32_t last = 0;
    for (const KoreanContext& context : contexts) {
      if (std::exchange(last, context.paper) != context.paper || papers_ == 0) ++papers_;
      add(context);
    }
  }

  std::vector<KoreanName> run() {
    choose({}, papers_, 0);
    return std::move(names_);
  }

 private:
  void add(const KoreanContext& context) {
    const std::string_view all = context.terms;
    std::string_view shorter;  // than `end`, by its first term
    std::size_t terms = 0;
    for (std::size_t begin = all.size(); begin > 0 && terms < kMaxKoreanTerms;) {
      const std::size_t space = all.rfind(' ', begin - 1);
      const std::size_t from = space == std::string_view::npos ? 0 : space + 1;
      const std::string_view end = all.substr(from);
      ++terms;
      const auto [at, is_new] = endings_.try_emplace(end);
      if (is_new) endings_[shorter].longer.push_back(end);
      Ending& ending = at->second;
      if (ending.papers == 0 || ending.last_paper != context.paper) ++ending.papers;
      ending.last_paper = context.paper;
      // Where the context was cut, the name may begin before it.
      if (from == 0 && (context.is_whole || terms < kMaxKoreanTerms)) {
        if (ending.starts == 0 || ending.last_start != context.paper) ++ending.starts;
        ending.last_start = context.paper;
      }
      shorter = end;
      begin = from == 0 ? 0 : from - 1;
    }
  }

  // Chooses among the names that end in `end`, which has `terms` terms and stands in
  // `papers` papers; gives the support of the best of them.
  std::uint32_t choose(std::string_view end, std::uint32_t papers, std::size_t terms) {
    std::uint32_t in_longer = 0;
    std::uint32_t best = 0;
    for (const std::string_view longer : endings_[end].longer) {
      const std::uint32_t with = endings_[longer].papers;
      if (with < kMinBranchPapers || with < kMinKoreanShare * papers_ ||
          (terms > 0 && with < kMinBranchShare * papers)) {
        continue;
      }
      best = std::max(best, choose(longer, with, terms + 1));
      in_longer += with;
    }
    if (terms == 0) return best;
    const Ending& ending = endings_[end];
    const std::uint32_t alone = papers - std::min(papers, in_longer);
    const bool short_or_few = terms < english_words_ || papers < kFirmSupport;
    const double starts = short_or_few ? kMinShortStartShare : kMinStartShare;
    if (papers < kMinSupport || alone < kMinBranchPapers ||
        alone < kMinBranchShare * papers || alone < best ||
        ending.starts < starts * papers ||
        (papers < kFirmSupport && papers < kMinShareOfFew * papers_)) {
      return best;
    }
    names_.push_back({std::string(end), papers});
    return std::max(best, papers);
  }

  std::map<std::string_view, Ending> endings_;
  std::size_t english_words_;
  std::uint32_t papers_ = 0;
  std::vector<KoreanName> names_;
};

}  // namespace

std::vector<KoreanName> korean_names(const std::vector<KoreanContext>& contexts,
                                     std::size_t english_words) {
  return NameChooser(contexts, english_words).run();
}

}  // namespace papersearch
