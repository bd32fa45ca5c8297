// SPDX-License-Identifier: MIT
#include "dispatch/courier.hpp"

#include <doctest/doctest.h>

#include "unit/dispatch/desk.hpp"

using namespace pos;
using namespace pos::dispatch;
using Effort = Courier::Effort;

TEST_CASE("courier: what is delivered is logged, and waits no more") {
  const TemporaryFolder folder;
  Desk desk(by_command("cat > " + folder.file("got")));
  desk.queue("down", 1);
  Courier courier = desk.courier();
  courier.deliver(Effort::due);
  CHECK(Desk::read(folder.file("got")) == "down\n");
  CHECK(courier.went_well());
  CHECK_FALSE(courier.fault());
  CHECK(desk.store.outbox().waiting().empty());
  CHECK(desk.logged.find(",sent,exec,") != std::string::npos);
  CHECK(desk.said.empty());
}

TEST_CASE("courier: what fails for now is kept, told once, and tried again when its time comes") {
  const TemporaryFolder folder;
  Desk desk(by_command("echo >> " + folder.file("tries") + "; exit 75"));
  desk.queue("down", 1);
  Courier courier = desk.courier();
  courier.deliver(Effort::due);
  CHECK_FALSE(courier.went_well());
  CHECK(courier.fault() == Fault::temporary);
  REQUIRE(desk.store.outbox().waiting().size() == 1);
  CHECK(desk.store.outbox().waiting()[0].next == desk.now + 2);  // back_off(1, 5, 0.999), as its test has it
  CHECK(desk.said.size() == 1);
  CHECK(desk.said[0].ends_with("command: exit status 75; it is queued"));

  courier.deliver(Effort::due);  // not yet
  CHECK(Desk::read(folder.file("tries")) == "\n");
  desk.now += 2;
  courier.deliver(Effort::due);
  CHECK(Desk::read(folder.file("tries")) == "\n\n");
  CHECK(desk.said.size() == 1);
  courier.deliver(Effort::all);  // whatever its time
  CHECK(Desk::read(folder.file("tries")) == "\n\n\n");
}

TEST_CASE("courier: after --give-up a message is given up, and said so, but not at its first try") {
  Settings settings = by_command("exit 75");
  settings.transport.give_up = std::chrono::hours(36);
  Desk desk(settings);
  desk.queue("down", 1);
  desk.now += 36 * 3600 + 1;
  Courier courier = desk.courier();
  courier.deliver(Effort::due);
  CHECK(desk.store.outbox().waiting().size() == 1);
  CHECK(courier.fault() == Fault::temporary);
  courier.deliver(Effort::all);
  CHECK(desk.store.outbox().waiting().empty());
  REQUIRE(desk.store.outbox().newest(1).size() == 1);
  CHECK(desk.store.outbox().newest(1)[0].state == ledger::MessageState::failed);
  CHECK(courier.fault() == Fault::unavailable);
  REQUIRE(desk.said.size() == 2);
  CHECK(desk.said[1].ends_with("command: exit status 75; not delivered in 36h; it will not be sent"));
  CHECK(desk.logged.find(",failed,exec,") != std::string::npos);
}

TEST_CASE("courier: what another has claimed is left to it until its lease ends") {
  const TemporaryFolder folder;
  Desk desk(by_command("cat > " + folder.file("got")));
  desk.queue("down", 1);
  ledger::AlertStore other(desk.folder.file("alert.db"));
  REQUIRE(other.outbox().claim(desk.now, desk.now + 35, [](const auto&) { return true; }));
  Courier courier = desk.courier();
  courier.deliver(Effort::all);
  CHECK(Desk::read(folder.file("got")).empty());
  desk.now += 36;
  courier.deliver(Effort::all);
  CHECK(Desk::read(folder.file("got")) == "down\n");
}

TEST_CASE("courier: a try that a signal ends settles nothing, and no other is begun") {
  const TemporaryFolder folder;
  Settings settings = by_command("echo >> " + folder.file("tries") + "; sleep 60");
  settings.transport.stopped = [&] { return !Desk::read(folder.file("tries")).empty(); };
  Desk desk(settings);
  for (std::int64_t incident = 1; incident <= 2; ++incident) desk.queue("down", incident);
  Courier courier = desk.courier();
  courier.deliver(Effort::due);
  courier.deliver(Effort::parting);
  CHECK(Desk::read(folder.file("tries")) == "\n");
  CHECK_FALSE(courier.went_well());
  CHECK(desk.said.empty());
  const auto waiting = desk.store.outbox().waiting();
  REQUIRE(waiting.size() == 2);
  CHECK(waiting[0].state == ledger::MessageState::sending);
  CHECK(waiting[0].lease == desk.now + 35);  // --timeout, and five seconds
}

TEST_CASE("courier: what is left is told, a line for each way, unless a line has said it") {
  Desk desk(by_command("exit 75"));
  desk.queue("down", 1);
  Courier courier = desk.courier();
  courier.deliver(Effort::due);
  courier.tell_waiting();
  CHECK(desk.said.size() == 1);
  Courier next = desk.courier();
  next.deliver(Effort::due);
  next.tell_waiting();
  REQUIRE(desk.said.size() == 2);
  CHECK(desk.said[1] == "exec to exit 75: a message waits, tried again in 2 s: command: exit status 75");
}

// A server that wants an operator is asked once, not once for each message.
TEST_CASE("courier: a channel that has to be mended is left alone for the round") {
  const TemporaryFolder folder;
  Desk desk(by_command("echo >> " + folder.file("tries") + "; exit 1"));
  for (std::int64_t incident = 1; incident <= 3; ++incident) desk.queue("down", incident);
  Courier courier = desk.courier();
  courier.deliver(Effort::due);
  const std::size_t tries = Desk::read(folder.file("tries")).size();
  CHECK(tries == 3);  // `unavailable` may be of the message: each has its try
  CHECK(courier.fault() == Fault::temporary);

  Settings hook;
  hook.own.webhook_files = {folder.file("no-such-file")};
  Desk broken(hook);
  for (std::int64_t incident = 1; incident <= 3; ++incident) broken.queue("down", incident);
  Courier stuck = broken.courier();
  stuck.deliver(Effort::due);
  CHECK(broken.said.size() == 1);
  CHECK(stuck.fault() == Fault::no_input);
  REQUIRE(broken.store.outbox().waiting().size() == 3);
  CHECK(broken.store.outbox().waiting()[0].next == broken.now + 600);  // slow_pace(0.999), as its test has it
}
