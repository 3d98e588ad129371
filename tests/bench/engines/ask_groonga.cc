// SPDX-License-Identifier: GPL-2.0-or-later
// ask_groonga DATABASE: select commands on standard input, as its server gets them.
#include <groonga.h>

#include <algorithm>
#include <stdexcept>

#include "ask_lines.h"

namespace {

// An answer is [[[HITS],[COLUMN,...],[ROW],...]]; rows are its brackets of the third level,
// less those two.
std::size_t rows_in(const char* answer, unsigned size) {
  std::size_t rows = 0;
  int depth = 0;
  bool in_string = false;
  for (unsigned i = 0; i < size; ++i) {
    if (in_string && answer[i] == '\\') {
      ++i;
    } else if (answer[i] == '"') {
      in_string = !in_string;
    } else if (!in_string && answer[i] == '[') {
      if (++depth == 3) ++rows;
    } else if (!in_string && answer[i] == ']') {
      --depth;
    }
  }
  return rows - std::min<std::size_t>(rows, 2);
}

std::size_t ask(grn_ctx* context, const std::string& command) {
  grn_ctx_send(context, command.data(), static_cast<unsigned>(command.size()), 0);
  char* answer = nullptr;
  unsigned size = 0;
  int flags = 0;
  grn_ctx_recv(context, &answer, &size, &flags);
  if (context->rc != GRN_SUCCESS) throw std::runtime_error(context->errbuf);
  return rows_in(answer, size);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || grn_init() != GRN_SUCCESS) return 2;
  grn_ctx* const context = grn_ctx_open(0);
  if (grn_db_open(context, argv[1]) == nullptr) {
    std::cerr << "ask_groonga: " << argv[1] << ": " << context->errbuf << '\n';
    return 3;
  }
  const int status = ask_lines(
      "ask_groonga", [&](const std::string& command) { return ask(context, command); });
  grn_ctx_close(context);
  grn_fin();
  return status;
}
