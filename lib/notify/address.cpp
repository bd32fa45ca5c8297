// SPDX-License-Identifier: MIT
#include "notify/address.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/error.hpp"
#include "base/text.hpp"

namespace pos::notify {
namespace {

constexpr std::size_t max_path_bytes = 254;  // RFC 5321, 4.5.3.1.3, less the two angle brackets
constexpr std::size_t max_local_bytes = 64;

bool is_control(char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }

// What is wrong with `spec`; empty: nothing.
std::string_view fault_of(std::string_view spec) {
  if (spec.empty()) return "it is empty";
  if (spec.size() > max_path_bytes) return "it has more than 254 bytes";
  for (const char c : spec) {
    if (static_cast<unsigned char>(c) >= 0x80) return "only ASCII can be used on both sides of the @";
    if (c == ' ' || std::string_view("<>,;:\\\"()[]").find(c) != std::string_view::npos) {
      return "a character that cannot be used in it";
    }
  }
  const auto at = spec.find('@');
  if (at == std::string_view::npos) return "it has no @";
  if (spec.find('@', at + 1) != std::string_view::npos) return "it has more than one @";
  const std::string_view local = spec.substr(0, at);
  const std::string_view domain = spec.substr(at + 1);
  if (local.empty() || domain.empty()) return "nothing stands on one side of the @";
  if (local.size() > max_local_bytes) return "more than 64 bytes before the @";
  if (domain.front() == '.' || domain.back() == '.' || spec.find("..") != std::string_view::npos) {
    return "a dot with nothing beside it";
  }
  return {};
}

std::string unquoted(std::string_view name) {
  if (name.size() < 2 || name.front() != '"' || name.back() != '"') return std::string(name);
  std::string out;
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    if (name[i] == '\\' && i + 2 < name.size()) ++i;
    out += name[i];
  }
  return out;
}

}  // namespace

Address parse_address(std::string_view text, std::string_view what) {
  const auto refuse = [&](std::string_view reason) {
    throw Error(Fault::usage,
                std::string(what) + ": '" + printable(text) + "' is not a mail address: " + std::string(reason));
  };
  if (std::any_of(text.begin(), text.end(), is_control)) refuse("it has a control character in it");
  if (!is_plain_text(text)) refuse("it is not UTF-8");

  Address address;
  std::string_view spec = trim(text);
  if (const auto open = spec.rfind('<'); open != std::string_view::npos) {
    if (spec.back() != '>') refuse("< without > at its end");
    address.name = unquoted(trim(spec.substr(0, open)));
    spec = spec.substr(open + 1, spec.size() - open - 2);
  }
  if (address.name.size() > max_path_bytes) refuse("its name has more than 254 bytes");
  if (const auto reason = fault_of(spec); !reason.empty()) refuse(reason);
  address.spec = spec;
  return address;
}

std::vector<Address> parse_addresses(const std::vector<std::string>& texts, std::string_view what) {
  if (texts.empty()) throw Error(Fault::usage, std::string(what) + ": nobody to send mail to");
  std::vector<Address> addresses;
  addresses.reserve(texts.size());
  for (const auto& text : texts) addresses.push_back(parse_address(text, what));
  return addresses;
}

void require_header_safe(std::string_view value) {
  if (std::any_of(value.begin(), value.end(), is_control)) {
    throw std::invalid_argument("a header value has a control character in it");
  }
}

}  // namespace pos::notify
