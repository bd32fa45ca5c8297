// SPDX-License-Identifier: MIT
#include "ledger/outbox.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "ledger/back_off.hpp"
#include "unit/history/temporary_folder.hpp"
#include "unit/ledger/messages.hpp"

using namespace pos;
using namespace pos::history;
using namespace pos::ledger;

TEST_CASE("outbox: a message is claimed once, and sent once") {
  const TemporaryFolder folder;
  AlertStore one(folder.file("a.db"));
  AlertStore two(folder.file("a.db"));
  add(one, message("<1@example.com>", 1));
  const auto claimed = one.outbox().claim(100, 130, anything);
  REQUIRE(claimed);
  CHECK(claimed->payload == "payload of <1@example.com>");
  CHECK(claimed->message.attempts == 1);
  CHECK_FALSE(two.outbox().claim(100, 130, anything));
  one.outbox().sent(claimed->message, 101);
  CHECK_FALSE(two.outbox().claim(200, 230, anything));
  CHECK(two.outbox().newest(5)[0].state == MessageState::sent);
}

TEST_CASE("outbox: a crashed sender's message is taken over when its lease ends, and its late answer is nothing") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  add(store, message("<1@example.com>", 1));
  const auto crashed = store.outbox().claim(100, 130, anything);
  REQUIRE(crashed);
  CHECK_FALSE(store.outbox().claim(129, 160, anything));
  const auto heir = store.outbox().claim(130, 160, anything);
  REQUIRE(heir);
  CHECK(heir->message.envelope.message_id == "<1@example.com>");
  store.outbox().failed(crashed->message, 140, "late");
  CHECK(store.outbox().waiting()[0].state == MessageState::sending);
  store.outbox().retry(heir->message, 500, "451 later");
  CHECK(store.outbox().waiting()[0].next == 500);
  CHECK(store.outbox().waiting()[0].error == "451 later");
}

TEST_CASE("outbox: who got a message on an incident, or a digest with it, is known") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  add(store, message("<1@example.com>", 1));
  add(store, message("<2@example.com>", 1, "night@example.com"));
  Outgoing digest = message("<3@example.com>", 0, "m1@example.com");
  digest.incidents = {1, 2};
  add(store, digest);
  Outgoing other = message("<4@example.com>", 0, "m2@example.com");
  other.incidents = {2};
  add(store, other);
  CHECK(store.outbox().readers(1) ==
        Readers{{"mail", "m1@example.com"}, {"mail", "night@example.com"}, {"mail", "ops@example.com"}});
  CHECK(AlertReader(folder.file("a.db")).readers(2) == Readers{{"mail", "m1@example.com"}, {"mail", "m2@example.com"}});
  CHECK(store.outbox().readers(3).empty());
}

TEST_CASE("outbox: what a clock that was ahead has queued, put off or taken is due now") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  constexpr ClockSeconds now = 1'000'000;
  constexpr ClockSeconds lease = 35;
  ClockSeconds ahead = now + 18'000;
  SUBCASE("queued") {
    store.change(ahead, [](AlertState&, std::vector<Outgoing>& to) { to.push_back(message("<1@example.com>", 1)); });
  }
  SUBCASE("put off, by less than may be waited for") {
    ahead = now + 600;
    add(store, message("<1@example.com>", 1));
    const auto tried = store.outbox().claim(ahead, ahead + lease, anything);
    store.outbox().retry(tried->message, ahead + 600, "451 later");
  }
  SUBCASE("put off by a peer for longer than is waited for") {
    add(store, message("<1@example.com>", 1));
    const auto tried = store.outbox().claim(now - 60, now - 60 + lease, anything);
    store.outbox().retry(tried->message, now + 86'400, "429 later");
  }
  SUBCASE("taken by a sender that died") {
    ahead = now + 300;
    add(store, message("<1@example.com>", 1));
    REQUIRE(store.outbox().claim(ahead, ahead + lease, anything));
  }
  store.outbox().correct_stamps(now, lease);
  CHECK(store.outbox().waiting()[0].created <= now);
  CHECK(store.outbox().waiting()[0].next == now);
  CHECK(store.outbox().claim(now, now + lease, anything));
}

