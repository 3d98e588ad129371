// SPDX-License-Identifier: GPL-2.0-or-later
// Preloaded into papersearch-index by tests: ends the program, or fails a call, at the nth
// call that changes a file. PAPERSEARCH_FAULT is "kill:N", "crash:N", "ERRNO:N" for that
// call alone, or "ERRNO:N+" for it and all that follow. A fault that came leaves the file
// PAPERSEARCH_FAULT_SIGN. PAPERSEARCH_TIME is what the clock says, in seconds since 1970.
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

struct Fault {
  int signal = 0;
  int error = 0;
  long at = 0;  // 0: never
  bool from_then_on = false;
};

Fault read_fault() {
  Fault out;
  const char* text = std::getenv("PAPERSEARCH_FAULT");
  if (text == nullptr) return out;
  const char* colon = std::strchr(text, ':');
  if (colon == nullptr) return out;
  if (std::strncmp(text, "kill", 4) == 0) out.signal = SIGKILL;
  if (std::strncmp(text, "crash", 5) == 0) out.signal = SIGSEGV;
  out.error = std::atoi(text);
  char* end = nullptr;
  out.at = std::strtol(colon + 1, &end, 10);
  out.from_then_on = *end == '+';
  return out;
}

void leave_sign() {
  const char* path = std::getenv("PAPERSEARCH_FAULT_SIGN");
  // Not by open(), which is counted.
  if (path != nullptr) ::mknod(path, S_IFREG | 0600, 0);
}

// True when this call is to fail; errno says how.
bool strikes() {
  static const Fault fault = read_fault();
  static std::atomic<long> calls = 0;
  const long call = ++calls;
  if (fault.at == 0 || call < fault.at || (call > fault.at && !fault.from_then_on))
    return false;
  leave_sign();
  if (fault.signal != 0) ::kill(::getpid(), fault.signal);
  errno = fault.error;
  return true;
}

template <class F>
F next(const char* name, F) {
  return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

bool is_terminal_stream(int fd) { return fd == STDOUT_FILENO || fd == STDERR_FILENO; }

template <class F>
int open_with(F real, const char* path, int flags, mode_t mode) {
  if ((flags & O_CREAT) != 0 && strikes()) return -1;
  return real(path, flags, mode);
}

}  // namespace

#define EXPORTED extern "C" __attribute__((visibility("default")))

EXPORTED ssize_t write(int fd, const void* data, size_t size) {
  static const auto real = next("write", &::write);
  return !is_terminal_stream(fd) && strikes() ? -1 : real(fd, data, size);
}
EXPORTED ssize_t pwrite(int fd, const void* data, size_t size, off_t at) {
  static const auto real = next("pwrite", &::pwrite);
  return strikes() ? -1 : real(fd, data, size, at);
}
EXPORTED ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at) {
  static const auto real = next("pwrite64", &::pwrite64);
  return strikes() ? -1 : real(fd, data, size, at);
}
EXPORTED int fsync(int fd) {
  static const auto real = next("fsync", &::fsync);
  return strikes() ? -1 : real(fd);
}
EXPORTED int fdatasync(int fd) {
  static const auto real = next("fdatasync", &::fdatasync);
  return strikes() ? -1 : real(fd);
}
EXPORTED int rename(const char* from, const char* to) noexcept {
  static const auto real = next("rename", &::rename);
  return strikes() ? -1 : real(from, to);
}
EXPORTED int mkdir(const char* path, mode_t mode) noexcept {
  static const auto real = next("mkdir", &::mkdir);
  return strikes() ? -1 : real(path, mode);
}
EXPORTED int open(const char* path, int flags, ...) {
  static const auto real = next("open", &::open);
  va_list arguments;
  va_start(arguments, flags);
  const auto mode = static_cast<mode_t>(va_arg(arguments, unsigned));
  va_end(arguments);
  return open_with(real, path, flags, mode);
}
EXPORTED int open64(const char* path, int flags, ...) {
  static const auto real = next("open64", &::open64);
  va_list arguments;
  va_start(arguments, flags);
  const auto mode = static_cast<mode_t>(va_arg(arguments, unsigned));
  va_end(arguments);
  return open_with(real, path, flags, mode);
}
EXPORTED time_t time(time_t* out) noexcept {
  static const auto real = next("time", &::time);
  const char* text = std::getenv("PAPERSEARCH_TIME");
  const time_t now = text != nullptr ? std::atol(text) : real(nullptr);
  if (out != nullptr) *out = now;
  return now;
}
