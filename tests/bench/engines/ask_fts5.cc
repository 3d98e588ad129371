// SPDX-License-Identifier: GPL-2.0-or-later
// ask_fts5 DATABASE: statements on standard input, whose rows are read whole.
#include <sqlite3.h>

#include <memory>
#include <stdexcept>

#include "ask_lines.h"

namespace {

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

std::size_t ask(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(database, sql.c_str(), -1, &prepared, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(database));
  const Statement statement(prepared);
  std::size_t rows = 0;
  int status = SQLITE_ROW;
  while ((status = sqlite3_step(prepared)) == SQLITE_ROW) {
    ++rows;
    for (int column = 0; column < sqlite3_column_count(prepared); ++column)
      sqlite3_column_text(prepared, column);
  }
  if (status != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database));
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  sqlite3* opened = nullptr;
  const int status = sqlite3_open_v2(argv[1], &opened, SQLITE_OPEN_READONLY, nullptr);
  const Database database(opened);
  if (status != SQLITE_OK) {
    std::cerr << "ask_fts5: " << argv[1] << ": " << sqlite3_errstr(status) << '\n';
    return 3;
  }
  return ask_lines("ask_fts5",
                   [&](const std::string& sql) { return ask(database.get(), sql); });
}
