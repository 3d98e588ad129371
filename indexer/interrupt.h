// SPDX-License-Identifier: GPL-2.0-or-later
// The wish of a user or of the system that the run should end.
#pragma once

#include <string>

namespace papersearch {

// From now on SIGINT and SIGTERM only set what stop_signal() tells; a second one ends the
// program at once. Signals that were ignored stay so.
void catch_stop_signals();

// The signal that came, or 0.
int stop_signal();

// "SIGINT"
std::string signal_name(int signal);

}  // namespace papersearch
