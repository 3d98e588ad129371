// SPDX-License-Identifier: GPL-2.0-or-later
#include "pager.h"

#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string>

#include "output.h"

namespace papersearch::cli {
namespace {

// As the shell has it for a program that is not there.
constexpr int kNotFound = 127;

std::string pager_command() {
  for (const char* name : {"PAPERSEARCH_PAGER", "PAGER"}) {
    if (const char* value = std::getenv(name)) return value;
  }
  return "less";
}

bool is_longer_than_screen(std::string_view text) {
  winsize size = {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return false;
  // The prompt of the shell takes the last line.
  return std::count(text.begin(), text.end(), '\n') >= size.ws_row;
}

[[noreturn]] void become_pager(const std::string& command, int input) {
  ::dup2(input, STDIN_FILENO);
  std::signal(SIGPIPE, SIG_DFL);
  // Colours shown, what fits on the screen left there (as git has it).
  ::setenv("LESS", "FRX", 0);
  ::setenv("LV", "-c", 0);
  ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  ::_exit(kNotFound);
}

// Ctrl-C is meant for the pager, which shares the terminal.
class InterruptsIgnored {
 public:
  InterruptsIgnored()
      : interrupt_(std::signal(SIGINT, SIG_IGN)), quit_(std::signal(SIGQUIT, SIG_IGN)) {}
  ~InterruptsIgnored() { restore(); }
  InterruptsIgnored(const InterruptsIgnored&) = delete;
  InterruptsIgnored& operator=(const InterruptsIgnored&) = delete;
  void restore() {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGQUIT, quit_);
  }

 private:
  void (*interrupt_)(int);
  void (*quit_)(int);
};

}  // namespace

bool may_use_pager(PagerMode mode) {
  return mode != PagerMode::kNever && ::isatty(STDOUT_FILENO) == 1;
}

bool show_in_pager(std::string_view text, PagerMode mode) {
  if (!may_use_pager(mode)) return false;
  if (mode == PagerMode::kAuto && !is_longer_than_screen(text)) return false;
  const std::string command = pager_command();
  if (command.empty() || command == "cat") return false;
  int ends[2];
  if (::pipe(ends) != 0) return false;
  InterruptsIgnored ignored;
  const pid_t pager = ::fork();
  if (pager == 0) {
    ignored.restore();
    ::close(ends[1]);
    become_pager(command, ends[0]);
  }
  ::close(ends[0]);
  // Who leaves the pager early has seen enough: no error.
  if (pager > 0) static_cast<void>(write_all(ends[1], text));
  ::close(ends[1]);
  if (pager < 0) return false;
  int status = 0;
  while (::waitpid(pager, &status, 0) < 0 && errno == EINTR) {
  }
  return !(WIFEXITED(status) && WEXITSTATUS(status) == kNotFound);
}

}  // namespace papersearch::cli
