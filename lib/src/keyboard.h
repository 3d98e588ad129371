// SPDX-License-Identifier: GPL-2.0-or-later
// Words typed with the keyboard in the other language: Latin keys struck for Hangul on the
// two-set layout (두벌식, KS X 5002), and the reverse.
#pragma once

#include <string>
#include <string_view>

namespace papersearch {

// What the keys of `latin` give with the keyboard set to Korean: rkdghk gives 강화, RLHF
// ㄲㅣㅗㄹ. Letters only; empty when `latin` holds anything else.
std::u16string typed_in_korean(std::string_view latin);

// What the keys of `hangul` give with the keyboard set to English, in small letters: ㅣㅣㅡ
// gives llm. Syllables and lone jamo only; empty when `hangul` holds anything else.
std::string typed_in_english(std::u16string_view hangul);

}  // namespace papersearch
