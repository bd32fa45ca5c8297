// SPDX-License-Identifier: MIT
#include "dispatch/attachment.hpp"

#include "history/reader.hpp"
#include "render/page/page.hpp"
#include "report/collect.hpp"
#include "report/history_source.hpp"

namespace pos::dispatch {
namespace {

constexpr LocalSeconds minute = 60;
constexpr LocalSeconds before = 30 * minute;
constexpr LocalSeconds after = 10 * minute;  // that it is normal again
constexpr std::size_t most_rows = 20'000;    // about 2 MB of page

}  // namespace

std::optional<notify::Attachment> report_of(const AttachedReports& how, const incident::Incident& incident,
                                            LocalSeconds now, Language language,
                                            const std::vector<Event>& events) {
  const Period period{incident.first - before, incident.last + minute + after};
  history::Reader reader(how.history);
  report::HistorySource source(reader);
  incident::Rules rules = how.rules;
  rules.volume = incident.volume;
  report::Filter filter;
  if (!incident.group.empty() && reader.has_key(incident.group)) filter.by = incident.group;
  auto report = [&]() -> std::optional<report::Report> {
    try {
      return report::collect(source, {.period = period,
                                      .filter = filter,
                                      .keep = report::Keep::records,
                                      .rules = rules,
                                      .now = std::nullopt,
                                      .most_records = most_rows});
    } catch (const report::TooManyRecords&) {
      return std::nullopt;
    }
  }();
  if (!report || report->records.empty()) return std::nullopt;
  report->events = events;
  const std::string name = "incident-" + std::to_string(incident.id);
  const std::string title = filter.by.empty() ? name : name + ", " + filter.by;
  return notify::Attachment{name + ".html", render::page(*report, {.title = title,
                                                                 .generated = to_date_time(now),
                                                                 .version = how.version,
                                                                 .language = language})};
}

}  // namespace pos::dispatch
