// SPDX-License-Identifier: MIT
// The options of tools that read transactions: apart from the others, since time zones come with them.
#include <cstdlib>
#include <utility>

#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/run_tool.hpp"
#include "read/events.hpp"
#include "read/fields.hpp"
#include "read/time_format.hpp"

namespace pos::cli {

void add_input_options(Command& command, InputOptions& options, const std::string& input) {
  command.texts("FILE", options.files, input + "; none, or -: standard input")
      .type("")
      .completed_by({Values::Of::files, {}, false});
  add_format_option(command, "-i,--input-format", options.format,
                    "Format of the input; auto: NDJSON if it begins with {, else CSV");
  add_column_options(command, options);
  command
      .text("-Z,--timezone", options.timezone,
            "Zone of the data; times with another zone, and epoch seconds, are converted to it")
      .type("TZ");
  add_bad_row_options(command, options.on_error, options.rejects);
}

void add_column_options(Command& command, InputOptions& options) {
  command.text("--columns", options.columns, "Names of columns, such as time=ts,status=st,count=n").type("MAP");
  command.flag("-N,--no-header", options.no_header,
               "CSV has no header: --columns names places, as time=1,status=2,count=3");
  command
      .text("--time-format", options.time_format, "How times are written, in the letters of strftime: '%d/%m/%Y %H:%M'")
      .type("FORMAT");
}

void add_events_option(Command& command, std::string& events) {
  command.text("--events", events, "Holidays, closed days, promotions, deployments: CSV with from,to,name,kind,repeat,until")
      .type("FILE")
      .environment("POS_EVENTS")
      .once()
      .check([](const std::string& given) { return given == "-" ? "it is a file" : ""; });
}

std::vector<Event> read_events(const std::string& events, const read::TimeZone& zone) {
  if (events.empty()) return {};
  InputFile file(events);
  return read::read_events(file, events, zone);
}

void tell_no_days(const char* tool, const std::string& events) {
  say(tool, events + ": has no event of the kinds closed, holiday and exclude, and so changes nothing here");
}

read::ColumnNames InputOptions::column_names() const {
  read::ColumnNames names = read::parse_column_names(columns);
  names.no_header = no_header;
  if (!time_format.empty()) names.time_format = read::parse_time_format(time_format);
  if (!no_header) return names;
  for (const std::string* name : {&names.time, &names.status, &names.clock, &names.count, &names.amount}) {
    const bool may_be_empty = name == &names.clock || name == &names.count || name == &names.amount;
    if (name->empty() && may_be_empty) continue;
    const auto place = parse_number<std::uint16_t>(*name);
    if (!place || std::to_string(*place) != *name || *place == 0)
      misuse("-N needs the places of the columns, from 1, such as --columns time=1,status=2,count=3");
  }
  return names;
}

void add_date_option(Command& command, std::optional<std::int32_t>& day, const std::string& description) {
  const auto set = [&day](const std::string& text) {
    day = read::parse_date(text);
    return day ? std::string() : "'" + text + "' is not a date such as 2026-03-09";
  };
  command.value("-D,--date", set, description).type("DATE");
}

read::TimeZone InputOptions::zone() const {
  if (!timezone.empty()) {
    read::TimeZone given(timezone);
    static_cast<void>(given.local(0));  // a wrong name is told before any row is read
    return given;
  }
  const char* environment = std::getenv("TZ");
  std::string name = environment != nullptr ? environment : "";
  if (name.starts_with(':')) name.erase(0, 1);  // POSIX: what follows is the system's own
  return read::TimeZone(std::move(name));
}

}  // namespace pos::cli
