// SPDX-License-Identifier: GPL-2.0-or-later
// How a function of the C interface runs: no exception leaves it, and what went wrong is
// kept for papersearch_error_message().
#pragma once

#include <new>
#include <utility>

#include "c_handle.h"

namespace papersearch {

// Keeps the error of the call that is being made in this thread, and gives its status.
papersearch_status keep_error(const Error& error) noexcept;
papersearch_status keep_no_memory() noexcept;
// To be called in a catch clause.
papersearch_status keep_exception() noexcept;

// An argument that must not be NULL.
Error null_argument(const char* name);

// The outcome of `f`, which gives a Result<void>.
template <class F>
papersearch_status c_call(F&& f) noexcept {
  try {
    const Result<void> result = f();
    return result ? PAPERSEARCH_OK : keep_error(result.error());
  } catch (...) {
    return keep_exception();
  }
}

// Likewise for `f` that gives a Result of what stands behind a handle, to be put at `out`.
template <class C, class F>
papersearch_status c_make(C** out, F&& f) noexcept {
  if (out != nullptr) *out = nullptr;
  return c_call([&]() -> Result<void> {
    if (out == nullptr) return null_argument("the place for what is asked for");
    Result<typename Behind<C>::type> made = f();
    if (!made) return made.error();
    *out = handle_of<C>(new typename Behind<C>::type(*std::move(made)));
    return {};
  });
}

// Calls `f`, which may throw, with the value behind `handle`, to change it.
template <class C, class F>
papersearch_status c_change(C* handle, F&& f) noexcept {
  return c_call([&]() -> Result<void> {
    if (handle == nullptr) return null_argument("the handle");
    f(*behind(handle));
    return {};
  });
}
// Likewise, with a text.
template <class C, class F>
papersearch_status c_change(C* handle, const char* text, F&& f) noexcept {
  return c_call([&]() -> Result<void> {
    if (handle == nullptr) return null_argument("the handle");
    if (text == nullptr) return null_argument("the text");
    f(*behind(handle), text);
    return {};
  });
}

// NULL stands for what is so where nothing is said.
inline SearchOptions options_of(const papersearch_options* options) {
  return options == nullptr ? SearchOptions() : *behind(options);
}

template <class C>
void c_free(C* handle) noexcept {
  delete behind(handle);
}

}  // namespace papersearch
