// SPDX-License-Identifier: GPL-2.0-or-later
// How compare asks an engine inside of a process: the same for all of them.
#pragma once

#include <chrono>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

// Calls `ask(line)`, which gives the number of hits and throws when it fails, for each line
// of standard input: once to warm up, once more in the same order to measure. Prints for
// each line the microseconds, a tab and the hits.
template <class Ask>
int ask_lines(const char* program, Ask ask) {
  using Clock = std::chrono::steady_clock;
  std::vector<std::string> lines;
  for (std::string line; std::getline(std::cin, line);) lines.push_back(line);
  try {
    for (const std::string& line : lines) ask(line);
    for (const std::string& line : lines) {
      const Clock::time_point start = Clock::now();
      const std::size_t hits = ask(line);
      const std::chrono::duration<double, std::micro> took = Clock::now() - start;
      std::cout << took.count() << '\t' << hits << '\n';
    }
  } catch (const std::exception& error) {
    std::cerr << program << ": " << error.what() << '\n';
    return 3;
  }
  return std::cout.flush() ? 0 : 3;
}
