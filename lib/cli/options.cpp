// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>

#include "cli/run_tool.hpp"
#include "read/fields.hpp"

namespace pos::cli {
void add_common_options(CLI::App& app, CommonOptions& options) {
  app.set_version_flag("-V,--version", version_text(app.get_name()), "Print version, git revision and model format");
  app.add_option("--config", options.config, "Read defaults for options from FILE")
      ->type_name("FILE")
      ->envname("POS_CONFIG");
  auto* quiet = app.add_flag("-q,--quiet", options.quiet, "Say nothing but errors");
  app.add_flag("-v,--verbose", options.verbose, "Say more on stderr")->excludes(quiet);
}

CLI::Option* add_format_option(CLI::App& app, const std::string& names, std::optional<Format>& format,
                               const std::string& description) {
  return add_choice<std::optional<Format>>(
      app, names, format, {{"auto", std::nullopt}, {"csv", Format::csv}, {"ndjson", Format::ndjson}}, description);
}

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  constexpr std::string_view units = "smhd";
  constexpr std::array<std::int64_t, units.size()> seconds = {1, 60, 3600, 86'400};
  const auto unit = text.empty() ? std::string_view::npos : units.find(text.back());
  const auto number = parse_number<std::uint32_t>(text.substr(0, text.size() - (unit < units.size() ? 1 : 0)));
  if (!number) return std::nullopt;
  return std::chrono::seconds(*number * (unit < units.size() ? seconds[unit] : 1));
}

CLI::Option* add_duration(CLI::App& app, const std::string& name, std::chrono::seconds& span,
                          const std::string& description) {
  const auto set = [&span, name](const std::string& text) {
    const auto given = parse_duration(text);
    if (!given) throw CLI::ValidationError(name, "'" + text + "' is no time span such as 90s, 5m, 4h or 7d");
    span = *given;
  };
  return app.add_option_function<std::string>(name, set, description)
      ->type_name("DUR")
      ->default_str(std::to_string(span.count()) + "s");
}

void add_input_options(CLI::App& app, InputOptions& options, const std::string& input) {
  app.option_defaults()->take_last();  // so that an alias can be overridden
  app.add_option("FILE", options.files, input + "; none, or -: standard input")->type_name("")->take_all();
  add_format_option(app, "-i,--input-format", options.format,
                    "Format of the input; auto: NDJSON if it begins with {, else CSV");
  app.add_option("--columns", options.columns, "Names of columns, such as time=ts,status=st,count=n")->type_name("MAP");
  app.add_option("-Z,--timezone", options.timezone, "Zone to tell times in that come with another, or as epoch seconds")
      ->type_name("TZ");
  add_choice<OnError>(
      app, "--on-error", options.on_error,
      {{"report", OnError::report}, {"stop", OnError::stop}, {"skip", OnError::skip}},
      "Rows that cannot be used: tell them and exit 65 at the end; stop at the first; tell them and exit 0");
  app.add_option("--rejects", options.rejects, "Write rows that cannot be used to FILE, each with its reason")
      ->type_name("FILE");
}

void add_model_option(CLI::App& app, std::string& model, const std::string& description) {
  app.add_option("-m,--model", model, description)->type_name("FILE")->envname("POS_MODEL");
}

void add_db_option(CLI::App& app, std::string& db, const std::string& description) {
  const auto set = [&db](const std::string& path) {
    if (path.empty()) throw CLI::ValidationError("--db", "the name is empty");  // as of a shell variable not set
    db = path;
  };
  app.add_option_function<std::string>("-b,--db", set, description)->type_name("FILE")->envname("POS_DB");
}

void add_date_option(CLI::App& app, std::optional<std::int32_t>& day, const std::string& description) {
  const auto set = [&day](const std::string& text) {
    day = read::parse_date(text);
    if (!day) throw CLI::ValidationError("--date", "'" + text + "' is no date such as 2026-03-09");
  };
  app.add_option_function<std::string>("-D,--date", set, description)->type_name("DATE");
}

void add_color_option(CLI::App& app, When& color) {
  add_choice<When>(app, "--color", color, {{"auto", When::automatic}, {"always", When::always}, {"never", When::never}},
                   "Colors; auto: on a terminal, unless NO_COLOR is set");
}

bool use_color(When color) {
  if (color != When::automatic) return color == When::always;
  const char* refused = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0');
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
