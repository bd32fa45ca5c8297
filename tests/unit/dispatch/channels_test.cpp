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

}  // namespace

TEST_CASE("channels: a target for each that is configured, and for an address once") {
  Settings settings;
  CHECK(targets_of(settings).empty());
  settings.smtp = "smtp://mail.example.com";
  settings.from = "pos@example.com";
  settings.to = {"Ops <ops@example.com>", "ops@example.com"};
  settings.slack_files = {"/etc/slack"};
  settings.maildir = "/var/box";
  CHECK(targets_of(settings) == "mail:ops@example.com slack:/etc/slack maildir:/var/box ");
  settings.to = {"nobody"};
  CHECK_THROWS_AS(Channels{settings}, Error);
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
