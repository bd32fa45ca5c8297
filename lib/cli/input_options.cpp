// SPDX-License-Identifier: MIT
// The options of tools that read transactions: apart from the others, since time zones come with them.
#include <cstdlib>
#include <utility>

#include "cli/options.hpp"
#include "read/fields.hpp"

namespace pos::cli {

void add_input_options(CLI::App& command, InputOptions& options, const std::string& input) {
  command.option_defaults()->take_last();  // so that an alias can be overridden
  command.add_option("FILE", options.files, input + "; none, or -: standard input")->type_name("")->take_all();
  add_format_option(command, "-i,--input-format", options.format,
                    "Format of the input; auto: NDJSON if it begins with {, else CSV");
  command.add_option("--columns", options.columns, "Names of columns, such as time=ts,status=st,count=n")
      ->type_name("MAP");
  command
      .add_option("-Z,--timezone", options.timezone,
                  "Zone to tell times in that come with another, or as epoch seconds")
      ->type_name("TZ");
  add_bad_row_options(command, options.on_error, options.rejects);
}

void add_date_option(CLI::App& command, std::optional<std::int32_t>& day, const std::string& description) {
  const auto set = [&day](const std::string& text) {
    day = read::parse_date(text);
    if (!day) throw CLI::ValidationError("--date", "'" + text + "' is no date such as 2026-03-09");
  };
  command.add_option_function<std::string>("-D,--date", set, description)->type_name("DATE");
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
