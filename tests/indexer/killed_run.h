// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace papersearch::testing {

// The exit status, or 128 and the signal, of a program that gets `signal` after `delay`.
int killed_after(const std::vector<std::string>& argv, std::chrono::microseconds delay,
                 int signal);

}  // namespace papersearch::testing
