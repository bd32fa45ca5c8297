// SPDX-License-Identifier: MIT
// Webhooks and Slack against a real web server on loopback.
#include <doctest/doctest.h>

#include "mail_server.hpp"
#include "notify/channel.hpp"
#include "sample_notice.hpp"

namespace pos::notify {
namespace {

using Outcome = Delivery::Outcome;

// One POST to a web server that answers as its options say.
Delivery post(const TestFolder& folder, const std::vector<std::string>& options, const Trace& trace = {}) {
  const TestServer server(folder, "webhook-server", options);
  const std::string url = "http://127.0.0.1:" + server.port + "/services/T0000/S3CRETPATH?token=s3crettoken";
  return make_webhook({url, "", std::chrono::milliseconds(1500), trace})->deliver(render_json(sample_notice()), "");
}

TEST_CASE("webhook: answers, and what they mean") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  struct Case {
    std::vector<std::string> options;
    Outcome outcome;
    Fault fault;
    std::string_view reason;
  };
  const Case cases[] = {
      {{"--status", "204"}, Outcome::sent, Fault::internal, ""},
      {{"--status", "500", "--body", "ouch\nagain"},
       Outcome::retry_later,
       Fault::temporary,
       "answered 500: ouch\\x0aagain"},
      {{"--status", "404", "--echo-path"},
       Outcome::retry_later,
       Fault::config,
       "answered 404: cannot POST ***?token=***; nobody is there any more: make a new URL"},
      {{"--status", "302", "--location", "http://127.0.0.1:1/"}, Outcome::retry_later, Fault::protocol, "answered 302"},
      {{"--status", "308"}, Outcome::retry_later, Fault::protocol, "; it has moved: write the new URL into the file"},
      {{"--status", "401"}, Outcome::retry_later, Fault::permission, "renew the URL or its token"},
      {{"--status", "403", "--cut-body"}, Outcome::retry_later, Fault::permission, "answered 403"},
      {{"--status", "407"}, Outcome::retry_later, Fault::permission, "answered 407"},
      {{"--status", "400"}, Outcome::retry_later, Fault::config, "see what it wants"},
      {{"--status", "405"}, Outcome::retry_later, Fault::config, "is the URL right?"},
      {{"--status", "410"}, Outcome::retry_later, Fault::config, "nobody is there any more"},
      {{"--status", "413"}, Outcome::retry_later, Fault::config, "raise its limit"},
      {{"--status", "451"}, Outcome::retry_later, Fault::config, "is the URL right?"},
      {{"--status", "425"}, Outcome::retry_later, Fault::temporary, "answered 425"},
      {{"--status", "503", "--slow-body"}, Outcome::retry_later, Fault::temporary, "answered 503"},
      {{"--silent"}, Outcome::retry_later, Fault::temporary, "timed out"},
  };
  for (const Case& expected : cases) {
    const TestFolder folder;
    const Delivery delivery = post(folder, expected.options);
    CHECK(delivery.outcome == expected.outcome);
    if (delivery.outcome == Outcome::sent) continue;
    CHECK(delivery.fault == expected.fault);
    CHECK_MESSAGE(delivery.reason.find(expected.reason) != std::string::npos, delivery.reason);
    CHECK(delivery.reason.starts_with("http://127.0.0.1:"));
    CHECK(!delivery.retry_after);
  }
}

// The message is there; to send it again would be to send it twice.
TEST_CASE("webhook: what is answered 2xx is sent, whatever becomes of the body") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  const TestFolder cut;
  CHECK(post(cut, {"--cut-body"}).outcome == Outcome::sent);
  const TestFolder slow;
  CHECK(post(slow, {"--slow-body"}).outcome == Outcome::sent);
}

TEST_CASE("slack: what it does not take goes out as text alone") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  const TestFolder folder;
  const TestServer server(folder, "webhook-server", {"--status", "400,200"});
  const auto channel = make_webhook({"http://127.0.0.1:" + server.port + "/services/x",
                                     "",
                                     std::chrono::seconds(5),
                                     {},
                                     WebhookSettings::Takes::slack});
  CHECK(channel->deliver(render_slack(sample_notice()), "").outcome == Outcome::sent);
  CHECK(TestFolder::read(folder / "box/post/0001.json") == render_slack(sample_notice()));
  CHECK(TestFolder::read(folder / "box/post/0002.json") ==
        R"({"text":"[pos] CRITICAL denied 3.5x normal since 10:17, 59 approvals lost"})");
}

