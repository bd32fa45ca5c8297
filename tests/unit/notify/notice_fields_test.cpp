// SPDX-License-Identifier: MIT
// The words that templates are filled with.
#include <doctest/doctest.h>

#include <algorithm>

#include "sample_notice.hpp"

namespace pos::notify {
namespace {

std::string word(const Notice& notice, const std::string& name) { return notice_fields(notice).texts.at(name); }

incident::Part part_of(const std::string& status) {
  incident::Part part;
  part.status = status;
  part.first = part.last = at(10, 17);
  return part;
}

TEST_CASE("fields: how long it lasts is said in two units at most") {
  Notice notice = sample_notice();
  const auto after = [&notice](std::int64_t seconds) {
    notice.now = notice.event.incident.first + seconds;
    return word(notice, "duration");
  };
  CHECK(after(-5) == "0 s");
  CHECK(after(59) == "59 s");
  CHECK(after(60) == "1 min");
  CHECK(after(59 * 60 + 59) == "59 min");
  CHECK(after(60 * 60) == "1 h");
  CHECK(after(61 * 60) == "1 h 1 min");
  CHECK(after(2879 * 60) == "47 h 59 min");
  CHECK(after(2880 * 60) == "2 d");
  CHECK(after(2880 * 60 + 3 * 3600 + 59 * 60) == "2 d 3 h");
  notice.event.what = incident::What::resolved;  // then its last minute counts, and the clock does not
  CHECK(word(notice, "duration") == "12 min");
}

TEST_CASE("fields: a zone is its distance east in hours and minutes") {
  Notice notice = sample_notice();
  const auto zone = [&notice](int minutes) {
    notice.zone_offset = std::chrono::minutes(minutes);
    return word(notice, "zone");
  };
  CHECK(zone(0) == "+00:00");
  CHECK(zone(60) == "+01:00");
  CHECK(zone(345) == "+05:45");
  CHECK(zone(-210) == "-03:30");
  CHECK(zone(840) == "+14:00");
}

TEST_CASE("fields: a level is a ratio above, per cent below, silent, or nothing of these") {
  Notice notice = sample_notice();
  const auto level = [&notice](std::int64_t count, std::optional<double> expected) {
    notice.event.incident.parts[0].count = count;
    notice.event.incident.parts[0].expected = expected;
    return word(notice, "ratio") + "|" + word(notice, "below") + "|" + word(notice, "silent");
  };
  CHECK(level(86, 43.0) == "2||");
  CHECK(level(43, 43.0) == "||");
  CHECK(level(10, 40.0) == "|75|");
  CHECK(level(0, 40.0) == "||1");
  CHECK(level(0, 0.0) == "||");
  CHECK(level(5, 0.0) == "||");
  CHECK(level(5, std::nullopt) == "||");
}

TEST_CASE("fields: three other statuses are named, and how many more there are") {
  Notice notice = sample_notice();
  auto& parts = notice.event.incident.parts;
  CHECK(word(notice, "others").empty());
  for (const char* status : {"a", "b", "c"}) parts.push_back(part_of(status));
  CHECK(word(notice, "others") == "a, b, c");
  parts.push_back(part_of("d"));
  CHECK(word(notice, "others") == "a, b, c, 1 more");
  parts.push_back(part_of("e"));
  CHECK(word(notice, "others") == "a, b, c, 2 more");
}

TEST_CASE("fields: of lists a hundred lines are said, and how many are left out") {
  Notice notice = sample_notice();
  notice.event.incident.parts.assign(100, part_of("a"));
  notice.event.entries.assign(101, incident::Held{});
  notice.event.entries[0].incident = 202603091017;
  const Fields fields = notice_fields(notice);
  CHECK(fields.lists.at("statuses").size() == 100);
  CHECK(fields.texts.at("statuses_left_out").empty());
  CHECK(fields.lists.at("entries").size() == 100);
  CHECK(fields.texts.at("entries_left_out") == "1");
  CHECK(fields.texts.at("entry_count") == "101");
  CHECK(fields.lists.at("entries")[0].texts.at("entry").starts_with("202603091017: "));
}

TEST_CASE("fields: a loss is said from half a sale on, in what people count") {
  Notice notice = sample_notice();
  const auto lost = [&notice](double missing) {
    notice.event.incident.missing = missing;
    return word(notice, "lost") + " " + word(notice, "lost_what");
  };
  CHECK(lost(0.49) == " ");
  CHECK(lost(59.2) == "59 approvals");
}

TEST_CASE("fields: numbers of what there is none are empty, for sections of templates") {
  Notice notice = sample_notice();
  CHECK(word(notice, "incident") == "42");
  for (const char* name : {"reminder", "flaps", "accepted", "attachment", "group", "db", "history"}) {
    CAPTURE(name);
    CHECK(word(notice, name).empty());
  }
  notice.event.reminder = 2;
  notice.event.incident.flaps = 3;
  notice.db = "-b pos.db";
  CHECK(word(notice, "reminder") == "2");
  CHECK(word(notice, "flaps") == "3");
  CHECK(word(notice, "db") == "-b pos.db");
  CHECK(word(notice, "opened") == "1");
  CHECK(word(notice, "resolved").empty());
  CHECK(word(notice, "critical") == "1");
  CHECK(word(notice, "warning").empty());
  CHECK(word(notice, "hour_before") == "2026-03-09 09:17");
  CHECK(word(notice, "next_reminder") == "14:29");
}

TEST_CASE("fields: each that there is has its name in the list, and no other") {
  Notice notice = sample_notice();
  notice.event.entries.emplace_back();
  const Fields fields = notice_fields(notice);
  const auto& names = field_names();
  for (const auto& text : fields.texts)
    CHECK_MESSAGE(std::find(names.begin(), names.end(), text.first) != names.end(), text.first);
  for (const auto& list : fields.lists)
    CHECK_MESSAGE(std::find(names.begin(), names.end(), list.first) != names.end(), list.first);
}

}  // namespace
}  // namespace pos::notify
