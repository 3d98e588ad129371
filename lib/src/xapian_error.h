// SPDX-License-Identifier: GPL-2.0-or-later
// The one place where Xapian's exceptions become Errors.
#pragma once

#include <xapian.h>

#include <exception>
#include <new>
#include <string>
#include <type_traits>
#include <utility>

#include "papersearch/error.h"

namespace papersearch {

// By cause: missing, locked, corrupt, another version, no space, I/O. `path` is the
// index, for the message.
Error to_error(const Xapian::Error& error, const std::string& path);

// errno of a failed call on `path`; `what` says what was tried: "cannot write".
Error io_error(int errno_value, const std::string& what, const std::string& path);

// Calls `f`, which returns a Result, and turns what it throws into an Error. Only
// std::bad_alloc passes.
template <class F>
auto guarded(const std::string& path, F&& f) -> std::invoke_result_t<F> {
  try {
    return std::forward<F>(f)();
  } catch (const Xapian::Error& error) {
    return to_error(error, path);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return Error(ErrorCode::kInternal, std::string("unexpected: ") + error.what());
  }
}

}  // namespace papersearch
