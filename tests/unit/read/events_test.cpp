// SPDX-License-Identifier: MIT
#include "read/events.hpp"

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "unit/read/memory_source.hpp"

using namespace pos;
using namespace pos::read;

namespace {

std::vector<Event> read_text(const std::string& text, const std::string& zone = "UTC") {
  test::MemorySource source(text);
  return read_events(source, "e.csv", TimeZone(zone));
}

// `from to name kind`, one a line.
std::string told(const std::vector<Event>& events) {
  std::string lines;
  for (const Event& event : events) {
    lines += to_date_time(event.from) + " " + (event.to ? to_date_time(*event.to) : "-") + " " + event.name + " " +
             event.kind + "\n";
  }
  return lines;
}

std::string problem(const std::string& text) {
  try {
    static_cast<void>(read_text(text));
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::bad_data);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("events: a date is a day, a time is itself, and a day without an end is one day") {
  CHECK(told(read_text("from,to,name,kind\n"
                       "2026-12-25,2026-12-26,Christmas,Holiday\n"
                       "# comments help those who come after\n"
                       "2026-12-24 14:00,2026-12-24,Christmas Eve,closed\n"
                       "2026-12-31,,\"Stock, taken\",closed\n"
                       "2027-01-04 09:30,,deploy 4.2,deploy\n"
                       "2027-01-04 09:30,2027-01-04 09:45:30,tests,\n")) ==
        "2026-12-25 00:00:00 2026-12-27 00:00:00 Christmas holiday\n"
        "2026-12-24 14:00:00 2026-12-25 00:00:00 Christmas Eve closed\n"
        "2026-12-31 00:00:00 2027-01-01 00:00:00 Stock, taken closed\n"
        "2027-01-04 09:30:00 - deploy 4.2 deploy\n"
        "2027-01-04 09:30:00 2027-01-04 09:45:30 tests \n");
}

TEST_CASE("events: what is said in UTC lasts as long as it did while clocks are put back") {
  const std::string lines =
      "from,to,name\n2026-10-25T00:50:00Z,2026-10-25T01:10:00Z,deploy 5\n"
      "2026-10-25T00:50:00Z,2026-10-25T02:10:00Z,deploy 6\n2026-03-29T00:50:00Z,2026-03-29T01:10:00Z,deploy 7\n";
  CHECK(told(read_text(lines, "Europe/Berlin")) ==
        "2026-10-25 02:50:00 2026-10-25 03:10:00 deploy 5 \n"
        "2026-10-25 02:50:00 2026-10-25 03:10:00 deploy 6 \n"
        "2026-03-29 01:50:00 2026-03-29 03:10:00 deploy 7 \n");
  CHECK(problem("from,to,name\n2026-10-25T00:50:00Z,2026-10-25T00:40:00Z,x\n").find("is not after from") !=
        std::string::npos);
}

TEST_CASE("events: a column that stands there twice is refused") {
  CHECK(problem("from,to,name,From\n2026-03-09,,x,\n") == "e.csv:1: column 'from' stands there twice");
}

TEST_CASE("events: columns in any order, without a kind, with others beside them") {
  CHECK(told(read_text("Name;who;TO;From\nopen day;ana;;25/03/2026\nnext;ana;05/04/2026;04/04/2026\n")) ==
        "2026-03-25 00:00:00 2026-03-26 00:00:00 open day \n2026-04-04 00:00:00 2026-04-06 00:00:00 next \n");
  CHECK(read_text("from,to,name\n").empty());
}

TEST_CASE("events: times with a zone are told in the stream's") {
  CHECK(told(read_text("from,to,name\n2026-12-25T03:00Z,1798254000,x\n", "America/Sao_Paulo")) ==
        "2026-12-25 00:00:00 2026-12-26 00:00:00 x \n");
}

TEST_CASE("events: some repeat, until a day or for ever") {
  const auto events = read_text(
      "from,to,name,kind,repeat,until\n"
      "2026-12-25,,Christmas,holiday,Yearly,\n"
      "2026-06-01 22:00,2026-06-02 02:00,happy hour,, weekly ,2026-08-31\n"
      "2026-06-01 03:00,,backup,,daily,2026-06-03 03:00\n"
      "2026-06-01,,once,,,\n");
  REQUIRE(events.size() == 4);
  CHECK(events[0].repeat == Repeat::yearly);
  CHECK_FALSE(events[0].until);
  CHECK(events[1].repeat == Repeat::weekly);
  CHECK(to_date_time(events[1].until.value()) == "2026-09-01 00:00:00");
  CHECK(events[2].repeat == Repeat::daily);
  CHECK(to_date_time(events[2].until.value()) == "2026-06-03 03:00:00");
  CHECK(events[3].repeat == Repeat::never);
}

TEST_CASE("events: a repetition that cannot be is told") {
  const std::string head = "from,to,name,repeat,until\n";
  CHECK(problem(head + "2026-12-25,,x,monthly,\n") == "e.csv:2: repeat 'monthly' is none of daily, weekly, yearly");
  CHECK(problem(head + "2026-12-25,,x,,2027-01-01\n") ==
        "e.csv:2: until says how long it repeats, and repeat is empty: daily, weekly or yearly");
  CHECK(problem(head + "2026-12-25,,x,weekly,2026-12-24\n") ==
        "e.csv:2: until '2026-12-24' is not after from: it never happens");
  CHECK(problem(head + "2026-12-25,,x,weekly,soon\n").starts_with("e.csv:2: until 'soon' is neither a date"));
  CHECK(problem(head + "2026-12-25,2027-01-01,x,weekly,\n") ==
        "e.csv:2: it lasts longer than a week, so it cannot repeat weekly");
  CHECK(problem(head + "2026-12-25,2026-12-31,x,weekly,\n").empty());
  CHECK(problem(head + "2026-12-25 10:00,2026-12-26 11:00,x,daily,\n")
            .starts_with("e.csv:2: it lasts longer than a day"));
  std::string many = head;
  for (int i = 0; i < 1001; ++i) many += "2026-12-25,,x,yearly,\n";
  CHECK(problem(many) == "e.csv:1002: more than 1000 events repeat: give some of them an end in a line each");
}

TEST_CASE("events: what spreadsheets write is read, and what is no CSV is told") {
  CHECK(told(read_text("\xef\xbb\xbf"
                       "from;to;name;kind\r\n25/12/2026;;Natal;closed\r\n")) ==
        "2026-12-25 00:00:00 2026-12-26 00:00:00 Natal closed\n");
  CHECK(told(read_text("from\tto\tname\n2026-12-25\t\tNatal\n")) == "2026-12-25 00:00:00 2026-12-26 00:00:00 Natal \n");
  CHECK(told(read_text("from,to,name\n\n2026-12-25,,a\n2026-12-25,,b\n")) ==
        "2026-12-25 00:00:00 2026-12-26 00:00:00 a \n2026-12-25 00:00:00 2026-12-26 00:00:00 b \n");
  for (const std::string& text :
       {std::string("\x7f"
                    "ELF\x02\x01\x01\x00\x00\x00\n",
                    11),
        std::string("\x1f\x8b\x08\x00\n", 5), std::string("from,to,name\n2026-12-25,,\xff\n"),
        std::string("from,to,name\n2026-12-25,,a\0b\n", 30), std::string("2026-12-25,,Natal\n")}) {
    CAPTURE(text);
    CHECK(problem(text).starts_with("e.csv"));
  }
}

TEST_CASE("events: what is wrong is told with its line and the cure, and nothing is guessed") {
  const std::string head = "from,to,name,kind\n";
  CHECK(problem("") == "e.csv:1: no column 'from': a file of events begins with the line from,to,name,kind");
  CHECK(problem("from,until,name\n") ==
        "e.csv:1: no column 'to': a file of events begins with the line from,to,name,kind");
  CHECK(problem(head + "2026-12-25,,Christmas,closed\nsoon,,x,closed\n") ==
        "e.csv:3: from 'soon' is neither a date nor a time with a date, such as 2026-12-25 or 2026-12-24 14:00");
  CHECK(problem(head + "2026-02-30,,x,\n").starts_with("e.csv:2: from '2026-02-30' is neither a date"));
  CHECK(problem(head + "2026-12-25,14:00,x,\n").starts_with("e.csv:2: to '14:00' is neither a date"));
  CHECK(problem(head + "09/03/2026,,x,\n") ==
        "e.csv:2: from '09/03/2026': nothing says whether its day or its month stands first: write it as 2026-12-25");
  CHECK(problem(head + ",2026-12-25,x,\n") == "e.csv:2: from is empty");
  CHECK(problem(head + "2026-12-25,2026-12-24,x,\n") ==
        "e.csv:2: to '2026-12-24' is not after from: nothing lies between");
  CHECK(problem(head + "2026-12-25 14:00,2026-12-25 14:00,x,\n").starts_with("e.csv:2: to "));
  CHECK(problem(head + "2026-12-25,,,closed\n") == "e.csv:2: name is empty");
  CHECK(problem(head + "2026-12-25,,\x1b[2J,closed\n") == "e.csv:2: name '\\x1b[2J' has a control character");
  CHECK(problem(head + "2026-12-25,,Christmas,closed\x0b\n") == "e.csv:2: kind 'closed\\x0b' has a control character");
  CHECK(problem(head + "2026-12-25,," + std::string(1000, 'x') + ",\n")
            .ends_with("xxx...' has 1000 characters: 200 are the most"));
  CHECK(problem(head + "2026-12-25,,Christmas\n") == "e.csv:2: too few cells, the header has 4");
  CHECK(problem(head + "2026-12-25,,\"Christmas,closed\n") == "e.csv:2: quote is not closed");
}
