// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "papersearch/export.h"

namespace papersearch {

// The version of the library that runs, e.g. "0.1.0".
PAPERSEARCH_EXPORT const char* version();

}  // namespace papersearch
