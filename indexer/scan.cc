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

#include "interrupt.h"

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

bool means_gone(int error) {
  return error == ENOENT || error == ENOTDIR || error == ELOOP || error == ENAMETOOLONG;
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
    if (::stat(path.c_str(), &info) != 0) return cannot_look(path, errno);
    const Identity identity(info.st_dev, info.st_ino);
    if (S_ISDIR(info.st_mode)) return visit_folder(path, identity);
    if (!named && !has_our_extension(path)) return;
    if (!S_ISREG(info.st_mode)) {
      out_.unreadable.push_back(path);
      return complain(path, "no regular file");
    }
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
    if (error) cannot_look(path, error.value());
    std::sort(names.begin(), names.end());
    open_.push_back(identity);
    for (const std::string& name : names) {
      if (name[0] != '.') visit((fs::path(path) / name).string(), false);
    }
    open_.pop_back();
  }

  void cannot_look(const std::string& path, int error) {
    if (!means_gone(error)) out_.unreadable.push_back(path);
    complain(path, std::strerror(error));
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

// Reads all of `fd` into `out`.
void read_all(int fd, SourceText& out) {
  char buffer[1 << 16];
  while (out.trouble.empty()) {
    const ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (stop_signal() != 0) {
      out.trouble = "stopped";
    } else if (n < 0 && errno != EINTR) {
      out.trouble = std::string("cannot be read: ") + std::strerror(errno);
    } else if (n == 0) {
      return;
    } else if (n > 0) {
      out.text.append(buffer, static_cast<std::size_t>(n));
      if (out.text.size() > kMaxFileBytes) out.trouble = too_large();
    }
  }
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

SourceText load_source(const SourceFile& file) {
  SourceText out;
  if (file.path == "-") {
    read_all(STDIN_FILENO, out);
    return out;
  }
  // Not to wait for a FIFO that took the file's place.
  const int fd = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    const int error = errno;
    out.trouble = std::string("cannot be opened: ") + std::strerror(error);
    out.is_gone = means_gone(error);
    return out;
  }
  struct stat info = {};
  if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
    out.trouble = "no regular file";
  } else if (static_cast<std::size_t>(info.st_size) > kMaxFileBytes) {
    out.trouble = too_large();
  } else {
    out.text.reserve(static_cast<std::size_t>(info.st_size));
    read_all(fd, out);
  }
  ::close(fd);
  return out;
}

Content parse_source(const SourceFile& file, std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);  // byte order mark
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return only_complaint("an empty file");
  if (text.find('\0') != std::string_view::npos)
    return only_complaint("a binary file, no text");

  const std::string date = date_of_path(source_name(file.path));
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

Content read_source(const SourceFile& file) {
  SourceText loaded = load_source(file);
  if (!loaded.trouble.empty()) return only_complaint(std::move(loaded.trouble));
  return parse_source(file, loaded.text);
}

std::string source_name(const std::string& path) {
  if (path == "-") return path;
  const fs::path given(path);
  const bool goes_up = std::find(given.begin(), given.end(), "..") != given.end();
  std::error_code error;
  // Behind a link to a folder ".." leads elsewhere than the letters say.
  const fs::path name =
      goes_up ? fs::weakly_canonical(given, error) : fs::absolute(given, error);
  return error ? path : name.lexically_normal().string();
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
