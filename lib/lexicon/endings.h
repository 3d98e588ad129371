// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace papersearch {

// The particles and endings that may follow a noun in Korean prose, and their
// combinations (들 + 에서 + 는, 하 + 였 + 습니다), put together from short tables. More
// than are ever used: the learner keeps those that an archive really holds.
std::vector<std::u16string> korean_endings();

}  // namespace papersearch
