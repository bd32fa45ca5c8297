// SPDX-License-Identifier: MIT
// Sockets to listen on: our own, or those that systemd opened for us.
#pragma once

#include <string>
#include <vector>

#include "serve/address.hpp"

namespace pos::serve {

struct Listening {
  int descriptor = -1;
  Address address;
};

// Those that systemd hands over (sd_listen_fds(3)); none: it did not. Children do not get them.
// Errors: pos::Error(Fault::config) for one that is no TCP socket.
[[nodiscard]] std::vector<Listening> inherited_sockets();

// Errors: pos::Error(Fault::unavailable), as where the port is taken.
[[nodiscard]] Listening listen_on(const Address& address);

// `http://127.0.0.1:8080/`
[[nodiscard]] std::string url_of(const Address& address);

}  // namespace pos::serve
