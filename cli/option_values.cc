// SPDX-License-Identifier: GPL-2.0-or-later
#include "option_values.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <string_view>

#include "papersearch/paper.h"

namespace papersearch::cli {
namespace {

// `refusal` says what is wrong with any other value.
Read decimal(const std::string& option, double least, double most, const char* refusal,
             const std::function<void(double)>& take) {
  return [=](const std::string& text) {
    double value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (!whole || !(value >= least && value <= most)) refuse(option, text, refusal);
    take(value);
  };
}

}  // namespace

void refuse(const std::string& option, const std::string& value, const std::string& what) {
  throw CLI::ValidationError(option, "\"" + value + "\" " + what);
}

Read whole_number(const std::string& option, std::uint64_t most,
                  const std::function<void(std::uint64_t)>& take) {
  return [=](const std::string& text) {
    std::uint64_t value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = !text.empty() && end == text.data() + text.size();
    if (!is_number || error != std::errc() || value > most) {
      refuse(option, text,
             std::string(is_number ? "is too large" : "is no whole number") +
                 "; write one from 0 to " + std::to_string(most));
    }
    take(value);
  };
}

Read date(const std::string& option, std::string& out) {
  return [option, &out](const std::string& text) {
    const bool good = text.size() == 4 || text.size() == 7 || text.size() == 10;
    constexpr std::string_view kFirstDay = "0000-01-01";
    if (!good || !is_calendar_date(text + std::string(kFirstDay.substr(text.size())))) {
      refuse(option, text, "is no date; write 2025, 2025-04 or 2025-04-23");
    }
    out = text;
  };
}

Read share(const std::string& option, double& out) {
  return decimal(option, 0, 1, "is no number from 0 to 1; write 0.1, say",
                 [&out](double value) { out = value; });
}

Read seconds(const std::string& option, unsigned& milliseconds) {
  return decimal(option, 0.001, 600,
                 "is no number of seconds from 0.001 to 600; write 5, say",
                 [&milliseconds](double value) {
                   milliseconds = static_cast<unsigned>(value * 1'000);
                 });
}

}  // namespace papersearch::cli
