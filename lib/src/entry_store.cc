// SPDX-License-Identifier: GPL-2.0-or-later
#include "entry_store.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <cerrno>
#include <optional>

#include "byte_encoding.h"
#include "index_directory.h"
#include "record.h"
#include "xapian_error.h"

namespace papersearch {
namespace {

// A file that nobody else sees, also on file systems without O_TMPFILE.
int open_nameless(const std::string& folder) {
  const int fd = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT)) return fd;
  std::string name = folder + "/" + std::string(kEntryStoreName);
  ::unlink(name.c_str());  // left by a process that was killed between the next two
  const int named = ::open(name.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace

EntryStore::EntryStore(std::string folder, std::size_t memory)
    : folder_(std::move(folder)), memory_(memory) {}

EntryStore::EntryStore(EntryStore&& other) noexcept
    : folder_(std::move(other.folder_)),
      memory_(other.memory_),
      places_(std::move(other.places_)),
      buffer_(std::move(other.buffer_)),
      written_(other.written_),
      fd_(std::exchange(other.fd_, -1)),
      state_(std::move(other.state_)) {}

EntryStore& EntryStore::operator=(EntryStore&& other) noexcept {
  std::swap(folder_, other.folder_);
  std::swap(memory_, other.memory_);
  std::swap(places_, other.places_);
  std::swap(buffer_, other.buffer_);
  std::swap(written_, other.written_);
  std::swap(fd_, other.fd_);
  std::swap(state_, other.state_);
  return *this;
}

EntryStore::~EntryStore() {
  if (fd_ >= 0) ::close(fd_);
}

void EntryStore::add(const PaperEntry& entry) {
  std::string bytes;
  put_text(bytes, entry.source);
  bytes += encode_record(entry.paper);
  places_[entry.paper.id].push_back({written_ + buffer_.size(), bytes.size()});
  buffer_ += bytes;
  if (buffer_.size() > memory_ && state_) state_ = write_buffer();
}

std::vector<PaperEntry> EntryStore::find(const std::string& id) const {
  std::vector<PaperEntry> out;
  const auto places = places_.find(id);
  if (places == places_.end()) return out;
  for (const Place& place : places->second) {
    const std::string bytes = bytes_at(place);
    ByteReader reader(bytes);
    std::string source = reader.text();
    std::optional<Paper> paper = decode_record(reader.rest());
    if (!paper) throw Xapian::DatabaseError("the entries on their way are damaged");
    out.push_back({std::move(source), std::move(*paper)});
  }
  return out;
}

Result<void> EntryStore::write_buffer() {
  if (fd_ < 0) fd_ = open_nameless(folder_);
  if (fd_ < 0) return io_error(errno, "cannot make a file for the entries", folder_);
  for (std::size_t done = 0; done < buffer_.size();) {
    const ssize_t n = ::pwrite(fd_, buffer_.data() + done, buffer_.size() - done,
                               static_cast<off_t>(written_ + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0)
      return io_error(n < 0 ? errno : ENOSPC, "cannot write the entries", folder_);
    done += static_cast<std::size_t>(n);
  }
  written_ += buffer_.size();
  buffer_.clear();
  return {};
}

std::string EntryStore::bytes_at(const Place& place) const {
  if (place.offset >= written_) return buffer_.substr(place.offset - written_, place.size);
  std::string out(place.size, '\0');
  for (std::size_t done = 0; done < out.size();) {
    const ssize_t n = ::pread(fd_, out.data() + done, out.size() - done,
                              static_cast<off_t>(place.offset + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      throw Xapian::DatabaseError("cannot read the entries", std::string(),
                                  n < 0 ? errno : EIO);
    }
    done += static_cast<std::size_t>(n);
  }
  return out;
}

}  // namespace papersearch
