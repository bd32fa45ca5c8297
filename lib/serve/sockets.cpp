// SPDX-License-Identifier: MIT
#include "serve/sockets.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "base/error.hpp"
#include "base/text.hpp"

namespace pos::serve {
namespace {

std::optional<Address> address_of(int descriptor) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  if (getsockname(descriptor, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return std::nullopt;
  char text[INET6_ADDRSTRLEN] = {};
  if (storage.ss_family == AF_INET) {
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(&storage);
    inet_ntop(AF_INET, &v4->sin_addr, text, sizeof text);
    return Address{text, ntohs(v4->sin_port)};
  }
  if (storage.ss_family == AF_INET6) {
    const auto* v6 = reinterpret_cast<const sockaddr_in6*>(&storage);
    inet_ntop(AF_INET6, &v6->sin6_addr, text, sizeof text);
    return Address{text, ntohs(v6->sin6_port)};
  }
  return std::nullopt;
}

socklen_t to_storage(const Address& address, sockaddr_storage& storage) {
  if (address.ip.find(':') == std::string::npos) {
    auto* v4 = reinterpret_cast<sockaddr_in*>(&storage);
    v4->sin_family = AF_INET;
    v4->sin_port = htons(address.port);
    inet_pton(AF_INET, address.ip.c_str(), &v4->sin_addr);
    return sizeof *v4;
  }
  auto* v6 = reinterpret_cast<sockaddr_in6*>(&storage);
  v6->sin6_family = AF_INET6;
  v6->sin6_port = htons(address.port);
  inet_pton(AF_INET6, address.ip.c_str(), &v6->sin6_addr);
  return sizeof *v6;
}

template <typename Number>
std::optional<Number> environment_number(const char* name) {
  const char* text = std::getenv(name);
  return text ? parse_number<Number>(text) : std::nullopt;
}

}  // namespace

std::vector<Listening> inherited_sockets() {
  constexpr int first = 3;
  const auto pid = environment_number<pid_t>("LISTEN_PID");
  const auto count = environment_number<int>("LISTEN_FDS");
  for (const char* name : {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"}) unsetenv(name);
  std::vector<Listening> sockets;
  if (pid != getpid() || !count) return sockets;
  for (int descriptor = first; descriptor < first + *count; ++descriptor) {
    const auto address = address_of(descriptor);
    int listens = 0;
    socklen_t size = sizeof listens;
    if (!address || getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) != 0 || listens == 0)
      throw Error(Fault::config, "the socket that was handed over is none that listens for TCP connections");
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    sockets.push_back({descriptor, *address});
  }
  return sockets;
}

Listening listen_on(const Address& address) {
  sockaddr_storage storage{};
  const socklen_t size = to_storage(address, storage);
  const int descriptor = socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int on = 1;
  if (descriptor >= 0) setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (descriptor < 0 || bind(descriptor, reinterpret_cast<const sockaddr*>(&storage), size) != 0 ||
      listen(descriptor, SOMAXCONN) != 0) {
    throw Error(Fault::unavailable, url_of(address) + ": " + std::strerror(errno));
  }
  return {descriptor, address_of(descriptor).value_or(address)};
}

std::string url_of(const Address& address) {
  const bool v6 = address.ip.find(':') != std::string::npos;
  return "http://" + (v6 ? "[" + address.ip + "]" : address.ip) + ":" + std::to_string(address.port) + "/";
}

}  // namespace pos::serve
