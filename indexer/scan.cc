// SPDX-License-Identifier: GPL-2.0-or-later
#include "scan.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace papersearch {
namespace {

namespace fs = std::filesystem;

// A larger file is refused: it would be held in memory as a whole.
constexpr std::size_t kMaxFileBytes = 256 << 20;
constexpr std::array<std::string_view, 5> kExtensions = {".md", ".markdown", ".json",
                                                         ".jsonl", ".ndjson"};

bool has_our_extension(const fs::path& path) {
  return std::find(kExtensions.begin(), kExtensions.end(), path.extension().string()) !=
         kExtensions.end();
}

class Scanner {
 public:
  void add(const std::string& path) {
    if (path == "-") {
      if (!std::exchange(stdin_seen_, true)) out_.files.push_back({path, true});
    } else {
      visit(path, true);
    }
  }
  ScanResult take() { return std::move(out_); }

 private:
  using Identity = std::pair<dev_t, ino_t>;

  void visit(const std::string& path, bool named) {
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0) return complain(path, std::strerror(errno));
    const Identity identity(info.st_dev, info.st_ino);
    if (S_ISDIR(info.st_mode)) return visit_folder(path, identity);
    if (!named && !has_our_extension(path)) return;
    if (!S_ISREG(info.st_mode)) return complain(path, "no regular file");
    if (seen_.insert(identity).second) out_.files.push_back({path, named});
  }

  void visit_folder(const std::string& path, Identity identity) {
    if (std::find(open_.begin(), open_.end(), identity) != open_.end()) {
      return complain(path, "a link back to a folder it stands in");
    }
    // Links between folders make more ways to a file than there are files.
    if (!seen_.insert(identity).second) return;
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator it(path, error), end; !error && it != end;
         it.increment(error)) {
      names.push_back(it->path().filename().string());
    }
    if (error) complain(path, error.message());
    std::sort(names.begin(), names.end());
    open_.push_back(identity);
    for (const std::string& name : names) {
      if (name[0] != '.') visit((fs::path(path) / name).string(), false);
    }
    open_.pop_back();
  }

  void complain(const std::string& path, std::string reason) {
    out_.complaints.push_back({path, 0, std::move(reason)});
  }

  ScanResult out_;
  bool stdin_seen_ = false;
  std::set<Identity> seen_;     // files and folders
  std::vector<Identity> open_;  // the folders around the one at hand
};

Content only_complaint(std::string reason) {
  Content out;
  out.complaints.push_back({"", 0, std::move(reason)});
  return out;
}

std::string too_large() {
  return "larger than " + std::to_string(kMaxFileBytes >> 20) + " MiB";
}

// Reads all of `fd` into `text`; what went wrong, or empty.
std::string read_all(int fd, std::string& text) {
  char buffer[1 << 16];
  for (;;) {
    const ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return std::string("cannot be read: ") + std::strerror(errno);
    if (n == 0) return {};
    text.append(buffer, static_cast<std::size_t>(n));
    if (text.size() > kMaxFileBytes) return too_large();
  }
}

std::string read_file(const std::string& path, std::string& text) {
  if (path == "-") return read_all(STDIN_FILENO, text);
  // Not to wait for a FIFO that took the file's place.
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return std::string("cannot be opened: ") + std::strerror(errno);
  struct stat info = {};
  std::string trouble;
  if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
    trouble = "no regular file";
  } else if (static_cast<std::size_t>(info.st_size) > kMaxFileBytes) {
    trouble = too_large();
  } else {
    text.reserve(static_cast<std::size_t>(info.st_size));
    trouble = read_all(fd, text);
  }
  ::close(fd);
  return trouble;
}

bool is_json(const std::string& path, std::string_view text) {
  const std::string extension = fs::path(path).extension().string();
  if (extension == ".md" || extension == ".markdown") return false;
  if (extension == ".json" || extension == ".jsonl" || extension == ".ndjson") return true;
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '[' || text[first] == '{');
}

}  // namespace

ScanResult scan(const std::vector<std::string>& paths) {
  Scanner scanner;
  for (const std::string& path : paths) scanner.add(path);
  return scanner.take();
}

Content read_source(const SourceFile& file) {
  std::string buffer;
  if (std::string trouble = read_file(file.path, buffer); !trouble.empty()) {
    return only_complaint(std::move(trouble));
  }
  std::string_view text = buffer;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);  // byte order mark
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return only_complaint("an empty file");
  if (text.find('\0') != std::string_view::npos)
    return only_complaint("a binary file, no text");

  const std::string date = date_of_path(file.path);
  Content content =
      is_json(file.path, text) ? read_json(text, date) : read_markdown(text, date);
  if (content.is_source) return content;
  if (!file.named) {
    content = Content();
    content.is_source = false;
  } else if (content.complaints.empty()) {
    content = only_complaint("holds no paper: no heading links to one");
  }
  return content;
}

std::string date_of_path(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot != std::string_view::npos && path.find('/', dot) == std::string_view::npos) {
    path = path.substr(0, dot);
  }
  if (path.size() < 10) return {};
  std::string date(path.substr(path.size() - 10));
  if (date[4] == '/' && date[7] == '/') date[4] = date[7] = '-';
  return is_calendar_date(date) ? date : std::string();
}

}  // namespace papersearch
