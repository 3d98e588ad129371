// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace papersearch::cli {

// `text`, made printable(), so that LaTeX prints it letter for letter. Braces in the
// outcome are balanced, as BibTeX wants them.
std::string latex_text(std::string_view text);

// An author's name as BibTeX reads it among others with "and" between them: its parts
// where BibTeX finds them by itself, else the whole in braces. Letters outside of ASCII
// are commands or groups of their own, for BibTeX counts and cuts bytes.
std::string bibtex_name(std::string_view name);

}  // namespace papersearch::cli
