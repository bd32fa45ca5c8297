// SPDX-License-Identifier: MIT
#include "attachment.hpp"

#include "cli/version.hpp"
#include "history/reader.hpp"
#include "render/page.hpp"
#include "report/collector.hpp"

namespace pos::tools {
namespace {

constexpr LocalSeconds hour = 3600;
constexpr std::size_t most_rows = 20'000;  // about 2 MB of page

LocalSeconds hour_begin(LocalSeconds time) { return time - ((time % hour) + hour) % hour; }

}  // namespace

std::optional<notify::Attachment> report_of(const std::string& history, const incident::Incident& incident,
                                            LocalSeconds now) {
  const Period period{hour_begin(incident.first) - hour, hour_begin(incident.last) + 2 * hour};
  history::Reader reader(history);
  report::Collector collector(period, {}, report::step_for(period), report::Keep::records, incident.volume);
  std::size_t rows = 0;
  reader.records(period, [&](const Record& record) {
    if (++rows <= most_rows) collector.add(record);
  });
  if (rows == 0 || rows > most_rows) return std::nullopt;
  const std::string name = "incident-" + std::to_string(incident.id);
  return notify::Attachment{name + ".html", render::page(collector.finish(), {name, to_date_time(now), cli::version})};
}

}  // namespace pos::tools
