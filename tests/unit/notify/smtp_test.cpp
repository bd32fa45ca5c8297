// SPDX-License-Identifier: MIT
// Mail against a real server on loopback.
#include <doctest/doctest.h>

#include "mail_server.hpp"
#include "notify/channel.hpp"
#include "sample_notice.hpp"

namespace pos::notify {
namespace {

using Outcome = Delivery::Outcome;
constexpr const char* ops = "ops@example.com";

// A mail server in one of its modes, and whoever writes to it.
class Post {
 public:
  explicit Post(std::vector<std::string> options) {
    REQUIRE(runs(std::string(POS_MAIL_TESTS) + "/make-ca " + (folder / "ca")));
    options.insert(options.end(), {"--ca", folder / "ca"});
    server_ = std::make_unique<TestServer>(folder, "server", options);
    settings.url = "smtp://localhost:" + server_->port;
    settings.cacert = folder / "ca/ca.pem";
    settings.from = "alerts@example.com";
    settings.host = "till.example.com";
    settings.timeout = std::chrono::seconds(20);
  }

  [[nodiscard]] Delivery deliver(const std::string& to = ops) const {
    return make_smtp(settings)->deliver(sample_mail(sample_notice()), to);
  }
  [[nodiscard]] std::vector<std::string> mails() const { return folder.contents("box/mail"); }
  [[nodiscard]] std::string log() const { return TestFolder::read(folder / "box/log"); }

  TestFolder folder;
  SmtpSettings settings;