TEST_CASE("outbox: what waits by the present clock goes on waiting, also when it is set back by a moment") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  constexpr ClockSeconds now = 1'000'000;
  constexpr ClockSeconds lease = 35;
  add(store, message("<1@example.com>", 1));
  const auto tried = store.outbox().claim(now, now + lease, anything);
  store.outbox().correct_stamps(now - 5, lease);
  CHECK_FALSE(store.outbox().claim(now, now + lease, anything));
  store.outbox().retry(tried->message, now + Outbox::longest_wait, "451 later");
  store.outbox().correct_stamps(now - 5, lease);
  CHECK(store.outbox().waiting()[0].next == now + Outbox::longest_wait);
}

TEST_CASE("outbox: a clock that is set back by a moment takes no message from its sender") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  constexpr ClockSeconds now = 1'000'000;
  add(store, message("<1@example.com>", 1), now);
  REQUIRE(store.outbox().claim(now, now + 35, anything));
  store.outbox().correct_stamps(now - 2, 35);
  CHECK_FALSE(store.outbox().claim(now - 2, now + 33, anything));
}

TEST_CASE("outbox: what was queued before the clock was set is of now, and not years old") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  constexpr ClockSeconds now = 1'780'000'000;
  add(store, message("<1@example.com>", 1), 60);
  store.outbox().correct_stamps(now, 35);
  CHECK(store.outbox().waiting()[0].created == now);
}

TEST_CASE("outbox: of one incident and target the first goes first, others do not wait for it") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  add(store, message("<1@example.com>", 1));
  add(store, message("<2@example.com>", 1));
  add(store, message("<3@example.com>", 1, "other@example.com"));
  add(store, message("<4@example.com>", 2));
  const auto first = store.outbox().claim(100, 130, anything);
  REQUIRE(first->message.envelope.message_id == "<1@example.com>");
  CHECK(store.outbox().claim(100, 130, anything)->message.envelope.message_id == "<3@example.com>");
  CHECK(store.outbox().claim(100, 130, anything)->message.envelope.message_id == "<4@example.com>");
  CHECK_FALSE(store.outbox().claim(100, 130, anything));
  store.outbox().failed(first->message, 110, "550 no");
  CHECK(store.outbox().claim(100, 130, anything)->message.envelope.message_id == "<2@example.com>");
  CHECK(store.outbox().thread(1) == std::vector<std::string>{"<1@example.com>", "<2@example.com>", "<3@example.com>"});
}

TEST_CASE("outbox: what is refused each time keeps back what is behind it, and nothing else") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  for (const char* id : {"<1@example.com>", "<2@example.com>"}) add(store, message(id, 1));
  add(store, message("<3@example.com>", 2));
  const auto refused = store.outbox().claim(100, 130, anything);
  store.outbox().retry(refused->message, 100, "400 no");
  const auto next = store.outbox().claim(100, 130, anything);
  CHECK(next->message.envelope.message_id == "<3@example.com>");
  store.outbox().retry(next->message, 100, "400 no");
  CHECK(store.outbox().claim(100, 130, anything)->message.envelope.message_id == "<1@example.com>");
}

TEST_CASE("outbox: what was given up is shown by when that was") {
  const TemporaryFolder folder;
  AlertStore store(folder.file("a.db"));
  add(store, message("<1@example.com>", 1));
  store.outbox().failed(store.outbox().claim(5000, 5030, anything)->message, 5001, "not delivered in 1h");
  CHECK(store.outbox().waiting_or_failed(5000).size() == 1);
  CHECK(store.outbox().waiting_or_failed(5002).empty());
}

TEST_CASE("back-off: what has to be mended is tried every 5 to 10 minutes") {
  CHECK(slow_pace(0.0) == std::chrono::seconds(300));
  CHECK(slow_pace(0.999) == std::chrono::seconds(600));
}

TEST_CASE("back-off: grows with full jitter, then stays") {
  CHECK(back_off(1, 5, 0.0) == std::chrono::seconds(1));
  CHECK(back_off(1, 5, 0.999) == std::chrono::seconds(2));
  CHECK(back_off(3, 5, 0.999) == std::chrono::seconds(8));
  CHECK(back_off(3, 5, 0.5) == std::chrono::seconds(4));
  CHECK(back_off(6, 5, 0.999) == std::chrono::seconds(600));
  CHECK(back_off(60, 100, 0.999) == std::chrono::seconds(600));
}
