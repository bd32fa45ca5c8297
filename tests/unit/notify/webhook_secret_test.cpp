// SPDX-License-Identifier: MIT
#include "notify/webhook_secret.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"

namespace pos::notify {
namespace {

std::string refusal_of_secret(const std::string& text) {
  try {
    static_cast<void>(parse_webhook_secret(text, "hook"));
    return "taken";
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::config);
    const std::string reason = error.what();
    CHECK_MESSAGE(reason.find("s3cret") == std::string::npos, reason);
    return reason;
  }
}

std::string refusal_of_line(const std::string& line) {
  return refusal_of_secret("https://hooks.example.com/s3cret\n" + line + "\n");
}

TEST_CASE("webhook secret: a file of one line is the URL") {
  for (const char* text : {"https://a.example.com/x#y", "https://a.example.com/x#y\n", "https://a.example.com/x#y\r\n",
                           "\xEF\xBB\xBF# ours\n\n  https://a.example.com/x#y \n\n"}) {
    const WebhookSecret secret = parse_webhook_secret(text, "hook");
    CHECK(secret.url == "https://a.example.com/x#y");
    CHECK(secret.proof.headers.empty());
    CHECK(secret.proof.signed_by.empty());
  }
}

TEST_CASE("webhook secret: headers, a token and a key") {
  const WebhookSecret secret = parse_webhook_secret(
      "https://a.example.com/\r\n"
      "# ours\r\n"
      "header X-Api-Key:  abc: def  \r\n"
      "\theader\tContent-Type:application/cloudevents+json\r\n"
      "bearer t0ken\r\n"
      "hmac-sha256 X-Signature-256  a key \r\n",
      "hook");
  REQUIRE(secret.proof.headers.size() == 3);
  CHECK(secret.proof.headers[0].name == "X-Api-Key");
  CHECK(secret.proof.headers[0].value == "abc: def");
  CHECK(secret.proof.headers[1].name == "Content-Type");
  CHECK(secret.proof.headers[1].value == "application/cloudevents+json");
  CHECK(secret.proof.headers[2].name == "Authorization");
  CHECK(secret.proof.headers[2].value == "Bearer t0ken");
  CHECK(secret.proof.signed_by == "X-Signature-256");
  CHECK(secret.proof.key == "a key");
}

TEST_CASE("webhook secret: what is wrong is told by its line, and how it is meant, without what it says") {
  CHECK(refusal_of_secret("") == "hook: it is empty: its first line is the URL");
  CHECK(refusal_of_secret("\n# s3cret\n") == "hook: it is empty: its first line is the URL");
  const std::string neither =
      "hook:2: none of `header NAME: VALUE`, `bearer TOKEN`, `hmac-sha256 NAME KEY`, `secret NAME VALUE`";
  CHECK(refusal_of_line("s3cret") == neither);
  CHECK(refusal_of_line("https://other.example.com/s3cret") == neither);
  CHECK(refusal_of_line("Authorization: Bearer s3cret") == neither);
  CHECK(refusal_of_line("header s3cret") == "hook:2: a header is `header NAME: VALUE`");
  CHECK(refusal_of_line("header : s3cret") == "hook:2: this is no name of a header: letters, digits and -");
  CHECK(refusal_of_line("header X Y: s3cret") == "hook:2: this is no name of a header: letters, digits and -");
  CHECK(refusal_of_line("header X\xC3\xA9: s3cret") == "hook:2: this is no name of a header: letters, digits and -");
  CHECK(refusal_of_line("header X:") == "hook:2: this header has no value: `header NAME: VALUE`");
  CHECK(refusal_of_line("bearer") == "hook:2: `bearer` without a token: `bearer TOKEN`");
  CHECK(refusal_of_line("bearer s3cret two") == "hook:2: a token has no blanks: `bearer TOKEN`");
  CHECK(refusal_of_line("hmac-sha256 s3cret") ==
        "hook:2: a signature is `hmac-sha256 NAME KEY`, such as NAME X-Signature-256");
  CHECK(refusal_of_line("bearer s3cret\n\nheader authorization: s3cret") ==
        "hook:4: authorization is there already: leave one of the lines out");
  CHECK(refusal_of_line("hmac-sha256 X-Sig s3cret\nheader x-sig: s3cret") ==
        "hook:3: x-sig is there already: leave one of the lines out");
  CHECK(refusal_of_line("hmac-sha256 X-A s3cret\nhmac-sha256 X-B s3cret") ==
        "hook:3: a second signature: one line hmac-sha256 is enough");
}

TEST_CASE("webhook secret: no header is slipped in, and none of the connection is taken over") {
  for (const char* line :
       {"header X: s3cret\rHost: other.example.com", "header X: s3cret\x01", "header X: s3cret\x7F",
        "header X: s3cret\xC2\x85", "header X: s3cret\xFF", "hmac-sha256 X a\rs3cret", "bearer s3\rcret"})
    CHECK(refusal_of_line(line) == "hook:2: not UTF-8, or a control character");
  CHECK(refusal_of_line(std::string("header X: s3cret\0more", 21)) == "hook:2: not UTF-8, or a control character");
  CHECK(refusal_of_secret("https://a.example.com/\rs3cret\n") == "hook:1: not UTF-8, or a control character");
  CHECK(refusal_of_line("header Content-Length: 1") ==
        "hook:2: Content-Length is of the connection: leave this line out");
  CHECK(refusal_of_line("header HOST: s3cret") == "hook:2: HOST is of the connection: leave this line out");
  CHECK(refusal_of_line("hmac-sha256 transfer-encoding s3cret") ==
        "hook:2: transfer-encoding is of the connection: leave this line out");
}

TEST_CASE("webhook secret: the signature is that of RFC 4231") {
  CHECK(signature_of("Hi There", std::string(20, '\x0b')) ==
        "sha256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(signature_of("what do ya want for nothing?", "Jefe") ==
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(signature_of("Test Using Larger Than Block-Size Key - Hash Key First", std::string(131, '\xaa')) ==
        "sha256=60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

}  // namespace
}  // namespace pos::notify
