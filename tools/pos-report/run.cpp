// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/version.hpp"
#include "render/page/page.hpp"
#include "render/report/data.hpp"
#include "render/report/review_page.hpp"
#include "render/report/text.hpp"
#include "render/words/text.hpp"
#include "render/words/time.hpp"
#include "report/reviewer.hpp"

namespace pos::tools {
namespace {

using render::Part;

bool is_review(const Options& options) {
  return std::ranges::find(options.parts, Part::review) != options.parts.end();
}

}  // namespace

Run::Run(const Options& options, Source& source, const read::TimeZone& zone, const Now& now)
    : options_(options),
      source_(source),
      zone_(zone),
      now_(now),
      period_(source.period(cli::parse_period(options.since, options.until, now.local, zone), now.local)),
      rules_(options.rules),
      events_(cli::read_events(options.events, zone)) {
  rules_.volume = options.volume.empty() ? source.volume() : options.volume;
  if (!options.volume.empty()) check_volume();
  if (!options.filter.by.empty()) check_by();
}

// A typing error must not make all losses 0.
void Run::check_volume() {
  const auto statuses = source_.statuses();
  const bool known = std::find(statuses.begin(), statuses.end(), rules_.volume) != statuses.end();
  if (known || rules_.volume == every_status || statuses.empty()) return;
  constexpr std::size_t most = 10;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(statuses.size(), most); ++i) names.push_back(printable(statuses[i]));
  if (statuses.size() > most) names.push_back(std::to_string(statuses.size() - most) + " more");
  throw Error(Fault::bad_data,
              "--volume: no record has the status '" + printable(rules_.volume) + "'; there are: " + join(names, ", "));
}

void Run::check_by() {
  const std::string family(options_.filter.family());
  const std::string key(options_.filter.key());
  const auto families = source_.families();
  const auto fail = [&](const std::string& why) { throw Error(Fault::bad_data, source_.name() + ": " + why); };
  if (families.empty()) fail("its rows have no keys, which 'pos-train --by COLUMN' makes pos-score watch");
  if (std::ranges::find(families, family) == families.end())
    fail("no keys of '" + printable(family) + "'; --by has: " + printable(join(families, ", "), 500));
  if (!key.empty() && !source_.has_key(key))
    fail("no row has the key '" + printable(key) + "': '--by " + printable(family) + " -f csv' has all of them");
  if (!source_.has_all_keys() && !options_.common.quiet)
    cli::say(tool,
             source_.name() + ": of these rows only those that alert for a key say which: the others are of none");
}

std::string Run::title() const {
  const std::string key(options_.filter.key());
  const std::string title = options_.title.empty() ? render::file_title(source_.name()) : printable(options_.title);
  return key.empty() ? title : title + ", " + printable(key);
}

// Rows of a file have times of a zone that nobody has named, unless somebody does.
render::PageText Run::page_text() const {
  render::PageText text;
  text.title = title();
  text.generated = to_date_time(now_.local);
  text.version = cli::version;
  text.language = cli::language_of_user(options_.language);
  text.now = now_.local;
  if (!options_.history.empty() || !options_.input.timezone.empty())
    text.zone = render::zone_text(zone_.name(), now_.local - now_.utc);
  return text;
}

report::Report Run::make(const See& see) {
  const bool is_page = options_.shape == Shape::html && !is_review(options_);
  report::Report report = collect(period_, is_page ? report::Keep::records : report::Keep::numbers, see);
  any_ = report.last_record.has_value();
  report.events = events_;
  for (Event& event : source_.marks()) report.events.push_back(std::move(event));
  report.people = source_.people(report.incidents, {now_.utc, [this](auto utc) { return zone_.local(utc); }});
  if (is_review(options_)) report.review = report::review(source_, order(period_), report);
  if (!options_.compare.empty()) {
    report.comparison =
        to_comparison(collect(cli::parse_compare(options_.compare, period_), report::Keep::numbers, {}));
    if (!report.comparison->has_rows) nothing_to_compare_ = report.comparison->period;
  }
  return report;
}

report::Report Run::collect(const Period& period, report::Keep keep, const See& see) {
  report::Order how = order(period);
  how.keep = keep;
  how.see = see;
  return report::collect(source_, how);
}

report::Order Run::order(const Period& period) const {
  return {.period = period,
          .filter = options_.filter,
          .describe = std::ranges::find(options_.parts, Part::describe) != options_.parts.end(),
          .rules = rules_,
          .now = now_.local,
          .most_records = report::most_rows_of_a_page,
          .most_points = report::most_points_of_a_page};
}

