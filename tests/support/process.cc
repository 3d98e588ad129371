// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace papersearch::testing {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* what) {
  throw std::system_error(errno, std::generic_category(), what);
}

// A file descriptor that closes itself.
class Fd {
 public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Fd& operator=(Fd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Fd() { reset(); }

  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  void reset() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_ = -1;
};

struct Ends {
  Fd read;
  Fd write;
};

Ends make_pipe() {
  int fds[2];
  if (::pipe2(fds, O_CLOEXEC) != 0) fail("pipe2");
  return {Fd(fds[0]), Fd(fds[1])};
}

// The tests' side to read from, the program's side to write to. Output is not
// processed: a line ends with '\n' alone.
Ends make_terminal(int columns) {
  int ours = -1;
  int theirs = -1;
  winsize size = {};
  size.ws_row = 50;
  size.ws_col = static_cast<unsigned short>(columns);
  if (::openpty(&ours, &theirs, nullptr, nullptr, &size) != 0) fail("openpty");
  termios mode = {};
  if (::tcgetattr(theirs, &mode) != 0) fail("tcgetattr");
  mode.c_oflag &= ~static_cast<tcflag_t>(OPOST);
  if (::tcsetattr(theirs, TCSANOW, &mode) != 0) fail("tcsetattr");
  ::fcntl(ours, F_SETFD, FD_CLOEXEC);
  ::fcntl(theirs, F_SETFD, FD_CLOEXEC);
  return {Fd(ours), Fd(theirs)};
}

std::vector<std::string> environment_of(const ProcessOptions& options) {
  std::map<std::string, std::string> all = {{"HOME", "/nonexistent"},
                                            {"LANG", "C.UTF-8"},
                                            // Nobody is there to leave it.
                                            {"PAGER", "cat"},
                                            {"PATH", "/usr/local/bin:/usr/bin:/bin"},
                                            {"TERM", "xterm-256color"}};
  for (const char* name :
       {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) all[name] = value;
  }
  for (const auto& [name, value] : options.environment) all[name] = value;
  std::vector<std::string> out;
  for (const auto& [name, value] : all) out.push_back(name + "=" + value);
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> out;
  for (std::string& text : texts) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

// Reads what is there; closes the descriptor at its end. EIO is the end of a terminal
// that the program has left.
void read_some(Fd& fd, std::string& to) {
  std::array<char, 65536> buffer;
  const ssize_t n = ::read(fd.get(), buffer.data(), buffer.size());
  if (n > 0) {
    to.append(buffer.data(), static_cast<std::size_t>(n));
  } else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
    fd.reset();
  }
}

// Feeds standard input and collects output until the program has closed both.
void exchange(Fd input, const ProcessOptions& options, Fd out, Fd err,
              ProcessResult& result, pid_t pid) {
  const auto end = Clock::now() + options.time_limit;
  const std::string& text = options.input;
  std::size_t written = 0;
  if (text.empty()) input.reset();
  while (input || out || err) {
    std::array<pollfd, 3> fds = {pollfd{input.get(), POLLOUT, 0},
                                 pollfd{out.get(), POLLIN, 0},
                                 pollfd{err.get(), POLLIN, 0}};
    if (::poll(fds.data(), fds.size(), 100) < 0 && errno != EINTR) fail("poll");
    if (Clock::now() > end) {
      ::kill(pid, SIGKILL);
      return;
    }
    if (fds[0].revents != 0) {
      const ssize_t n = ::write(input.get(), text.data() + written, text.size() - written);
      if (n > 0) written += static_cast<std::size_t>(n);
      if (n < 0 || written == text.size()) input.reset();
    }
    if (fds[1].revents != 0) read_some(out, result.out);
    if (fds[2].revents != 0) read_some(err, result.err);
  }
}

int wait_for(pid_t pid) {
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) fail("waitpid");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

ProcessResult run(const std::vector<std::string>& argv, const ProcessOptions& options) {
  // Writing to a program that does not read its input must not end the tests.
  ::signal(SIGPIPE, SIG_IGN);
  std::vector<std::string> arguments = argv;
  std::vector<std::string> variables = environment_of(options);
  const std::vector<char*> argument_pointers = pointers(arguments);
  const std::vector<char*> variable_pointers = pointers(variables);

  Ends input = make_pipe();
  Ends out =
      options.terminal_columns ? make_terminal(*options.terminal_columns) : make_pipe();
  Ends err = options.terminal_columns ? Ends{} : make_pipe();
  if (options.stdout_is_broken_pipe) out.read.reset();
  Fd file;
  if (options.stdout_file) {
    file = Fd(::open(options.stdout_file->c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC,
                     0644));
    if (!file) fail("open");
  }

  const pid_t pid = ::fork();
  if (pid < 0) fail("fork");
  if (pid == 0) {
    ::signal(SIGPIPE, SIG_DFL);
    ::setsid();
    if (options.terminal_columns) ::ioctl(out.write.get(), TIOCSCTTY, 0);
    ::dup2(input.read.get(), STDIN_FILENO);
    ::dup2(file ? file.get() : out.write.get(), STDOUT_FILENO);
    ::dup2(err.write ? err.write.get() : out.write.get(), STDERR_FILENO);
    if (options.stdout_is_closed) ::close(STDOUT_FILENO);
    ::execve(argument_pointers[0], argument_pointers.data(), variable_pointers.data());
    ::_exit(127);
  }
  input.read.reset();
  out.write.reset();
  err.write.reset();
  ProcessResult result;
  exchange(std::move(input.write), options, std::move(out.read), std::move(err.read),
           result, pid);
  result.status = wait_for(pid);
  return result;
}

std::string papersearch_program() { return PAPERSEARCH_PROGRAM; }
std::string papersearch_index_program() { return PAPERSEARCH_INDEX_PROGRAM; }
std::string source_dir() { return PAPERSEARCH_SOURCE_DIR; }

std::optional<std::string> archive_dir() {
  const std::filesystem::path path =
      std::filesystem::path(source_dir()).parent_path() / "shared" / "corpus";
  if (!std::filesystem::is_directory(path)) return std::nullopt;
  return path.string();
}

}  // namespace papersearch::testing
