// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_directory.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <string_view>
#include <system_error>
#include <vector>

#include "xapian_error.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGeneration = "generation.";
constexpr const char* kStub = "XAPIANDB";
constexpr const char* kLock = "lock";

// 7 for "generation.7", 0 for anything else: also for a number that none can follow.
std::uint64_t generation_number(std::string_view name) {
  if (name.substr(0, kGeneration.size()) != kGeneration) return 0;
  name.remove_prefix(kGeneration.size());
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool good = error == std::errc() && end == name.data() + name.size();
  return good && number < std::numeric_limits<std::uint64_t>::max() ? number : 0;
}

std::string generation_path(const std::string& index, std::uint64_t number) {
  return index + "/" + std::string(kGeneration) + std::to_string(number);
}

bool is_ours(const std::string& name) {
  return name == kStub || name == kLock || name == std::string(kStub) + ".new" ||
         name == kEntryStoreName || generation_number(name) != 0;
}

// What a folder holds; as far as it can be read.
std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::directory_iterator it(path, error), end; !error && it != end;
       it.increment(error)) {
    out.push_back(it->path().filename().string());
  }
  return out;
}

// The first name in the folder that an index does not have.
std::optional<std::string> foreign_entry(const std::string& path) {
  for (std::string& name : names_in(path)) {
    if (!is_ours(name)) return std::move(name);
  }
  return std::nullopt;
}

Result<void> check_is_ours(const std::string& path) {
  const auto foreign = foreign_entry(path);
  if (!foreign) return {};
  return Error(ErrorCode::kInvalidArgument,
               path + ": this folder is no index: it holds \"" + *foreign + "\"");
}

Result<void> sync(const std::string& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return io_error(errno, "cannot open", path);
  const int result = ::fsync(fd);
  const int saved = errno;
  ::close(fd);
  if (result != 0) return io_error(saved, "cannot write to disk", path);
  return {};
}

// And all that is in it.
Result<void> sync_folder(const std::string& path) {
  for (const std::string& name : names_in(path)) {
    std::error_code unknown;
    const std::string inner = path + "/" + name;
    auto synced =
        fs::is_directory(inner, unknown) ? sync_folder(inner) : sync(inner, O_RDONLY);
    if (!synced) return synced;
  }
  return sync(path, O_RDONLY | O_DIRECTORY);
}

Result<void> write_file(const std::string& path, const std::string& content) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (fd < 0) return io_error(errno, "cannot create", path);
  const ssize_t written = ::write(fd, content.data(), content.size());
  const bool whole = written == static_cast<ssize_t>(content.size());
  const bool good = whole && ::fsync(fd) == 0;
  const int saved = whole || written < 0 ? errno : ENOSPC;
  if (::close(fd) != 0 || !good) return io_error(saved, "cannot write", path);
  return {};
}

// The process id in the lock file, for the message; empty when it cannot be read.
std::string lock_holder(int fd) {
  char text[32] = {};
  const ssize_t n = ::pread(fd, text, sizeof text - 1, 0);
  std::string pid(text, n > 0 ? static_cast<std::size_t>(n) : 0);
  std::erase_if(pid, [](char c) { return c < '0' || c > '9'; });
  return pid;
}

}  // namespace

Result<std::string> current_generation(const std::string& path) {
  const std::string stub = path + "/" + kStub;
  std::ifstream in(stub);
  if (!in) {
    const int saved = errno;
    if (saved == ENOENT || saved == ENOTDIR) {
      return Error(ErrorCode::kIndexMissing, path + ": there is no index here");
    }
    return io_error(saved, "cannot read", stub);
  }
  std::string type;
  std::string name;
  in >> type >> name;
  if (type != "auto" || generation_number(name) == 0) {
    return Error(ErrorCode::kIndexCorrupt, stub + ": names no generation of an index");
  }
  return name;
}

IndexDirectory::IndexDirectory(std::string path, int lock_fd)
    : path_(std::move(path)), lock_fd_(lock_fd) {
  const Result<std::string> name = current_generation(path_);
  if (name) current_ = generation_number(*name);
}