bool Run::write(cli::Output& out) {
  const bool is_rows = cli::is_data(options_.shape) && options_.parts.front() == Part::table;
  bool found = false;
  source_.at_once([&] { found = is_rows ? write_rows(out) : write_report(out); });
  tell_if_empty();
  return found;
}

std::string Run::screen(int lines) {
  std::string text;
  source_.at_once([&] { append_text(text, static_cast<std::size_t>(lines), [] {}); });
  return text;
}

// As rows as data do, those of a table go out as they come in. How wide its columns are all of them say before.
report::Report Run::append_text(std::string& out, std::size_t most_rows, const std::function<void()>& after_row) {
  const render::TextStyle style = text_style(options_);
  render::RecordsTable table(period_, style, options_.filter.key());
  const bool has_table = std::ranges::find(options_.parts, Part::table) != options_.parts.end();
  report::Report report = make(has_table ? [&](const Record& record) { table.measure(record); } : See());
  render::append_text(out, report, options_.parts, style,
                      [&](std::string& to) { append_rows(to, table, most_rows, after_row); });
  return report;
}

void Run::append_rows(std::string& out, render::RecordsTable& table, std::size_t most,
                      const std::function<void()>& after_row) {
  struct Enough {};
  std::size_t rows = 0;
  table.append_begin(out);
  try {
    source_.records(period_, [&](const Record& record) {
      if (!options_.filter.takes(record)) return;
      if (++rows > most) throw Enough();
      table.append_row(out, record);
      after_row();
    });
  } catch (const Enough&) {
    // the screen is full
  }
  table.append_end(out);
}

write::PlaceColumns Run::place_columns() { return {source_.has_keys(), source_.has_places(), source_.has_amounts()}; }

// Rows as data go out as they come in: a history may hold more of them than memory.
bool Run::write_rows(cli::Output& out) {
  const write::Line form = options_.shape == Shape::csv ? write::Line::csv : write::Line::ndjson;
  const auto last = source_.last_row(period_, now_.local);
  bool found = last && last->overdue;
  const write::PlaceColumns more = place_columns();
  if (form == write::Line::csv) write::append_record_line(out.buffer(), write::Line::csv_header, {}, more);
  source_.records(period_, [&](const Record& record) {
    any_ = true;
    const bool alert = record.scored.decision == Decision::alert;
    const report::Filter& filter = options_.filter;
    if (record.status == every_status && filter.takes_status(record.status) && filter.takes_key(record))
      found = found || alert;
    if (!options_.filter.takes(record)) return;
    found = found || alert;
    write::append_record_line(out.buffer(), form, record, more);
    out.flush_if_full();
  });
  return found;
}

bool Run::write_report(cli::Output& out) {
  std::string& to = out.buffer();
  constexpr std::size_t all = std::numeric_limits<std::size_t>::max();
  const bool is_text = options_.shape == Shape::text;
  const report::Report report = is_text ? append_text(to, all, [&] { out.flush_if_full(); }) : make();
  switch (options_.shape) {
    case Shape::text:
      break;
    case Shape::csv:
      render::append_data(to, write::Line::csv, report, options_.parts.front());
      break;
    case Shape::ndjson:
      render::append_data(to, write::Line::ndjson, report, options_.parts.front());
      break;
    case Shape::html:
      to += report.review ? render::review_page(report, page_text()) : render::page(report, page_text());
      break;
    case Shape::prom:
      render::append_prom(to, report, now_.utc, now_.local - now_.utc);
      break;
    case Shape::svg:  // of queries alone
      break;
  }
  return report.total.abnormal_rows > 0 || !report.incidents.empty() || (report.last_row && report.last_row->overdue);
}

void Run::tell_if_empty() {
  if (!any_) tell_of_no_rows(period_, "");
  if (any_ && nothing_to_compare_) tell_of_no_rows(*nothing_to_compare_, " to compare with");
}

void Run::tell_of_no_rows(const Period& period, std::string_view what_for) {
  const auto span = options_.common.quiet ? std::nullopt : source_.span();
  if (!span) return;
  cli::say(tool, "no rows from " + to_date_time(period.begin) + " to " + to_date_time(period.end) +
                     std::string(what_for) + "; " + source_.name() + " has rows from " + to_date_time(span->first) +
                     " to " + to_date_time(span->last));
}

}  // namespace pos::tools
