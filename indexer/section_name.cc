// SPDX-License-Identifier: GPL-2.0-or-later
#include "section_name.h"

#include <algorithm>
#include <initializer_list>

namespace papersearch {
namespace {

// A longer text in bold is a sentence.
constexpr std::size_t kMaxNameBytes = 120;

// Where emphasis is not balanced ("***Name*: text"), asterisks are left over.
std::string_view without_stars(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of("* "), text.size()));
}

// The name when it ends at `end`.
std::optional<std::string> take_until(std::string& line, std::size_t end) {
  std::string_view name = without_stars(std::string_view(line).substr(0, end));
  std::string_view text = without_stars(std::string_view(line).substr(end));
  if (name.size() > kMaxNameBytes) return std::nullopt;
  for (const std::string_view colon : {":", "："}) {
    const bool behind = text.substr(0, colon.size()) == colon;
    const bool inside = !behind && name.size() >= colon.size() &&
                        name.substr(name.size() - colon.size()) == colon;
    if (!behind && !inside) continue;
    if (behind) text.remove_prefix(colon.size());
    if (inside) name.remove_suffix(colon.size());
    std::string out(name.substr(0, name.find_last_not_of(' ') + 1));
    line = std::string(text);
    return out;
  }
  return std::nullopt;
}

}  // namespace

void SectionName::enter(bool strong, std::string_view line) {
  const bool begins_line = ends_.empty() && line.find_first_not_of('*') == line.npos;
  open_.push_back(begins_line);
  strong_ = strong_ || (begins_line && (strong || !line.empty()));
}

void SectionName::leave(std::string_view line) {
  if (open_.empty()) return;
  if (open_.back()) ends_.push_back(line.size());
  open_.pop_back();
}

std::optional<std::string> SectionName::take_from(std::string& line) const {
  if (!strong_) return std::nullopt;
  // Bold around italics may go on behind the name: "***Name*: text.**"
  for (const std::size_t end : ends_) {
    if (std::optional<std::string> name = take_until(line, end)) return name;
  }
  return std::nullopt;
}

void SectionName::clear() {
  open_.clear();
  ends_.clear();
  strong_ = false;
}

}  // namespace papersearch
