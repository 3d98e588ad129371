// SPDX-License-Identifier: GPL-2.0-or-later
#include "shard_servers.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

namespace papersearch::testing {
namespace {

constexpr std::chrono::milliseconds kStep(10);
constexpr int kMostSteps = 3'000;

sockaddr_in loopback(int port) {
  sockaddr_in out = {};
  out.sin_family = AF_INET;
  out.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  out.sin_port = htons(static_cast<std::uint16_t>(port));
  return out;
}

int free_port() {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  const bool good = ::bind(fd, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                    ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(fd);
  if (!good) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

bool takes_connections(int port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  const bool connected =
      ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(fd);
  return connected;
}

}  // namespace

ShardServers::ShardServers(const std::vector<std::string>& databases) {
  for (const std::string& database : databases) {
    servers_.push_back({database, free_port(), 0});
    start(servers_.size() - 1);
  }
}

ShardServers::~ShardServers() {
  for (std::size_t i = 0; i < servers_.size(); ++i) kill(i);
}

std::string ShardServers::address(std::size_t server) const {
  return "127.0.0.1:" + std::to_string(servers_[server].port);
}

void ShardServers::signal(std::size_t server, int number) const {
  if (servers_[server].group > 0) ::kill(-servers_[server].group, number);
}

void ShardServers::kill(std::size_t server) {
  pid_t& group = servers_[server].group;
  if (group <= 0) return;
  signal(server, SIGKILL);
  ::waitpid(group, nullptr, 0);
  group = 0;
}

void ShardServers::start(std::size_t server) {
  Server& wanted = servers_[server];
  const std::string port = std::to_string(wanted.port);
  const pid_t pid = ::fork();
  if (pid == 0) {
    // The server and its processes for connections are ended together.
    ::setpgid(0, 0);
    const int nowhere = ::open("/dev/null", O_RDWR);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, fd);
    ::execl(XAPIAN_TCPSRV, XAPIAN_TCPSRV, "--quiet", "--interface", "127.0.0.1", "--port",
            port.c_str(), wanted.database.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  ::setpgid(pid, pid);
  wanted.group = pid;
  for (int step = 0; !takes_connections(wanted.port); ++step) {
    if (step == kMostSteps || ::waitpid(pid, nullptr, WNOHANG) == pid)
      throw std::runtime_error("xapian-tcpsrv does not start on port " + port);
    std::this_thread::sleep_for(kStep);
  }
}

void ShardServers::silence(std::size_t server) { signal(server, SIGSTOP); }
void ShardServers::resume(std::size_t server) { signal(server, SIGCONT); }

}  // namespace papersearch::testing
