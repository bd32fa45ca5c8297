// SPDX-License-Identifier: MIT
// Where to listen.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pos::serve {

struct Address {
  std::string ip;  // without brackets
  std::uint16_t port = 0;
};

// `127.0.0.1:8080`, `[::1]:0`; `localhost` is 127.0.0.1. Other names are none: nothing is looked up.
[[nodiscard]] std::optional<Address> parse_address(std::string_view text);

// An IPv4 or IPv6 address without brackets.
[[nodiscard]] bool is_ip(std::string_view text);
[[nodiscard]] bool is_ipv6(std::string_view text);
// Nobody but this machine can reach it. `ip` must be one.
[[nodiscard]] bool is_loopback(std::string_view ip);

}  // namespace pos::serve