TEST_CASE("webhook: JSON has nothing to leave out: 400 is asked once") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  const TestFolder folder;
  CHECK(post(folder, {"--status", "400,200"}).outcome == Outcome::retry_later);
}

TEST_CASE("webhook: what is sent, told without the secret in its URL") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  const TestFolder folder;
  std::string dialogue;
  CHECK(post(folder, {}, [&](std::string_view line) { (dialogue += line) += '\n'; }).outcome == Outcome::sent);
  CHECK(TestFolder::read(folder / "box/post/0001.json") == render_json(sample_notice()));
  CHECK(TestFolder::read(folder / "box/post/0001.head").find("Content-Type: application/json") != std::string::npos);
  CHECK(dialogue.find("> POST *** HTTP/1.1") != std::string::npos);
  CHECK(dialogue.find("S3CRET") == std::string::npos);
  CHECK(dialogue.find("s3cret") == std::string::npos);
}

TEST_CASE("webhook: headers and signature are sent, and told without what is secret") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  const TestFolder folder;
  const TestServer server(folder, "webhook-server", {"--status", "401", "--body", "t0ken-no s1gning-key r4w-value"});
  std::string dialogue;
  WebhookSettings settings{"http://127.0.0.1:" + server.port + "/x", "", std::chrono::seconds(5),
                           [&](std::string_view line) { (dialogue += line) += '\n'; }};
  settings.proof = {{{"Authorization", "Bearer t0ken-no"},
                     {"X-Key", "r4w-value"},
                     {"X-Pin", "1234"},
                     {"Content-Type", "application/json; charset=utf-8"}},
                    "X-Signature-256",
                    "s1gning-key",
                    {}};
  const std::string payload = render_json(sample_notice());
  const Delivery delivery = make_webhook(settings)->deliver(payload, "");
  CHECK_MESSAGE(delivery.reason.find("answered 401: *** *** ***;") != std::string::npos, delivery.reason);
  const std::string head = TestFolder::read(folder / "box/post/0001.head");
  for (const std::string& line : {std::string("Authorization: Bearer t0ken-no"), std::string("X-Key: r4w-value"),
                                  std::string("Content-Type: application/json; charset=utf-8"),
                                  "X-Signature-256: " + signature_of(payload, "s1gning-key")})
    CHECK_MESSAGE(head.find(line + "\n") != std::string::npos, head);
  CHECK(head.find("Content-Type") == head.rfind("Content-Type"));
  CHECK(dialogue.find("> Authorization: ***\n") != std::string::npos);
  CHECK(dialogue.find("> X-Pin: ***\n") != std::string::npos);
  CHECK(dialogue.find("> X-Signature-256: ***\n") != std::string::npos);
  for (const char* secret : {"t0ken", "r4w", "1234\n", "sha256=", "s1gning"})
    CHECK_MESSAGE(dialogue.find(secret) == std::string::npos, dialogue);
}

TEST_CASE("webhook: Retry-After in seconds and as a date") {
  if (!runs("/usr/bin/python3 -c ''")) return;
  const TestFolder folder;
  const TestFolder other;
  CHECK(post(folder, {"--status", "429", "--retry-after", "7"}).retry_after == std::chrono::seconds(7));
  const auto patience = post(other, {"--status", "503", "--retry-after", "Fri, 31 Dec 2100 23:59:59 GMT"}).retry_after;
  CHECK(patience == std::chrono::hours(1));  // no longer
}

TEST_CASE("webhook: settings that cannot be meant, told without the URL") {
  for (const char* url : {"", "https://", "ftp://localhost/s3cret", "file:///etc/s3cret", "https://a b/s3cret"}) {
    try {
      const auto channel = make_webhook({url, "", std::chrono::seconds(1), {}});
      FAIL_CHECK(url);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::config);
      CHECK(std::string_view(error.what()).find("s3cret") == std::string_view::npos);
    }
  }
}

}  // namespace
}  // namespace pos::notify
