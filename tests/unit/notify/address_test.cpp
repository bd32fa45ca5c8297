// SPDX-License-Identifier: MIT
#include "notify/address.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

#include "base/error.hpp"

namespace pos::notify {
namespace {

TEST_CASE("address: with and without a name") {
  CHECK(parse_address("ops@example.com", "--to").spec == "ops@example.com");
  CHECK(parse_address(" ops@example.com ", "--to").spec == "ops@example.com");
  const Address named = parse_address("Plantão, noite <o'brien+pos@mail.example.com>", "--to");
  CHECK(named.name == "Plantão, noite");
  CHECK(named.spec == "o'brien+pos@mail.example.com");
  CHECK(named.domain() == "mail.example.com");
  CHECK(parse_address("\"Ops \\\"night\\\"\" <ops@example.com>", "--to").name == "Ops \"night\"");
}

TEST_CASE("address: what could be more than an address is refused") {
  const std::string long_local(65, 'a');
  const std::string long_domain(250, 'a');
  for (const std::string& text : {std::string(""),
                                  std::string("ops"),
                                  std::string("@example.com"),
                                  std::string("ops@"),
                                  std::string("a@b@example.com"),
                                  std::string("a b@example.com"),
                                  std::string("a@example.com,b@example.com"),
                                  std::string("a@example.com\r\nBcc: x@example.com"),
                                  std::string("a@example.com\0", 14),
                                  std::string("a\x7F@example.com"),
                                  std::string("Ops\n <a@example.com>"),
                                  std::string("Ops <a@example.com> x"),
                                  std::string("<>"),
                                  std::string("a@.example.com"),
                                  std::string("a@example..com"),
                                  std::string("a@example.com."),
                                  std::string("é@example.com"),
                                  std::string("a\xFF@example.com"),
                                  std::string("a@example.com> SIZE=1"),
                                  long_local + "@example.com",
                                  "a@" + long_domain + ".com"}) {
    CAPTURE(text);
    try {
      (void)parse_address(text, "--to");
      FAIL_CHECK("accepted");
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::usage);
      const std::string_view told = error.what();
      CHECK(told.starts_with("--to: "));
      CHECK(told.find_first_of("\r\n") == std::string_view::npos);
    }
  }
}

TEST_CASE("address: mail to nobody is refused, for it would succeed") {
  CHECK_THROWS_WITH((void)parse_addresses({}, "--to"), "--to: nobody to send mail to");
  CHECK(parse_addresses({"a@example.com", "b@example.com"}, "--to").size() == 2);
}

TEST_CASE("header value: controls are refused") {
  CHECK_NOTHROW(require_header_safe("plain, é"));
  for (const char* value : {"a\rb", "a\nb", "a\x01", "a\x7F"}) {
    CHECK_THROWS_AS(require_header_safe(value), std::invalid_argument);
  }
}

}  // namespace
}  // namespace pos::notify
