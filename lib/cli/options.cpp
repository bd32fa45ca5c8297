// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>

#include "base/error.hpp"
#include "cli/run_tool.hpp"

namespace pos::cli {

void misuse(const std::string& message) { throw Error(Fault::usage, message); }

void add_common_options(CLI::App& command, CommonOptions& options) {
  command.set_version_flag("-V,--version", version_text(command.get_name()),
                           "Print version, git revision and model format");
  command.add_option("--config", options.config, "Read defaults for options from FILE")
      ->type_name("FILE")
      ->envname("POS_CONFIG");
  auto* quiet = command.add_flag("-q,--quiet", options.quiet, "Say nothing but errors");
  command.add_flag("-v,--verbose", options.verbose, "Say more on stderr")->excludes(quiet);
}

CLI::Option* add_format_option(CLI::App& command, const std::string& names, std::optional<Format>& format,
                               const std::string& description) {
  return add_choice<std::optional<Format>>(
      command, names, format, {{"auto", std::nullopt}, {"csv", Format::csv}, {"ndjson", Format::ndjson}}, description);
}

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  constexpr std::string_view units = "smhd";
  constexpr std::array<std::int64_t, units.size()> seconds = {1, 60, 3600, 86'400};
  const auto unit = text.empty() ? std::string_view::npos : units.find(text.back());
  const auto number = parse_number<std::uint32_t>(text.substr(0, text.size() - (unit < units.size() ? 1 : 0)));
  if (!number) return std::nullopt;
  return std::chrono::seconds(*number * (unit < units.size() ? seconds[unit] : 1));
}

CLI::Option* add_duration(CLI::App& command, const std::string& name, std::chrono::seconds& span,
                          const std::string& description) {
  const auto set = [&span, name](const std::string& text) {
    const auto given = parse_duration(text);
    if (!given) throw CLI::ValidationError(name, "'" + text + "' is no time span such as 90s, 5m, 4h or 7d");
    span = *given;
  };
  return command.add_option_function<std::string>(name, set, description)
      ->type_name("DUR")
      ->default_str(std::to_string(span.count()) + "s");
}

CLI::Option* add_text(CLI::App& command, const std::string& name, std::string& text, const std::string& type,
                      const std::string& description) {
  return command.add_option(name, text, description)->type_name(type)->check([](const std::string& given) {
    return given.empty() ? std::string("it is empty") : std::string();
  });
}

void add_bad_row_options(CLI::App& command, OnError& on_error, std::string& rejects) {
  add_choice<OnError>(
      command, "--on-error", on_error, {{"report", OnError::report}, {"stop", OnError::stop}, {"skip", OnError::skip}},
      "Rows that cannot be used: tell them and exit 65 at the end; stop at the first; tell them and exit 0");
  command.add_option("--rejects", rejects, "Write rows that cannot be used to FILE, each with its reason")
      ->type_name("FILE");
}

void add_model_option(CLI::App& command, std::string& model, const std::string& description) {
  command.add_option("-m,--model", model, description)->type_name("FILE")->envname("POS_MODEL");
}

void add_db_option(CLI::App& command, std::string& db, const std::string& description) {
  const auto set = [&db](const std::string& path) {
    if (path.empty()) throw CLI::ValidationError("--db", "the name is empty");  // as of a shell variable not set
    db = path;
  };
  command.add_option_function<std::string>("-b,--db", set, description)->type_name("FILE")->envname("POS_DB");
}

void add_color_option(CLI::App& command, When& color) {
  add_choice<When>(command, "--color", color,
                   {{"auto", When::automatic}, {"always", When::always}, {"never", When::never}},
                   "Colors; auto: on a terminal, unless NO_COLOR is set");
}

bool use_color(When color, const std::string& output) {
  if (color != When::automatic) return color == When::always;
  const char* refused = std::getenv("NO_COLOR");
  return output == "-" && isatty(STDOUT_FILENO) == 1 && (refused == nullptr || *refused == '\0');
}

}  // namespace pos::cli
