// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unistd.h>

namespace papersearch::testing {

// While it lives, files are opened as a user without rights, also where root runs the
// tests; nothing changes for others.
class Unprivileged {
 public:
  Unprivileged() : was_root_(::geteuid() == 0) {
    changed_ = !was_root_ || ::seteuid(kNobody) == 0;
  }
  ~Unprivileged() {
    if (was_root_ && ::seteuid(0) != 0) ::_exit(1);
  }
  Unprivileged(const Unprivileged&) = delete;
  Unprivileged& operator=(const Unprivileged&) = delete;

  bool changed() const { return changed_; }

 private:
  static constexpr uid_t kNobody = 65534;
  bool was_root_;
  bool changed_ = false;
};

}  // namespace papersearch::testing
