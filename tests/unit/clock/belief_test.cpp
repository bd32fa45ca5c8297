// SPDX-License-Identifier: MIT
#include "clock/belief.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pos;
using clock::Belief;
using clock::Minute;

namespace {

constexpr std::int32_t some_day = 20'521;
constexpr LocalTime any_time{some_day + 10'000, 0};

LocalTime time_at(Minute minute) {
  return {some_day + static_cast<std::int32_t>(minute / 1440), static_cast<std::int32_t>(minute % 1440 * 60)};
}

// What became of each row of a file: b believed, n not, in the order they came.
class Heard {
 public:
  explicit Heard(std::optional<Minute> end = std::nullopt) : belief(end) {}

  void hear(Minute minute) {
    const Belief::Says says = belief.hear(time_at(minute));
    settle();
    if (says == Belief::Says::waits) {
      waiting.push_back(rows.size());
      rows += '?';
    } else {
      rows += says == Belief::Says::believed ? 'b' : 'n';
    }
  }
  void minutes(Minute from, Minute to) {
    for (Minute minute = from; minute < to; ++minute) {
      hear(minute);
      hear(minute);
    }
  }
  void finish() {
    belief.finish(any_time);
    settle();
  }
  void settle() {
    for (std::size_t i = 0; i < belief.settled().size(); ++i) rows[waiting[i]] = belief.settled()[i] ? 'b' : 'n';
    if (!belief.settled().empty()) waiting.clear();
  }

  Belief belief;
  std::string rows;
  std::vector<std::size_t> waiting;
};

std::string all_but(std::size_t rows, std::size_t place) {
  std::string text(rows, 'b');
  text[place] = 'n';
  return text;
}

}  // namespace

TEST_CASE("belief: a row ahead of the stream waits until one comes from where the stream was, and is not believed") {
  for (const Minute ahead : {5, 60, 510, 1560, 2'000'000}) {
    CAPTURE(ahead);
    Heard heard;
    heard.minutes(0, 20);
    heard.hear(20 + ahead);
    CHECK(heard.rows.back() == '?');
    heard.minutes(20, 40);
    CHECK(heard.rows == all_but(81, 40));
    CHECK(heard.belief.newest() == Minute{some_day} * 1440 + 39);
  }
}

TEST_CASE("belief: a pause is believed when rows go on behind it") {
  Heard heard;
  heard.minutes(0, 20);
  heard.minutes(200, 203);  // as many rows as three minutes have
  CHECK(heard.rows == std::string(46, 'b'));
  heard.minutes(203, 206);
  heard.finish();
  CHECK(heard.rows == std::string(52, 'b'));
}

TEST_CASE("belief: the rows that trickle in during an outage move time on") {
  Heard heard;
  heard.minutes(0, 60);
  for (Minute minute = 80; minute <= 180; minute += 20) heard.hear(minute);
  heard.finish();
  CHECK(heard.rows == std::string(126, 'b'));
}

TEST_CASE("belief: at the end of input a short pause is believed, and a row alone hours later is not") {
  Heard pause;
  pause.minutes(0, 20);
  pause.hear(45);
  pause.finish();
  CHECK(pause.rows == std::string(41, 'b'));
  Heard stray;
  stray.minutes(0, 20);
  stray.hear(90);
  stray.finish();
  CHECK(stray.rows == all_but(41, 40));
}

TEST_CASE("belief: the first row is believed where the next ones are near it") {
  for (const Minute first : {-60, 60, 510, 1'000'000}) {
    CAPTURE(first);
    Heard heard;
    heard.hear(1440 + first);
    heard.minutes(1440, 1460);
    CHECK(heard.rows == all_but(41, 0));
  }
  Heard alone;
  alone.hear(5);
  alone.finish();
  CHECK(alone.rows == "b");  // nothing speaks against it
}

TEST_CASE("belief: where an earlier run has ended, rows need no other witness") {
  Heard heard(Minute{some_day} * 1440 + 100);
  heard.hear(101);
  CHECK(heard.rows == "b");
  heard.hear(5000);
  heard.finish();
  CHECK(heard.rows == "bn");
}

TEST_CASE("belief: a clock without a date is of the past at any hour, never impossible") {
  const auto clock = [](int hour) { return LocalTime{LocalTime::no_day, hour * 3600}; };
  for (int now = 0; now < 24; ++now) {
    Belief belief;
    for (int row = 0; row < 3; ++row) static_cast<void>(belief.hear(clock(10)));
    belief.confirm(clock((now + 23) % 24), clock(now), clock((now + 1) % 24));
    const bool confirmed = !belief.settled().empty() && belief.settled().front();
    CHECK((belief.waiting() == 3 || confirmed));
  }
}

TEST_CASE("belief: on live input the clock confirms, and nothing beyond it is believed") {
  Heard heard;
  heard.minutes(0, 20);
  heard.hear(50);
  heard.belief.confirm(time_at(0), time_at(51), time_at(110));
  heard.settle();
  CHECK(heard.rows.back() == 'b');
  heard.hear(240);
  heard.belief.confirm(time_at(0), time_at(53), time_at(112));
  heard.settle();
  CHECK(heard.rows.back() == 'n');
  heard.hear(90);  // possible, and not confirmed
  heard.belief.confirm(time_at(0), time_at(53), time_at(112));
  heard.settle();
  CHECK(heard.rows.back() == '?');
}

TEST_CASE("belief: rows of a shop that has few of them go on") {
  Heard heard;
  for (Minute minute = 0; minute < 3000; minute += 17 + minute % 23) heard.hear(minute);
  heard.finish();
  CHECK(heard.rows == std::string(heard.rows.size(), 'b'));
}
