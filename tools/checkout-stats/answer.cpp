// SPDX-License-Identifier: MIT
#include "answer.hpp"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "causes.hpp"
#include "checkout/report.hpp"
#include "checkout/wording.hpp"
#include "cli/version.hpp"
#include "query/order.hpp"
#include "render/checkout/numbers.hpp"
#include "sqlite/memory_tables.hpp"

namespace pos::tools {
namespace {

// A table is named as its file without folder and extension; a second one of that name gets `_2`.
std::vector<std::string> table_names(const std::vector<HourlyTable>& tables) {
  std::vector<std::string> names;
  for (const HourlyTable& table : tables) {
    names.push_back(std::filesystem::path(table.name).stem().string());
    if (names.size() == 2 && names[0] == names[1]) names[1] += "_2";
  }
  return names;
}

// Today against yesterday, or the second file against the first: two columns to lie over each other in a chart, and
// what lies between them.
std::string comparison_query(const std::vector<std::string>& names) {
  const std::string first = sqlite::sql_name(names[0]);
  if (names.size() == 1) return "SELECT time, today, yesterday, today - yesterday AS difference\n  FROM " + first;
  return "SELECT time, b.today AS after, a.today AS before,\n       b.today - a.today AS difference\n  FROM " + first +
         " AS a JOIN " + sqlite::sql_name(names[1]) + " AS b USING (time)";
}

void append_incidents(std::vector<std::string>& texts, const checkout::DayReport& day, Language language) {
  if (!day.incidents) return;
  texts.push_back(trf(language, "{} has {}. See: {}", day.incidents->history, day.incidents->text, day.incidents->command));
}

void append_causes(std::vector<std::string>& texts, const checkout::DayReport& day, Language language) {
  if (render::wants_causes(day)) texts.push_back(day.asked);
  for (const checkout::IncidentCause& cause : render::told_causes(day))
    texts.push_back(checkout::hour_ranges(cause.hours, language) + ": " + cause.text);
}

// What the report says of the hours that are held against each other.
std::vector<std::string> explanation(const checkout::Report& report) {
  if (report.days.size() == 2) {
    if (!report.comparison) return {trf(report.language, "Not compared: {}.", report.not_compared)};
    std::vector<std::string> texts = {report.comparison->explanation};
    if (const std::string doubt = render::contradiction(report); !doubt.empty()) texts.insert(texts.begin(), doubt);
    for (const checkout::DayReport& day : report.days) {
      append_incidents(texts, day, report.language);
      append_causes(texts, day, report.language);
    }
    return texts;
  }
  const checkout::DayReport& day = report.days.front();
  const render::Verdict verdict = render::verdict(day, report.language);
  std::vector<std::string> texts = {verdict.text};
  if (!verdict.command.empty()) texts.push_back(trf(report.language, "See: {}", verdict.command));
  if (!day.test) return texts;
  for (const auto& hours : {render::unusual_hours(day), render::remarked_nearby(day)}) {
    for (const checkout::HourResult& hour : hours) texts.push_back(hour_text(hour.hour) + ": " + hour.explained);
  }
  if (const std::string others = render::remarks_in_short(day, report.language); !others.empty()) texts.push_back(others);
  append_causes(texts, day, report.language);
  return texts;
}

// The query that nobody typed: it comes with its title and with what is known of the answer.
void ask_for_comparison(const Options& options, std::vector<HourlyTable> tables, StoredDays* history,
                        const std::vector<Event>& events, query::Order& order) {
  order.is_ours = true;
  order.sql = comparison_query(table_names(tables));
  if (cli::is_data(order.shape)) return;
  const Language language = order.style.language;
  checkout::Report report = checkout::make_report(std::move(tables), options.alpha, language);
  add_causes(history, events, report);
  order.title = report.days.size() == 2
                    ? trf(language, "{} against {}", render::day_name(report, 1), render::day_name(report, 0))
                    : trf(language, "Today against yesterday: {}", render::day_name(report, 0));
  order.explanation = explanation(report);
}

}  // namespace

void write_answer(const Options& options, const std::vector<HourlyTable>& tables, StoredDays* history,
                  const std::vector<Event>& events, cli::Output& out) {
  const std::vector<std::string> names = table_names(tables);
  sqlite::MemoryTables database;
  for (std::size_t i = 0; i < tables.size(); ++i) database.add(names[i], tables[i]);
  query::Order order;
  order.sql = options.sql;
  order.shape = *options.shape;
  order.chart = options.chart;
  order.style = text_style(options);
  order.version = std::string(tool) + " " + cli::version;
  if (options.sql.empty()) ask_for_comparison(options, tables, history, events, order);
  query::write_answer(order, [&](const sqlite::Query& query) { database.query(query); }, out);
}

}  // namespace pos::tools
