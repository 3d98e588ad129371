// SPDX-License-Identifier: GPL-2.0-or-later
// How the values of options are read.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace papersearch::cli {

// Throws CLI::ValidationError, whose message begins with the option.
using Read = std::function<void(const std::string& text)>;

[[noreturn]] void refuse(const std::string& option, const std::string& value,
                         const std::string& what);

// From 0 to `most`; handed to `take`.
Read whole_number(const std::string& option, std::uint64_t most,
                  const std::function<void(std::uint64_t)>& take);
template <class Number>
Read number(const std::string& option, std::uint64_t most, Number& out) {
  return whole_number(option, most,
                      [&out](std::uint64_t value) { out = static_cast<Number>(value); });
}

Read date(const std::string& option, std::string& out);
// From 0 to 1.
Read share(const std::string& option, double& out);
// From 0.001 to 600.
Read seconds(const std::string& option, unsigned& milliseconds);

}  // namespace papersearch::cli
