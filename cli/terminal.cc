// SPDX-License-Identifier: GPL-2.0-or-later
#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace papersearch::cli {
namespace {

constexpr std::size_t kUsualColumns = 80;
// Below this nothing can be laid out; the terminal then breaks the lines itself.
constexpr std::size_t kFewestColumns = 20;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::size_t columns_of(int fd) {
  winsize size = {};
  if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view text = environment("COLUMNS");
  std::size_t columns = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), columns);
  const bool good = error == std::errc() && end == text.data() + text.size() && columns > 0;
  return good ? columns : kUsualColumns;
}

}  // namespace

Terminal terminal_at(int fd, ColorMode color, HyperlinkMode hyperlinks) {
  Terminal out;
  out.is_terminal = ::isatty(fd) == 1;
  if (out.is_terminal) out.columns = std::max(columns_of(fd), kFewestColumns);
  const std::string_view kind = environment("TERM");
  const std::string_view forced = environment("CLICOLOR_FORCE");
  const bool wanted =
      (out.is_terminal && kind != "dumb") || (!forced.empty() && forced != "0");
  out.color = color == ColorMode::kAlways ||
              (color == ColorMode::kAuto && wanted && environment("NO_COLOR").empty());
  out.hyperlinks = hyperlinks == HyperlinkMode::kAlways ||
                   (hyperlinks == HyperlinkMode::kAuto && out.is_terminal && out.color &&
                    kind != "dumb" && kind != "linux");
  return out;
}

}  // namespace papersearch::cli
