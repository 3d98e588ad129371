// SPDX-License-Identifier: GPL-2.0-or-later
#include "file_output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "message.h"
#include "output.h"

namespace papersearch::cli {
namespace {

constexpr mode_t kNewFileMode = 0666;  // less the umask

// Writes and closes; the errno of what went wrong, or 0.
int write_and_close(int fd, std::string_view text, bool to_disk) {
  int error = write_all(fd, text);
  if (error == 0 && to_disk && ::fsync(fd) != 0) error = errno;
  if (::close(fd) != 0 && error == 0) error = errno;
  return error;
}

int replace(const std::string& path, std::string_view text, mode_t mode) {
  const std::string aside = path + ".new-" + std::to_string(::getpid());
  const int fd = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (fd < 0) return errno;
  int error = write_and_close(fd, text, true);
  if (error == 0 && ::rename(aside.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(aside.c_str());
  return error;
}

int write(const std::string& path, std::string_view text) {
  struct stat now = {};
  if (::stat(path.c_str(), &now) != 0) {
    if (errno != ENOENT) return errno;
    return replace(path, text, kNewFileMode);
  }
  if (!S_ISREG(now.st_mode)) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    return fd < 0 ? errno : write_and_close(fd, text, false);
  }
  // A link stays one; the file that it names is replaced.
  std::error_code error;
  const std::string file = std::filesystem::canonical(path, error).string();
  return error ? error.value() : replace(file, text, now.st_mode & 0777);
}

}  // namespace

bool write_file(const std::string& path, std::string_view text) {
  const int error = write(path, text);
  if (error == 0) return true;
  complain(path + ": cannot write: " + std::strerror(error) +
           "; see that the folder is there, that you may write to it and that it has room");
  return false;
}

}  // namespace papersearch::cli
