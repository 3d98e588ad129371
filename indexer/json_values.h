// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace papersearch {

// One value as it stands in a JSON text.
struct JsonValue {
  std::size_t begin = 0;
  std::size_t end = 0;
  int depth = 0;  // of brackets
};

// Finds the values of a JSON text, the elements of a list or values one after the other,
// by their brackets and quotes alone: what is wrong inside of one costs no other.
class JsonValues {
 public:
  // `text` must outlive the object.
  explicit JsonValues(std::string_view text);

  std::optional<JsonValue> next();

  // To be told that the value just given is no JSON. Where lines hold a value each, one
  // that was cut off takes the next ones with it: then gives what there is of it, and
  // goes on with the next line. From then on lines are expected to be values.
  std::optional<JsonValue> cut(const JsonValue& value);

  // Where a list is not ended, or what stands behind it; nullopt when all is well. To be
  // asked when there is no next value.
  bool ends_early() const { return is_list_ && at_ >= text_.size() && last_is_closed_; }
  std::optional<std::size_t> text_behind() const;

 private:
  std::size_t skip(std::size_t at, bool commas) const;
  JsonValue value_at(std::size_t begin);

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_list_ = false;
  bool one_a_line_ = false;
  bool last_is_closed_ = true;
};

}  // namespace papersearch
