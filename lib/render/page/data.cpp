// SPDX-License-Identifier: MIT
#include "render/page/data.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/catalogue.hpp"
#include "base/json.hpp"
#include "base/keys.hpp"
#include "base/reworded.hpp"
#include "base/volume.hpp"
#include "render/words/html.hpp"
#include "base/text.hpp"
#include "render/page/course.hpp"
#include "render/page/packed.hpp"
#include "render/report/numbers.hpp"
#include "render/words/time.hpp"
#include "report/approval.hpp"

namespace pos::render {
namespace {

using report::Report;

void append_script_string(std::string& out, std::string_view text) {
  std::string json;
  append_json_string(json, text);
  for (std::size_t i = 0; i < json.size(); ++i) {
    const std::string_view rest = std::string_view(json).substr(i);
    if (json[i] == '<' || json[i] == '>' || json[i] == '&') {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", json[i]);
    } else if (rest.starts_with("\xE2\x80\xA8") || rest.starts_with("\xE2\x80\xA9")) {
      out += rest[2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += json[i];
    }
  }
}

// Texts of a column by number, in the order they first came.
class Names {
 public:
  std::int64_t number(std::string_view name) {
    const auto [at, fresh] = numbers_.try_emplace(name, names_.size());
    if (fresh) names_.push_back(name);
    return static_cast<std::int64_t>(at->second);
  }
  [[nodiscard]] const std::vector<std::string_view>& all() const { return names_; }

 private:
  std::unordered_map<std::string_view, std::size_t> numbers_;  // of names that the report owns
  std::vector<std::string_view> names_;
};

void add_keys(JsonObject& page, const Report& report, Names& keys, Names& lists) {
  page.new_line();
  page.array("key_lists", lists.all(), [&](std::string& to, std::string_view rest) {
    std::vector<std::int64_t> numbers;
    while (!rest.empty()) numbers.push_back(keys.number(take_key(rest)));
    append_json_array(to, numbers, append_json_number);
  });
  page.new_line().array("key_totals", first_keys(report),
                        [&](std::string& to, const report::KeyTotal& key) {
                          JsonObject object(to);
                          append_script_string(object.member("key"), key.key);
                          object.number("count", key.count)
                              .decimal("share", share(report, key), 6)
                              .number("volume",
                                      report.volume == every_status ? std::nullopt : std::optional(key.volume));
                          object.number("incidents", key.incidents).decimal("lost", key.lost, 2);
                          object.number("minutes", key.alert_minutes).number("latest", key.last_incident).end();
                        });
  page.number("key_count", static_cast<std::int64_t>(report.keys.size()));
  append_script_string(page.member("by"), report.filter.key());
  page.new_line().array("keys", keys.all(), append_script_string);
}

// The decimals that a table shows as a whole number, rounded as there: one that is half way between two is looked at in
// its digits. What is beyond the whole numbers of JavaScript is cut.
std::int64_t scaled(double value, int decimals) {
  constexpr double most = 9e15;
  double scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const double exact = std::clamp(value * scale, -most, most);
  const double below = std::floor(exact);
  if (std::abs(exact - below - 0.5) > 1e-6) return std::llround(exact);
  std::string digits;
  append_decimal(digits, value, decimals);
  std::erase(digits, '.');
  return std::strtoll(digits.c_str(), nullptr, 10);
}

// A number of each row, as how much it is more than the one before it of the same status.
class Column {
 public:
  explicit Column(std::size_t statuses) : before_(statuses) {}
  void add(std::size_t status, std::optional<std::int64_t> value) {
    if (!value) {
      text_ += packed_none;
      return;
    }
    has_any_ = true;
    append_packed(text_, *value - std::exchange(before_[status], *value));
  }
  // Empty where no row has a number.
  [[nodiscard]] std::string_view text() const { return has_any_ ? text_ : std::string_view(); }

 private:
  std::vector<std::int64_t> before_;
  std::string text_;
  bool has_any_ = false;
};

// Of a column that is empty in most rows, those that are not: each with how many rows it is behind the one before it.
class Sparse {
 public:
  std::string& add(std::size_t row) {
    append_packed(text_, static_cast<std::int64_t>(row - std::exchange(before_, row)));
    return text_;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::size_t before_ = 0;
  std::string text_;
};

// Times, each with how many seconds it is behind the one before it and how many rows are of it.
std::string packed_times(const std::vector<Record>& records) {
  std::string out;
  LocalSeconds before = 0;
  for (std::size_t i = 0, end = 0; i < records.size(); i = end) {
    while (end < records.size() && records[end].time == records[i].time) ++end;
    append_packed(out, records[i].time - std::exchange(before, records[i].time));
    append_packed(out, static_cast<std::int64_t>(end - i));
  }
  return out;
}

// Statuses come in much the same order in each minute: of how many rows the status is that which followed the status of
// the row before it when that came last, and then one that is not.
std::string packed_statuses(const std::vector<Record>& records, Names& statuses) {
  std::string out;
  std::vector<std::int64_t> next(std::max<std::size_t>(statuses.all().size(), 1));
  std::int64_t before = 0, foreseen = 0;
  for (const Record& record : records) {
    const std::int64_t status = statuses.number(record.status);
    std::int64_t& likely = next[static_cast<std::size_t>(std::exchange(before, status))];
    if (likely == status) {
      ++foreseen;
      continue;
    }
    append_packed(out, std::exchange(foreseen, 0));
    append_packed(out, likely = status);
  }
  append_packed(out, foreseen);
  return out;
}

std::optional<std::int64_t> scaled(const std::optional<double>& value, int decimals) {
  return value && std::isfinite(*value) ? std::optional(scaled(*value, decimals)) : std::nullopt;
}

// What is expected of a rare status is little in each minute, and much in a day of them: as many decimals as make four
// digits of the most of it, or five, two decimals at least.
std::vector<int> expected_decimals(const Report& report, Names& statuses) {
  std::vector<double> most(statuses.all().size());
  for (const Record& record : report.records) {
    double& one = most[static_cast<std::size_t>(statuses.number(record.status))];
    one = std::max(one, std::min(record.scored.expected.value_or(0), 1e6));
  }
  std::vector<int> decimals;
  for (const double one : most) {
    int enough = 2;
    const double least = one < 1 ? 10'000 : 1000;  // few rows tell of the rarest: what each says counts for an hour
    for (double digits = one * 100; digits > 0 && digits < least && enough < 7; digits *= 10) ++enough;
    decimals.push_back(enough);
  }
  return decimals;
}

// With so many decimals, and so that a table that shows two of them shows those of the CSV: what is rounded twice is kept
// off the middle.
std::optional<std::int64_t> scaled_expected(const std::optional<double>& value, int decimals) {
  const auto exact = scaled(value, decimals);
  const auto shown = scaled(value, 2);
  if (!exact || decimals == 2) return exact;
  std::int64_t parts = 1;
  for (int i = 2; i < decimals; ++i) parts *= 10;
  return std::clamp(*exact, *shown * parts - parts / 2 + 1, *shown * parts + parts / 2 - 1);
}

void add_expected(JsonObject& page, const Report& report, Names& statuses) {
  const std::vector<int> decimals = expected_decimals(report, statuses);
  Column column(statuses.all().size());
  for (const Record& record : report.records) {
    const auto status = static_cast<std::size_t>(statuses.number(record.status));
    column.add(status, scaled_expected(record.scored.expected, decimals[status]));
  }
  page.new_line().text("expected", column.text());
  page.array("expected_decimals", decimals,
             [](std::string& to, int number) { append_json_number(to, std::int64_t{number}); });
}

void add_numbers(JsonObject& page, const Report& report, Names& statuses) {
  page.number("rows", static_cast<std::int64_t>(report.records.size())).text("time", packed_times(report.records));
  page.new_line().text("status", packed_statuses(report.records, statuses));
  const auto add = [&](std::string_view name, auto number_of) {
    Column column(statuses.all().size());
    for (const Record& record : report.records)
      column.add(static_cast<std::size_t>(statuses.number(record.status)), number_of(record));
    page.new_line().text(name, column.text());
  };
  add("count", [](const Record& record) { return std::optional(record.count); });
  const bool has_scores = !report.coarse;
  add("score", [has_scores](const Record& record) { return scaled(known(has_scores, record.scored.score), 4); });
  add_expected(page, report, statuses);
  add("surprise", [](const Record& record) { return scaled(record.scored.surprise, 2); });
}

// What is shown of texts that stay English for programs; nothing in English, where it is the same.
void add_shown(JsonObject& page, std::string_view name, const Names& names, Language language,
               std::string (*words)(Language, std::string_view)) {
  if (language == Language::en) return;
  page.new_line().array(name, names.all(), [&](std::string& out, std::string_view text) {
    append_script_string(out, words(language, text));
  });
}

void add_alerts(JsonObject& page, const Report& report, Language language) {
  Names reasons;
  Sparse alerts;
  reasons.number("");
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    const Scored& scored = report.records[i].scored;
    const int flags = (scored.decision == Decision::alert ? 1 : 0) + 2 * static_cast<int>(scored.severity);
    if (flags == 0 && scored.reason.empty()) continue;
    std::string& out = alerts.add(i);
    append_packed(out, flags);
    append_packed(out, reasons.number(scored.reason));
  }
  page.new_line().text("alerts", alerts.text());
  page.new_line().array("reasons", reasons.all(), append_script_string);
  add_shown(page, "reasons_shown", reasons, language, reason_words);
}

template <typename NameOf>
std::string packed_names(const Report& report, Names& names, NameOf name_of) {
  Sparse column;
  names.number("");
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    if (const auto number = names.number(name_of(report.records[i])); number != 0) append_packed(column.add(i), number);
  }
  return column.text();
}

void add_rows(JsonObject& page, const Report& report, Language language) {
  Names statuses;
  for (const report::StatusTotal& total : report.statuses) statuses.number(total.status);
  for (const Record& record : report.records) statuses.number(record.status);
  add_numbers(page, report, statuses);
  add_alerts(page, report, language);
  if (report.coarse) {
    std::string rows_of;
    for (const std::int64_t number : report.rows_of) append_packed(rows_of, number);
    page.new_line().text("rows_of", rows_of);
  }
  if (report.has_places) {
    Names places;
    page.new_line().text("where", packed_names(report, places, [](const Record& record) -> std::string_view {
      return record.scored.where;
    }));
    page.new_line().array("places", places.all(), append_script_string);
    add_shown(page, "places_shown", places, language, place_words);
  }
  if (report.has_keys && report.coarse) append_script_string(page.member("by"), report.filter.key());
  if (report.has_keys && !report.coarse) {
    Names keys;
    Names key_lists;
    page.new_line().text("key", packed_names(report, keys, [](const Record& record) -> std::string_view {
      return record.scored.key;
    }));
    std::string has;
    for (const Record& record : report.records) append_packed(has, key_lists.number(record.keys));
    page.new_line().text("has", has);
    add_keys(page, report, keys, key_lists);
  }
  page.new_line().array("statuses", statuses.all(), append_script_string);
}

void append_pair(std::string& out, std::int64_t first, std::int64_t second) {
  append_json_array(out, std::array{first, second}, append_json_number);
}

void append_filter(std::string& out, const report::Filter& filter) {
  constexpr std::string_view normal[] = {"all", "normal", "abnormal"};
  JsonObject object(out);
  append_pair(object.member("hour"), filter.hour_from, filter.hour_to);
  append_pair(object.member("minute"), filter.minute_from, filter.minute_to);
  object.text("normal", normal[static_cast<std::size_t>(filter.normal)]).end();
}

void append_incident_row(std::string& out, const Report& report, const IncidentRow& row, Language language) {
  const incident::Part& part = *row.part;
  JsonObject object(out);
  append_script_string(object.number("incident", row.incident->id).member("status"), part.status);
  object.text("severity", severity_name(part.severity)).number("first", part.first).number("last", part.last);
  object.number("alerts", part.alerts).number("count", part.count);
  object.decimal("expected", part.expected, 2).decimal("lost", row.lost, 2);
  append_script_string(object.member("reason"), row.words_and_reason(language));
  append_script_string(object.member("word"), region_word(part, language));
  if (is_running(report, *row.incident, part)) object.boolean("running", true);
  if (report.has_keys) append_script_string(object.member("key"), row.incident->group);
  if (!part.where.empty()) append_script_string(object.member("where"), part.where);
  object.end();
}

// Names of statuses: that of the approved, then the others.
void append_approval(std::string& out, const Report& report, const report::Approval& approval) {
  std::vector<std::string_view> names = {report.statuses[approval.approved].status};
  for (const std::size_t other : approval.others) names.push_back(report.statuses[other].status);
  append_json_array(out, names, append_script_string);
}

// That of the series, or of the rows, where that is longer or the other is no multiple of it.
std::int64_t chart_step(const Report& report) {
  const std::int64_t rows = report.coarse.value_or(60);
  return report.step % rows == 0 ? report.step : (report.step / rows + 1) * rows;
}

// By status, in the order of `statuses`; counts are told from the step before.
void append_last_week(std::string& out, const Report& report, const report::LastWeek& week) {
  JsonObject object(out);
  object.number("begin", week.begin).number("step", week.step);
  object.array("counts", report.statuses, [&](std::string& to, const report::StatusTotal& total) {
    std::string packed;
    const auto counts = week.counts.find(total.status);
    if (counts != week.counts.end()) {
      std::int64_t before = 0;
      for (const std::int64_t count : counts->second) append_packed(packed, count - std::exchange(before, count));
    }
    append_json_string(to, packed);
  });
  object.end();
}

void add_events(JsonObject& page, const Report& report, const std::vector<Event>& events) {
  std::vector<const Event*> of_period;
  for (const Event& event : events) {
    if (event.from < report.period.end && event.to.value_or(event.from + 1) > report.period.begin)
      of_period.push_back(&event);
  }
  if (of_period.empty()) return;
  page.new_line().array("events", of_period, [](std::string& to, const Event* event) {
    JsonObject object(to);
    append_script_string(object.number("from", event->from).number("to", event->to).member("name"), event->name);
    object.end();
  });
}

}  // namespace

void append_page_data(std::string& out, const Report& report, const PageText& text, const DataMore& more) {
  out.reserve(out.size() + report.records.size() * 10);
  JsonObject page(out);
  append_pair(page.member("period"), report.period.begin, report.period.end);
  if (report.coarse) page.number("coarse", report.coarse);
  append_filter(page.number("step", chart_step(report)).member("filter"), report.filter);
  append_script_string(page.member("shown"), period_line(report, Age::left_out, text.language));
  append_script_string(page.number("last", report.last_record).member("chart"), chart_status(report));
  page.number("now", text.now);
  if (report.newest) {
    append_pair(page.member("newest"), report.newest->time, std::int64_t{report.newest->overdue});
  } else {
    page.raw("newest", "null");
  }
  page.boolean("current", text.live && is_current(report));
  append_script_string(page.member("zone"), text.zone);
  if (const auto approval = report::approval_of(report)) append_approval(page.member("approval"), report, *approval);
  page.array("covered", report.covered,
             [](std::string& to, const Period& period) { append_pair(to, period.begin, period.end); });
  add_events(page, report, text.events);
  if (report.last_week) append_last_week(page.new_line().member("last_week"), report, *report.last_week);
  add_rows(page, report, text.language);
  page.new_line()
      .array("incidents", incident_rows(report),
             [&](std::string& to, const IncidentRow& row) { append_incident_row(to, report, row, text.language); });
  if (!more.id.empty()) page.new_line().text("id", more.id);
  if (more.keep) page.number("keep", static_cast<std::int64_t>(*more.keep));
  if (!more.html.empty()) {
    JsonObject parts(page.new_line().member("html"));
    for (const auto& [id, part] : more.html) append_script_string(parts.member(id), part);
    parts.end();
  }
  page.end();
}

void append_texts(std::string& out, Language language) {
  JsonObject texts(out);
  const Catalogue catalogue(page_texts_pt());
  for (std::size_t i = 1; language == Language::pt && i < catalogue.size(); ++i) {  // the first is the catalogue's head
    const std::string_view both = catalogue.translation(i);
    const std::size_t end = both.find('\0');
    std::string& to = texts.member(catalogue.text(i));
    if (end == std::string_view::npos) {
      append_script_string(to, both);
    } else {
      append_json_array(to, std::array{both.substr(0, end), both.substr(end + 1)}, append_script_string);
    }
  }
  texts.end();
}

std::string period_line(const Report& report, Age age, Language language) {
  std::string out = period_text(report.period, language);
  if (age == Age::shown && report.last_row) {
    out += "; " + words_of(*report.last_row, language);
  } else if (report.last_real && !report.newest) {  // else it stands beside
    out += "; " + trf(language, "newest row {}", time_text(*report.last_real, report.period, language));
  }
  if (report.unjudged > 0)
    out += "; " + trnf(language, "never judged: {} row", "never judged: {} rows", report.unjudged, report.unjudged);
  return out;
}

}  // namespace pos::render