 private:
  std::unique_ptr<TestServer> server_;
};

// That it waits, and why.
void check_waits(const Delivery& delivery, Fault fault, std::string_view reason) {
  CHECK(delivery.outcome == Outcome::retry_later);
  CHECK(delivery.fault == fault);
  CHECK_MESSAGE(delivery.reason.find(reason) != std::string::npos, delivery.reason);
  CHECK(delivery.reason.starts_with("localhost:"));
  CHECK(delivery.reason.find('\n') == std::string::npos);
}

#define NEEDS_MAIL_SERVER()                                      \
  if (!has_mail_server()) {                                      \
    MESSAGE("skipped: no python3-aiosmtpd, or no openssl here"); \
    return;                                                      \
  }                                                              \
  static_assert(true, "")

TEST_CASE("smtp: STARTTLS, login, and the mail arrives as it was rendered [mail server]") {
  NEEDS_MAIL_SERVER();
  Post post({"--login", "ops:s3cret"});
  std::string dialogue;
  post.settings.trace = [&](std::string_view line) { (dialogue += line) += '\n'; };
  check_waits(post.deliver(), Fault::permission, "530 5.7.0 Authentication required");
  post.settings.user = "ops";
  post.settings.password = "wrong0";
  check_waits(post.deliver(), Fault::permission, "535 5.7.8");
  post.settings.password = "s3cret";
  CHECK(post.deliver().outcome == Outcome::sent);

  const auto mails = post.mails();
  REQUIRE(mails.size() == 1);
  CHECK(mails[0] == "X-Peer-To: ops@example.com\r\nX-Peer-From: alerts@example.com\r\nX-Peer-TLS: yes\r\n" +
                        sample_mail(sample_notice()));
  CHECK(post.log().find("auth ops tls") != std::string::npos);
  CHECK(post.log().find("ehlo till.example.com") != std::string::npos);
  // Neither as they are nor in the forms PLAIN and LOGIN give them.
  for (const char* secret : {"s3cret", "wrong0", "AG9wc", "czNjcmV0", "d3Jvbmcw"}) {
    CHECK(dialogue.find(secret) == std::string::npos);
  }
  CHECK(dialogue.find("> AUTH ***") != std::string::npos);
  CHECK(dialogue.find("> RCPT TO:<ops@example.com>") != std::string::npos);
}

TEST_CASE("smtp: a token logs in by what the server offers of OAuth [mail server]") {
  NEEDS_MAIL_SERVER();
  const auto sends = [](const std::string& mechanisms, const std::string& used) {
    const TestFolder files;
    Post post({"--token", "ops@example.com:" + files.write("token", "eyJhbGciOi.x-_~+/=="), "--mechanisms", mechanisms});
    std::string dialogue;
    post.settings.trace = [&](std::string_view line) { (dialogue += line) += '\n'; };
    post.settings.user = ops;
    post.settings.token = "eyJhbGciOi.x-_~+/==";
    CHECK(post.deliver().outcome == Outcome::sent);
    CHECK_MESSAGE(post.log().find("token " + used + " ops@example.com good") != std::string::npos, post.log());
    // Nor in a form of base64, wherever in its group of three bytes it begins.
    for (const char* secret : {"eyJhbG", "ZXlKaGJH", "V5SmhiR", "leUpoYk"}) CHECK(dialogue.find(secret) == std::string::npos);
  };
  sends("OAUTHBEARER,XOAUTH2", "OAUTHBEARER");
  sends("XOAUTH2,PLAIN,LOGIN", "XOAUTH2");
}

TEST_CASE("smtp: a token that is refused waits for a better one [mail server]") {
  NEEDS_MAIL_SERVER();
  const TestFolder files;
  const std::string token = "ops@example.com:" + files.write("token", "good-token");
  const auto refused = [&](const std::string& mechanism, std::string_view reason) {
    Post post({"--token", token, "--mechanisms", mechanism});
    post.settings.user = ops;
    post.settings.token = "expired-token";
    const Delivery delivery = post.deliver();
    check_waits(delivery, Fault::permission, reason);
    CHECK(delivery.reason.find("expired-token") == std::string::npos);
  };
  refused("XOAUTH2", "{\"status\":\"401\",\"schemes\":\"bearer\"");
  refused("XOAUTH2", "; the token of --token-command was refused");
  refused("OAUTHBEARER", "535 5.7.8 Username and Password not accepted; the token of --token-command was refused");
  refused("PLAIN,LOGIN", "it offers neither OAUTHBEARER nor XOAUTH2");
}

TEST_CASE("smtp: implicit TLS [mail server]") {
  NEEDS_MAIL_SERVER();
  Post post({"--implicit", "--login", "ops:s3cret"});
  post.settings.url.replace(0, 4, "smtps");
  post.settings.user = "ops";
  post.settings.password = "s3cret";
  CHECK(post.deliver().outcome == Outcome::sent);
  CHECK(post.log().find("auth ops tls") != std::string::npos);
}

TEST_CASE("smtp: clear text only where it was asked for [mail server]") {
  NEEDS_MAIL_SERVER();
  Post post({});
  post.settings.url.replace(0, 4, "smtp+plain");
  CHECK(post.deliver().outcome == Outcome::sent);
  REQUIRE(post.mails().size() == 1);
  CHECK(post.mails()[0].find("X-Peer-TLS: no\r\n") != std::string::npos);
}

TEST_CASE("smtp: greylisting is waited out, and the mail comes once [mail server]") {
  NEEDS_MAIL_SERVER();
  const Post post({"--mode", "greylist"});
  check_waits(post.deliver(), Fault::temporary, "451 4.7.1 Greylisted");
  check_waits(post.deliver(), Fault::temporary, "451 4.7.1 Greylisted");
  CHECK(post.deliver().outcome == Outcome::sent);
  CHECK(post.mails().size() == 1);
}

TEST_CASE("smtp: one of two recipients is refused for good [mail server]") {
  NEEDS_MAIL_SERVER();
  const Post post({"--mode", "reject=gone@example.com"});
  const Delivery delivery = post.deliver("gone@example.com");
  CHECK(delivery.outcome == Outcome::rejected);
  CHECK(delivery.fault == Fault::unavailable);
  CHECK(delivery.reason.ends_with(": 550 5.1.1 No such user here"));
  CHECK(post.deliver().outcome == Outcome::sent);
  CHECK(post.mails().size() == 1);
}

TEST_CASE("smtp: what an operator can mend is no refusal of the message [mail server]") {
  NEEDS_MAIL_SERVER();
  check_waits(Post({"--mode", "badsender"}).deliver(), Fault::config, "553 5.1.8 Sender address rejected; see --from");
  check_waits(Post({"--mode", "norelay"}).deliver(), Fault::permission, "554 5.7.1 Relay access denied; it takes no");
}

TEST_CASE("smtp: answers after the data [mail server]") {
  NEEDS_MAIL_SERVER();
  SUBCASE("full") { check_waits(Post({"--mode", "full"}).deliver(), Fault::temporary, "452 4.2.2"); }
  SUBCASE("spam") { CHECK(Post({"--mode", "spam"}).deliver().outcome == Outcome::rejected); }
}

// A notice whose page is larger than the rest of its mail, and how large a mail each form of it makes.
Notice notice_with_page() {
  Notice notice = sample_notice();
  notice.attachment = Attachment{"incident-42.html", "<p>" + std::string(50'000, 'x')};
  return notice;
}

TEST_CASE("smtp: a mail that is too large goes out without its page, then without its HTML [mail server]") {
  NEEDS_MAIL_SERVER();
  const std::string whole = sample_mail(notice_with_page());
  const std::string limit = std::to_string(sample_mail(sample_notice()).size() + 500);
  const auto deliver = [&](const std::vector<std::string>& options) {
    const Post post(options);
    const Delivery delivery = make_smtp(post.settings)->deliver(whole, ops);
    CHECK_MESSAGE(delivery.outcome == Outcome::sent, delivery.reason);
    REQUIRE(post.mails().size() == 1);
    return post.mails()[0];
  };
  const auto holds = [](const std::string& mail, std::string_view part) {
    return mail.find(part) != std::string::npos;
  };
  SUBCASE("a server that has room takes all of it") { CHECK(deliver({}).ends_with(whole)); }
  SUBCASE("announced") {
    const std::string mail = deliver({"--size", limit});
    CHECK(holds(mail, "The attachment is left out"));
    CHECK(holds(mail, "text/html"));
    CHECK(holds(mail, "Message-ID: <pos.00112233445566778899aabbccddeeff@example.com>"));
  }
  SUBCASE("after the data") {
    const std::string mail = deliver({"--data-limit", limit});
    CHECK(holds(mail, "The attachment is left out"));
    CHECK_FALSE(holds(mail, "incident-42.html\""));
  }
  SUBCASE("no room for HTML either") {
    const std::string mail = deliver({"--data-limit", "2500"});
    CHECK_FALSE(holds(mail, "text/html"));
    CHECK(holds(mail, "Payments are not as they should be."));
  }
  SUBCASE("no room at all: it is refused, and why") {
    const Post post({"--data-limit", "100"});
    const Delivery delivery = make_smtp(post.settings)->deliver(whole, ops);
    CHECK(delivery.outcome == Outcome::rejected);
    CHECK(delivery.reason.ends_with(": 552 5.3.4 Message too big for system"));
  }
}

TEST_CASE("smtp: connections that end or never begin are tried again [mail server]") {
  NEEDS_MAIL_SERVER();
  SUBCASE("in the middle of DATA") {
    check_waits(Post({"--mode", "drop"}).deliver(), Fault::temporary, "the connection was lost after DATA");
  }
  SUBCASE("after the mail was taken: the repeat is the same mail") {
    const Post post({"--mode", "drop-after"});
    check_waits(post.deliver(), Fault::temporary, "the connection was lost after DATA");
    check_waits(post.deliver(), Fault::temporary, "lost");
    const auto mails = post.mails();
    REQUIRE(mails.size() == 2);
    CHECK(mails[0] == mails[1]);
  }
  SUBCASE("silence") {
    Post post({"--mode", "silent"});
    post.settings.timeout = std::chrono::milliseconds(300);
    check_waits(post.deliver(), Fault::temporary, "timed out");
  }
  SUBCASE("nobody listens") {
    Post post({});
    post.settings.url = "smtp://localhost:1";
    check_waits(post.deliver(), Fault::temporary, "connect");
  }
  SUBCASE("no service") { check_waits(Post({"--mode", "greeting"}).deliver(), Fault::protocol, "554 5.3.2"); }
}

TEST_CASE("smtp: without the TLS that was asked for nothing is said [mail server]") {
  NEEDS_MAIL_SERVER();
  SUBCASE("no STARTTLS") {
    const Post post({"--mode", "nostarttls"});
    check_waits(post.deliver(), Fault::protocol, "STARTTLS not supported");
    CHECK(post.log().find("mail") == std::string::npos);
  }
  SUBCASE("another host's certificate") {
    const Post post({"--mode", "otherhost"});
    check_waits(post.deliver(), Fault::protocol, "no alternative certificate subject name matches");
    CHECK(post.log().find("mail") == std::string::npos);
  }
  SUBCASE("a CA nobody knows") {
    Post post({});
    post.settings.cacert = post.folder / "ca/other-ca.pem";
    check_waits(post.deliver(), Fault::protocol, "unable to get local issuer certificate");
    CHECK(post.log().find("mail") == std::string::npos);
  }
  SUBCASE("no CA file") {
    Post post({});
    post.settings.cacert = post.folder / "ca/nobody.pem";
    check_waits(post.deliver(), Fault::config, "nobody.pem");
  }
}

TEST_CASE("smtp: settings that cannot be meant") {
  const SmtpSettings good{"smtp://localhost", "", "", "", "alerts@example.com", "till", std::chrono::seconds(1), {}};
  CHECK(make_smtp(good) != nullptr);
  for (const char* url :
       {"", "localhost", "smtp://", "smtp:///", "smtp+plain://", "http://localhost", "smtp://localhost/x",
        "smtp://localhost?x", "smtp://u:s3cret@localhost", "smtp://local\r\nhost", "smtp://a b"}) {
    SmtpSettings settings = good;
    settings.url = url;
    try {
      const auto channel = make_smtp(settings);
      FAIL_CHECK(url);
    } catch (const Error& error) {
      CHECK(error.fault() == Fault::config);
      CHECK(std::string_view(error.what()).find("s3cret") == std::string_view::npos);
    }
  }
  SmtpSettings clear = good;
  clear.url = "smtp+plain://localhost";
  CHECK(make_smtp(clear) != nullptr);
  clear.user = "ops";
  clear.password = "s3cret";
  CHECK_THROWS_WITH(static_cast<void>(make_smtp(clear)),
                    "smtp: smtp+plain sends a password in clear text: no login with it");

  // Nobody, and a command behind the address.
  for (const char* nobody : {"", "ops@example.com>\r\nDATA", "ops"}) {
    const Delivery delivery = make_smtp(good)->deliver("x", nobody);
    CHECK(delivery.outcome == Outcome::rejected);
    CHECK(delivery.fault == Fault::config);
  }
}

}  // namespace
}  // namespace pos::notify
