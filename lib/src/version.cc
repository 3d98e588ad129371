// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/version.h"

namespace papersearch {

const char* version() { return PAPERSEARCH_VERSION; }

}  // namespace papersearch
