// SPDX-License-Identifier: GPL-2.0-or-later
// Servers of Xapian's remote backend on loopback.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <string>
#include <vector>

namespace papersearch::testing {

// One for each of some databases. They end with this.
class ShardServers {
 public:
  explicit ShardServers(const std::vector<std::string>& databases);
  ShardServers(const ShardServers&) = delete;
  ShardServers& operator=(const ShardServers&) = delete;
  ~ShardServers();

  // "127.0.0.1:4711".
  std::string address(std::size_t server) const;
  // Ends it with all its connections, as when the machine goes down.
  void kill(std::size_t server);
  // Starts it again, on the same port.
  void start(std::size_t server);
  // It takes connections, or has them, and does not say a word; until it is resumed.
  void silence(std::size_t server);
  void resume(std::size_t server);

 private:
  struct Server {
    std::string database;
    int port = 0;
    pid_t group = 0;  // 0: none
  };
  void signal(std::size_t server, int number) const;

  std::vector<Server> servers_;
};

}  // namespace papersearch::testing
