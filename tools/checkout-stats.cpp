// SPDX-License-Identifier: MIT
// checkout-stats: sales by hour in; statistics, and which hours are wrong, out.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "checkout-stats/answer.hpp"
#include "checkout-stats/causes.hpp"
#include "checkout-stats/options.hpp"
#include "checkout-stats/stored_days.hpp"
#include "checkout/day_so_far.hpp"
#include "checkout/report.hpp"
#include "checkout/wording.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "cli/period.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "cli/terminal.hpp"
#include "cli/version.hpp"
#include "history/marks.hpp"
#include "read/fields.hpp"
#include "read/hourly_reader.hpp"
#include "render/checkout/numbers.hpp"

namespace {

using namespace pos;
using namespace pos::tools;

read::TimeZone zone_of(const Options& options) {
  cli::InputOptions input;
  input.timezone = options.timezone;
  return input.zone();
}

// The history that was asked for. One of the environment or the configuration that cannot be read is no reason to say
// nothing of a file.
std::optional<StoredDays> open_history(const Options& options, const Zone& zone, LocalSeconds now) {
  if (options.history.empty()) return std::nullopt;
  try {
    return std::optional<StoredDays>(std::in_place, options.history, options.stream, zone, now);
  } catch (const Error& error) {
    if (options.history_typed || options.files.empty()) throw;
    if (!options.common.quiet) cli::say(tool, std::string("no history is asked: ") + error.what());
    return std::nullopt;
  }
}

// --day; nothing: it was not said.
std::optional<std::int32_t> day_asked(const Options& options, LocalSeconds now) {
  const auto today = static_cast<std::int32_t>(cli::day_begin(now) / 86'400);
  if (options.day.empty()) return std::nullopt;
  if (options.day == "today") return today;
  if (options.day == "yesterday") return today - 1;
  const auto day = read::parse_date(options.day);
  if (!day) cli::misuse("--day: '" + printable(options.day) + "' is no day such as 2026-03-09, today or yesterday");
  return day;
}

HourlyTable made_table(const Options& options, StoredDays& history, std::int32_t day) {
  checkout::TableOfDays made = history.table(day, options.is_money);
  if (!options.common.quiet && !made.incomplete.empty())
    cli::say(tool, history.name() + ": some days are missing: " + join(made.incomplete, ", "));
  const auto tell_clocks = [&](const std::vector<int>& hours, const char* what) {
    if (!options.common.quiet && !hours.empty())
      cli::say(tool, made.table.name + ": clocks change: " + checkout::hour_ranges(hours) + what);
  };
  tell_clocks(made.table.skipped, " is no hour of that day");
  tell_clocks(made.halved, " came twice, and is half of both");
  tell_clocks(made.scaled, " took half an hour more or less, and is scaled to an hour");
  return std::move(made.table);
}

// Says of each table which day it is of: the last of two is of the day asked for, or the one that goes by itself.
void set_days(std::vector<HourlyTable>& tables, const StoredDays* history, std::optional<std::int32_t> asked) {
  for (HourlyTable& table : tables) {
    const auto before = static_cast<std::int32_t>(&tables.back() - &table);
    if (asked && table.day && *table.day != *asked - before)
      throw Error(Fault::bad_data, table.name + ": its hours are of another day than --day says");
    if (table.day) continue;
    if (asked) {
      table.day = *asked - before;
    } else if (history != nullptr) {
      const StoredDays::TableDay of = history->day_of(checkout::last_hour_so_far(table).value_or(23));
      table.day = of.day - (history->is_one_day() ? 0 : before);
      table.is_day_assumed = of.is_assumed;
    }
  }
}

// What is asked for tells of events: not a query that somebody typed, nor the columns and their description.
bool tells_events(const Options& options) {
  if (options.query) return options.sql.empty();
  const auto tells = [](render::CheckoutPart part) {
    return part == render::CheckoutPart::anomalies || part == render::CheckoutPart::insights;
  };
  return options.parts.empty() || std::any_of(options.parts.begin(), options.parts.end(), tells);
}

// Of a file whose day nobody knows no event is found, which must not look as if there were none.
void tell_unknown_days(const Options& options, const std::vector<HourlyTable>& tables) {
  if (options.events.empty() || options.common.quiet || !tells_events(options)) return;
  for (const HourlyTable& table : tables) {
    if (!table.day)
      cli::say(tool, printable(table.name) + ": its day is not known, so no event is told of it: --day says which it is");
  }
}

std::vector<HourlyTable> read_tables(const Options& options, cli::BadRows& bad_rows) {
  const read::HourlyOptions reading{read::parse_hourly_columns(options.columns), options.missing};
  std::vector<HourlyTable> tables;
  for (const std::string& path : options.files) {
    cli::InputFile in(path);
    const std::string name = cli::display_name(path);
    bad_rows.begin_file(name);
    tables.push_back(read::read_hourly(in, name, reading, [&](const BadRow& row) { bad_rows.add(row); }));
  }
  bad_rows.close();
  return tables;
}

render::ChartShape chart_shape(const Options& options) {
  return options.chart == Chart::bar ? render::ChartShape::bar : render::ChartShape::line;
}

// What programs read is English.
Language language_of_report(const Options& options) {
  return cli::is_data(*options.shape) ? Language::en : cli::language_of_user(options.language);
}

void write_report(const Options& options, const checkout::Report& report, std::string& out) {
  switch (*options.shape) {
    case Shape::text: {
      const render::CheckoutStyle style{text_style(options), options.precision, chart_shape(options),
                                        options.chart.has_value()};
      return options.parts.empty() ? render::append_checkout_brief(out, report, style)
                                   : render::append_checkout_text(out, report, options.parts, style);
    }
    case Shape::csv:
      return render::append_checkout_csv(out, report, options.parts.front(), options.precision);
    case Shape::ndjson:
      return render::append_checkout_ndjson(out, report, options.parts.front());
    default:
      out += render::checkout_page(report, options.precision, cli::version);
  }
}

bool is_of_anomalies(const Options& options) {
  return options.parts.size() == 1 && options.parts.front() == render::CheckoutPart::anomalies;
}

// A question that the files cannot answer: no answer must not look like a good one to a script.
int tell_unanswered(const Options& options, const checkout::Report& report) {
  const bool alone = options.parts.size() == 1;
  int status = cli::exit_ok;
  const auto tell = [&status](const std::string& message) {
    cli::say(tool, message);
    status = cli::exit_bad_data;
  };
  if (options.exit_status || is_of_anomalies(options)) {
    for (const checkout::DayReport& day : report.days) {
      if (day.untested.empty()) continue;
      const std::string why = checkout::why_not(checkout::so_far(day.table));  // in English, as all errors
      tell(printable(day.table.name) + ": not tested: " + printable(why, 200));
    }
  }
  if (alone && options.parts.front() == render::CheckoutPart::compare && !report.not_compared.empty())
    tell("not compared: " + printable(checkout::why_not(report.days[0].table, report.days[1].table), 200));
  return status;
}

// What there is of the day, where the output may not say it.
void tell_parts_of_day(const Options& options, const checkout::Report& report) {
  if (options.common.quiet) return;
  const bool data = cli::is_data(*options.shape);
  for (const checkout::DayReport& day : report.days) {
    const std::string name = printable(day.table.name) + ": ";
    if (day.up_to) cli::say(tool, name + "the day is not over: today is judged up to " + hour_text(*day.up_to));
    if (day.incidents && data && is_of_anomalies(options))
      cli::say(tool, day.incidents->history + " has " + day.incidents->text + ": " + day.incidents->command);
    const std::vector<int> missing = checkout::missing_unexplained(day);
    if (missing.empty() || !(options.exit_status || (data && is_of_anomalies(options)))) continue;
    const char* cure = options.missing == read::MissingHour::zero
                           ? ""
                           : " (--missing zero, if the export leaves out hours in which nobody ever bought)";
    cli::say(tool, name + "no usable row for " + checkout::hour_ranges(missing) + ": missing, not judged" + cure);
  }
}

bool finds_anomaly(const checkout::DayReport& day) {
  return day.incidents || !checkout::missing_unexplained(day).empty() || !render::unusual_hours(day).empty();
}

int run(const cli::Command& command, Options options) {
  complete(command, options);
  const read::TimeZone zone = zone_of(options);
  const LocalSeconds now = zone.local(cli::now());
  const auto asked = day_asked(options, now);
  std::vector<Event> events = cli::read_events(options.events, zone);
  std::optional<StoredDays> history = open_history(options, zone.wall(), now);
  if (history) history::append_marks(options.history, sqlite::Access::read, events);
  StoredDays* const stored = history ? &*history : nullptr;
  cli::BadRows bad_rows(tool, options.on_error, options.rejects);
  cli::Output out(options.output);
  std::vector<HourlyTable> tables = read_tables(options, bad_rows);
  if (tables.empty()) tables.push_back(made_table(options, *history, asked.value_or(history->day_to_report())));
  set_days(tables, stored, asked);
  tell_unknown_days(options, tables);
  bool found = false;
  int unanswered = cli::exit_ok;
  if (options.query) {
    write_answer(options, tables, stored, events, out);
  } else {
    checkout::Report report = checkout::make_report(std::move(tables), options.alpha, language_of_report(options));
    if (stored != nullptr || !options.events.empty()) add_causes(stored, events, report);
    write_report(options, report, out.buffer());
    found = std::any_of(report.days.begin(), report.days.end(), finds_anomaly);
    tell_parts_of_day(options, report);
    unanswered = tell_unanswered(options, report);
  }
  if (cli::stop_requested()) return cli::exit_ok;  // half an answer is none
  out.close();
  if (bad_rows.exit_status() != cli::exit_ok) return bad_rows.exit_status();
  if (unanswered != cli::exit_ok) return unanswered;
  return options.exit_status && found ? cli::exit_found : cli::exit_ok;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  cli::Command command(tool, "Describe a day's sales by hour, and tell which hours are wrong.");
  add_options(command, options);
  command.closing_words(
      "Examples:\n"
      "  checkout-stats checkout.csv\n"
      "  checkout-stats -r anomalies -e checkout.csv\n"
      "  checkout-stats monday.csv tuesday.csv -f html -o tuesday.html\n"
      "  checkout-stats checkout.csv --sql 'SELECT time, today FROM checkout WHERE today = 0'\n"
      "See checkout-stats(1).");
  return cli::run_tool(command, argc, argv, [&] { return run(command, options); });
}
