// SPDX-License-Identifier: MIT
#include "serve/address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include "base/text.hpp"

namespace pos::serve {
namespace {

std::optional<in_addr> as_ipv4(std::string_view text) {
  in_addr address{};
  return inet_pton(AF_INET, std::string(text).c_str(), &address) == 1 ? std::optional(address) : std::nullopt;
}

std::optional<in6_addr> as_ipv6(std::string_view text) {
  in6_addr address{};
  return inet_pton(AF_INET6, std::string(text).c_str(), &address) == 1 ? std::optional(address) : std::nullopt;
}

}  // namespace

bool is_ip(std::string_view text) { return as_ipv4(text) || as_ipv6(text); }
bool is_ipv6(std::string_view text) { return as_ipv6(text).has_value(); }

bool is_loopback(std::string_view ip) {
  constexpr std::uint32_t net_127 = 127;
  if (const auto v4 = as_ipv4(ip)) return ntohl(v4->s_addr) >> 24U == net_127;
  const auto v6 = as_ipv6(ip);
  return v6 && IN6_IS_ADDR_LOOPBACK(&*v6);
}

std::optional<Address> parse_address(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto port = parse_number<std::uint16_t>(text.substr(colon + 1));
  std::string_view host = text.substr(0, colon);
  if (!port) return std::nullopt;
  if (host == "localhost") return Address{"127.0.0.1", *port};
  const bool brackets = host.starts_with('[') && host.ends_with(']');
  if (brackets) host = host.substr(1, host.size() - 2);
  if (brackets ? !as_ipv6(host) : !as_ipv4(host)) return std::nullopt;
  return Address{std::string(host), *port};
}

}  // namespace pos::serve
