// SPDX-License-Identifier: GPL-2.0-or-later
// How a call of the library fails.
//
// Functions that can fail return Result<T>: the value, or an Error. Nothing but
// std::bad_alloc leaves the library as an exception.
//
//     auto searcher = papersearch::Searcher::open("/home/me/index");
//     if (!searcher) {
//       std::cerr << searcher.error().message() << '\n';
//       return 1;
//     }
//     auto result = searcher->search("reinforcement learning");
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "papersearch/export.h"

namespace papersearch {

// The cause of a failure, so that a program can decide what to do next.
enum class ErrorCode {
  kInvalidArgument,  // an option outside its range; the message names it
  kQuerySyntax,      // the query cannot be understood; Error::range() says where
  kNotFound,         // no paper has the given id
  kIndexMissing,     // there is no index at the path; make one with papersearch-index
  kIndexLocked,      // another IndexWriter is at work on the index
  kIndexCorrupt,     // the index is damaged; rebuild it
  kIndexVersion,     // the index was written by a newer or older, incompatible version
  kNoSpace,          // the disk is full
  kIo,               // any other trouble with a file or folder
  kCancelled,        // the caller wanted it to end
  kInternal,         // a defect of this library; please report it
  kUnavailable,      // a shard of the index on another machine does not answer
};

// The name of a code as it stands in JSON output and logs, e.g. "query-syntax".
PAPERSEARCH_EXPORT const char* error_code_name(ErrorCode code);

// A half-open range [begin, end) of UTF-8 bytes in a text.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const ByteRange& a, const ByteRange& b) {
    return a.begin == b.begin && a.end == b.end;
  }
  friend bool operator!=(const ByteRange& a, const ByteRange& b) { return !(a == b); }
};

// What went wrong: a code for programs, a message for people (UTF-8, one line, printable(),
// no final full stop), and, for a query, the bytes of it that are wrong.
//
// Immutable after construction; may be read by several threads.
class PAPERSEARCH_EXPORT Error {
 public:
  Error(ErrorCode code, std::string message);
  Error(ErrorCode code, std::string message, ByteRange range);

  ErrorCode code() const { return code_; }
  const std::string& message() const { return message_; }

  // The offending bytes of the query text; only kQuerySyntax has one.
  const std::optional<ByteRange>& range() const { return range_; }

 private:
  ErrorCode code_;
  std::string message_;
  std::optional<ByteRange> range_;
};

// A value or an Error; spelled as std::expected is. value(), operator* and
// operator-> need has_value(), error() needs !has_value(); the wrong one is
// undefined behaviour.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

// The outcome of a call that gives nothing back.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace papersearch
