// SPDX-License-Identifier: MIT
#include "notify/notice.hpp"

#include <algorithm>

namespace pos::notify {
namespace {

bool is_host_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

}  // namespace

std::string_view event_name(Event event) {
  switch (event) {
    case Event::opened:
      return "opened";
    case Event::updated:
      return "updated";
    case Event::reminded:
      return "reminded";
    case Event::resolved:
      return "resolved";
    case Event::digest:
      return "digest";
    case Event::test:
      return "test";
  }
  return "";
}

std::string make_message_id(std::string_view random_hex, std::string_view domain) {
  std::string host(domain.substr(0, 200));
  std::replace_if(
      host.begin(), host.end(), [](char c) { return !is_host_byte(c); }, '-');
  host.erase(0, host.find_first_not_of(".-"));
  host.erase(host.find_last_not_of(".-") + 1);
  if (host.empty()) host = "localhost";
  // Filters take a right side without a dot for a sign of spam.
  if (host.find('.') == std::string::npos) host += ".localdomain";
  return "<pos." + std::string(random_hex) + "@" + host + ">";
}

}  // namespace pos::notify
