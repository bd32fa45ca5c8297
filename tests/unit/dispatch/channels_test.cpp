// SPDX-License-Identifier: MIT
#include "dispatch/channels.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "unit/dispatch/desk.hpp"

using namespace pos;
using namespace pos::dispatch;

namespace {

std::string targets_of(const Settings& settings) {
  const Channels channels(settings);
  std::string all;
  for (const Target& target : channels.targets()) all += target.channel + ":" + target.name + " ";
  return all;
}

notify::Notice notice_of_test() {
  notify::Notice notice;
  notice.event.what = incident::What::test;
  notice.message_id = "<pos.1@example.com>";
  return notice;
}

}  // namespace

TEST_CASE("channels: a target for each that is configured, and for an address once") {
  Settings settings;
  CHECK(targets_of(settings).empty());
  settings.transport.smtp = "smtp://mail.example.com";
  settings.transport.from = "pos@example.com";
  settings.own.to = {"Ops <ops@example.com>", "ops@example.com"};
  settings.own.slack_files = {"/etc/slack"};
  settings.own.maildir = "/var/box";
  CHECK(targets_of(settings) == "mail:ops@example.com slack:/etc/slack maildir:/var/box ");
  settings.own.to = {"nobody"};
  CHECK_THROWS_AS(Channels{settings}, Error);
}

TEST_CASE("channels: a target that two routes name is one, and mail of a route names its own readers") {
  Settings settings;
  settings.own.to = {"ops@example.com"};
  settings.routes = {{"m1", {{"m1@example.com", "ops@example.com"}, {}, {}, "pager", {}}}};
  CHECK(targets_of(settings) == "mail:ops@example.com mail:m1@example.com exec:pager ");
  const Channels channels(settings);
  const notify::Notice notice = notice_of_test();
  CHECK(channels.render(channels.targets().at(0), notice)->find("To: ops@example.com\r\n") != std::string::npos);
  CHECK(channels.render(channels.targets().at(1), notice)->find("To: m1@example.com, ops@example.com\r\n") !=
        std::string::npos);
  CHECK(channels.takes({"exec", "pager"}));
}

TEST_CASE("channels: webhooks of a route have its template, else that of all, and what is blank is told to nobody") {
  Settings settings;
  settings.own.webhook_files = {"/etc/own"};
  settings.own.webhook_words.emplace(R"({"own": "{{event}}"})", "own.json");
  settings.routes.resize(2);
  settings.routes[0].destinations.webhook_files = {"/etc/plain"};
  settings.routes[1].destinations.webhook_files = {"/etc/pager"};
  settings.routes[1].destinations.exec = "pager";
  settings.routes[1].destinations.webhook_words.emplace("{{^test}}{}{{/test}}", "pager.json");
  const Channels channels(settings);
  const notify::Notice notice = notice_of_test();
  const auto rendered = [&](std::size_t target) { return channels.render(channels.targets().at(target), notice); };
  CHECK(rendered(0) == R"({"own": "test"})");
  CHECK(rendered(1) == R"({"own": "test"})");
  CHECK_FALSE(rendered(2));
  CHECK(rendered(3)->find("\"version\"") != std::string::npos);  // a command has our JSON
}

TEST_CASE("channels: what a database asks for is done where it is configured here") {
  const Channels none{Settings()};
  CHECK_FALSE(none.takes({"mail", "ops@example.com"}));  // no server
  CHECK_FALSE(none.takes({"exec", "rm -rf /"}));
  CHECK_FALSE(none.takes({"pager", "7"}));  // of a later version
  CHECK(none.takes({"maildir", "/var/box"}));
  CHECK_FALSE(Channels(by_command("true")).takes({"exec", "rm -rf /"}));
  CHECK(Channels(by_command("true")).takes({"exec", "true"}));
}

TEST_CASE("channels: a secret that cannot be read makes a message wait, and is told by its file") {
  const TemporaryFolder folder;
  const notify::Delivery delivery = Channels(Settings()).deliver({"webhook", folder.file("url")}, "{}");
  CHECK(delivery.outcome == notify::Delivery::Outcome::retry_later);
  CHECK(delivery.fault == Fault::no_input);
  CHECK(delivery.reason.find(folder.file("url")) != std::string::npos);
}
