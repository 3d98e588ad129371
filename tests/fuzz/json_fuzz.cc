// SPDX-License-Identifier: GPL-2.0-or-later
// The feed, and our own export, in JSON.
#include "check.h"
#include "entry_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace papersearch;
  const std::string_view text = fuzz::text_of(data, size);
  fuzz::check_content(read_json(text, "2025-04-23"), text);
  return 0;
}
