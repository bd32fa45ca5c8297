// SPDX-License-Identifier: MIT
#include "render/page/data.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/catalogue.hpp"
#include "base/event.hpp"
#include "base/json.hpp"
#include "render/page/course.hpp"
#include "render/page/packed.hpp"
#include "render/page/rows.hpp"
#include "render/report/numbers.hpp"
#include "render/words/html.hpp"
#include "render/words/time.hpp"
#include "report/approval.hpp"

namespace pos::render {
namespace {

using report::Report;

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
  append_script_string(object.member("reason"), row.words_and_reason(language));
  append_script_string(object.member("word"), region_word(part, language));
  if (is_running(report, *row.incident, part)) object.boolean("running", true);
  if (report.has_keys) append_script_string(object.member("key"), row.incident->group);
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

// More flags than that nobody tells apart.
constexpr std::size_t most_flags = 1000;

struct Flag {
  Occurrence when;
  std::string_view name;
};

struct Flags {
  std::vector<Flag> all = {};
  bool are_all = true;
};

// What the chart shows, as spanOf() of model.js has it: whole steps from the first row to the last. (Rows that the page
// has already are not among the records.)
Period charted(const Report& report) {
  std::optional<LocalSeconds> first, last = report.last_record;
  if (!report.records.empty()) {
    first = report.records.front().time;
    last = std::max(*first, last.value_or(report.records.back().time));
  }
  for (const report::Series& series : report.series) {
    if (!series.points.empty()) first = std::min(first.value_or(series.points.front().begin), series.points.front().begin);
  }
  if (!first || !last) return {};
  const std::int64_t step = chart_step(report);
  const auto align = [step](LocalSeconds time) { return (time >= 0 ? time : time - step + 1) / step * step; };
  return {std::max(align(*first), report.period.begin), std::min(align(*last) + step, report.period.end)};
}

void keep_newest(Flags& flags, std::size_t most) {
  if (flags.all.size() <= most) return;
  const auto end = flags.all.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(flags.all.begin(), end, flags.all.end(),
                   [](const Flag& one, const Flag& other) { return one.when.from > other.when.from; });
  flags.all.erase(end, flags.all.end());
  flags.are_all = false;
}

// Of events that come again, or that do not, the newest; in order of time.
Flags flags_of(const std::vector<Event>& events, const Period& period, bool again, std::size_t most) {
  Flags flags;
  for (const Event& event : events) {
    if ((event.repeat != Repeat::never) != again) continue;
    for (const Occurrence& one : occurrences(event, period, most + 1)) flags.all.push_back({one, event.name});
    if (flags.all.size() > 2 * most) keep_newest(flags, most);
  }
  keep_newest(flags, most);
  std::stable_sort(flags.all.begin(), flags.all.end(),
                   [](const Flag& one, const Flag& other) { return one.when.from < other.when.from; });
  return flags;
}

// What comes once says more than what comes each day: it stands first, and has its word where there is no room for all.
Flags flags_of(const Report& report) {
  const Period period = charted(report);
  if (period.end <= period.begin) return {};
  Flags flags = flags_of(report.events, period, false, most_flags);
  const Flags again = flags_of(report.events, period, true, most_flags - flags.all.size());
  flags.all.insert(flags.all.end(), again.all.begin(), again.all.end());
  flags.are_all = flags.are_all && again.are_all;
  return flags;
}

void add_events(JsonObject& page, const Report& report) {
  const Flags flags = flags_of(report);
  if (flags.all.empty()) return;
  page.new_line().array("events", flags.all, [](std::string& to, const Flag& flag) {
    JsonObject object(to);
    append_script_string(object.number("from", flag.when.from).number("to", flag.when.to).member("name"), flag.name);
    object.end();
  });
  if (!flags.are_all) page.boolean("more_events", true);
}

}  // namespace

void append_page_data(std::string& out, const Report& report, const PageText& text, const DataMore& more) {
  out.reserve(out.size() + report.records.size() * 10);
  JsonObject page(out);
  append_pair(page.member("period"), report.period.begin, report.period.end);
  if (report.coarse) page.number("coarse", report.coarse);
  append_filter(page.number("step", chart_step(report)).member("filter"), report.filter);
  append_script_string(page.member("shown"), period_line(report, text.language));
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
  add_events(page, report);
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

std::string period_line(const Report& report, Language language) {
  std::string out = period_text(report.period, language);
  if (report.last_real && !report.newest)
    out += "; " + trf(language, "newest row {}", time_text(*report.last_real, report.period, language));
  if (report.unjudged > 0)
    out += "; " + trnf(language, "never judged: {} row", "never judged: {} rows", report.unjudged, report.unjudged);
  return out;
}

}  // namespace pos::render
