// SPDX-License-Identifier: MIT
#include "render/words/people.hpp"

#include <doctest/doctest.h>

using namespace pos;
using namespace pos::incident;
using namespace pos::render;

namespace {

// 2026-03-09, and a week.
const LocalSeconds told_midnight = 1'773'014'400;
const Period told_day{told_midnight, told_midnight + 86'400};
const Period told_week{told_midnight, told_midnight + 7 * 86'400};

LocalSeconds told_at(int hours, int minutes, int seconds = 0) {
  return told_midnight + hours * 3600 + minutes * 60 + seconds;
}

}  // namespace

TEST_CASE("people: who was told, who took it and until when it is silent are one line") {
  People people;
  people.told = {{told_at(20, 13, 7), "mail", "ops@example.com"}};
  CHECK(people_words(people, told_day) == "mail 20:13 to ops@example.com");
  people.taken = {told_at(20, 15, 59), Verdict::none, "ana", "acquirer informed"};
  CHECK(people_words(people, told_day) == "mail 20:13 to ops@example.com; taken by ana 20:15: acquirer informed");
  people.silent_until = told_at(22, 0);
  people.silenced_by = "rui";
  people.taken->comment.clear();
  CHECK(people_words(people, told_day) ==
        "mail 20:13 to ops@example.com; taken by ana 20:15; silent until 22:00 by rui");
}

TEST_CASE("people: messages of one channel and minute stand together, and only mail says to whom") {
  People people;
  people.told = {{told_at(20, 13, 1), "mail", "a@x.br"},
                 {told_at(20, 13, 2), "mail", "b@x.br"},
                 {told_at(20, 13, 3), "slack", ""},
                 {told_at(20, 14), "exec", ""}};
  CHECK(people_words(people, told_day) == "mail 20:13 to a@x.br, b@x.br, Slack 20:13, command 20:14");
  people.told = {{told_at(1, 0), "mail", "a"},
                 {told_at(1, 0), "mail", "b"},
                 {told_at(1, 0), "mail", "c"},
                 {told_at(1, 0), "mail", "d"}};
  CHECK(people_words(people, told_day) == "mail 01:00 to a, b, c and 1 other");
}

TEST_CASE("people: in a period of several days times have a date") {
  People people;
  people.told = {{told_at(20, 13), "webhook", ""}};
  CHECK(people_words(people, told_week) == "webhook 2026-03-09 20:13");
}

TEST_CASE("people: that nobody was told is said, but not where nobody can know, or a message is on its way") {
  People people;
  CHECK(people_words(people, told_day) == "nobody was told");
  people.waiting = true;
  CHECK(people_words(people, told_day) == "a message is on its way");
  people.waiting = false;
  people.failed = true;
  CHECK(people_words(people, told_day) == "a message could not be delivered");
  CHECK(people_words(std::nullopt, 7, told_day).empty());
  CHECK(people_words(PeopleOf{}, 7, told_day) == "nobody was told");
  CHECK(people_words(PeopleOf{{7, people}}, 7, told_day) == "a message could not be delivered");
}

TEST_CASE("people: the verdict on an alarm is told") {
  People people;
  people.waiting = true;
  people.taken = {told_at(9, 5), Verdict::false_alarm, "", ""};
  CHECK(people_words(people, told_day) == "a message is on its way; taken 09:05, a false alarm");
  people.taken->verdict = Verdict::true_alarm;
  people.taken->author = "ana";
  CHECK(people_words(people, told_day) == "a message is on its way; taken by ana 09:05, a true alarm");
}