IndexDirectory::IndexDirectory(IndexDirectory&& other) noexcept
    : path_(std::move(other.path_)),
      lock_fd_(std::exchange(other.lock_fd_, -1)),
      current_(other.current_) {}

IndexDirectory& IndexDirectory::operator=(IndexDirectory&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_fd_, other.lock_fd_);
  std::swap(current_, other.current_);
  return *this;
}

IndexDirectory::~IndexDirectory() {
  if (lock_fd_ >= 0) ::close(lock_fd_);  // gives the lock back
}

Result<IndexDirectory> IndexDirectory::lock(const std::string& path) {
  std::error_code error;
  std::error_code unknown;
  fs::create_directories(path, error);
  if (error && !fs::is_directory(path, unknown)) {
    return io_error(error.value(), "cannot make folder", path);
  }
  if (auto ours = check_is_ours(path); !ours) return ours.error();

  const std::string lock_path = path + "/" + kLock;
  const int fd = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) return io_error(errno, "cannot open", lock_path);
  // An open file description lock: ends with the process, and keeps out another writer
  // in the same process too.
  struct flock whole = {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (::fcntl(fd, F_OFD_SETLK, &whole) != 0) {
    const int saved = errno;
    const std::string pid = lock_holder(fd);
    ::close(fd);
    if (saved != EAGAIN && saved != EACCES)
      return io_error(saved, "cannot lock", lock_path);
    return Error(ErrorCode::kIndexLocked, path + ": another indexer is at work" +
                                              (pid.empty() ? "" : ", process " + pid));
  }
  const std::string pid = std::to_string(::getpid()) + "\n";
  // Only for the message above: a full disk must not keep the index from being used.
  if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, pid.data(), pid.size(), 0) < 0) errno = 0;
  IndexDirectory out(path, fd);
  out.remove_leftovers();
  return out;
}

Result<IndexDirectory> IndexDirectory::look(const std::string& path) {
  if (auto ours = check_is_ours(path); !ours) return ours.error();
  return IndexDirectory(path, -1);
}

void IndexDirectory::remove_leftovers() const {
  if (current_ == 0) return;
  std::error_code failed;  // tried again next time
  fs::remove(path_ + "/" + kStub + ".new", failed);
  fs::remove(path_ + "/" + std::string(kEntryStoreName), failed);
  remove_generations_except(current_, current_);
}

std::optional<std::string> IndexDirectory::current() const {
  if (current_ == 0) return std::nullopt;
  return generation_path(path_, current_);
}

Result<std::string> IndexDirectory::prepare_next() {
  remove_generations_except(current_, current_);
  std::string next = generation_path(path_, current_ + 1);
  std::error_code error;
  fs::remove_all(next, error);
  if (error) return io_error(error.value(), "cannot be removed", next);
  return next;
}

Result<void> IndexDirectory::publish_next() {
  const std::string next = generation_path(path_, current_ + 1);
  if (auto synced = sync_folder(next); !synced) return synced;
  const std::string stub = path_ + "/" + kStub;
  const std::string name = std::string(kGeneration) + std::to_string(current_ + 1);
  if (auto written = write_file(stub + ".new", "auto " + name + "\n"); !written)
    return written;
  if (::rename((stub + ".new").c_str(), stub.c_str()) != 0) {
    return io_error(errno, "cannot replace", stub);
  }
  ++current_;
  // Until this is on the disk the old stub may come back, and needs its generation.
  if (auto synced = sync(path_, O_RDONLY | O_DIRECTORY); !synced) return synced;
  remove_generations_except(current_, current_ - 1);
  return {};
}

void IndexDirectory::abandon_next() {
  std::error_code ignored;
  fs::remove_all(generation_path(path_, current_ + 1), ignored);
}

void IndexDirectory::remove_generations_except(std::uint64_t a, std::uint64_t b) const {
  for (const std::string& name : names_in(path_)) {
    const std::uint64_t number = generation_number(name);
    std::error_code failed;  // what stays is tried again next time
    if (number != 0 && number != a && number != b)
      fs::remove_all(path_ + "/" + name, failed);
  }
}

}  // namespace papersearch
