// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>

#include "base/error.hpp"
#include "cli/input.hpp"
#include "cli/run_tool.hpp"

namespace pos::cli {

void misuse(const std::string& message) { throw Error(Fault::usage, message); }

void add_common_options(Command& command, CommonOptions& options) {
  command.version(version_text(command.name()));
  command.text("--config", options.config, "Read defaults for options from FILE")
      .type("FILE")
      .environment("POS_CONFIG");
  command.flag("-q,--quiet", options.quiet, "Print only errors");
}

void add_verbose_option(Command& command, CommonOptions& options, const std::string& description) {
  command.flag("-v,--verbose", options.verbose, description);
  command.exclude({"quiet"}, {"verbose"});
}

Option add_format_option(Command& command, const std::string& names, std::optional<Format>& format,
                         const std::string& description) {
  return add_choice<std::optional<Format>>(
      command, names, format, {{"auto", std::nullopt}, {"csv", Format::csv}, {"ndjson", Format::ndjson}}, description);
}

std::string real_text(double number) { return fmt::format("{}", number); }

std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
  constexpr std::string_view units = "smhd";
  constexpr std::array<std::int64_t, units.size()> seconds = {1, 60, 3600, 86'400};
  const auto unit = text.empty() ? std::string_view::npos : units.find(text.back());
  const auto number = parse_number<std::uint32_t>(text.substr(0, text.size() - (unit < units.size() ? 1 : 0)));
  if (!number) return std::nullopt;
  return std::chrono::seconds(*number * (unit < units.size() ? seconds[unit] : 1));
}

Option add_duration(Command& command, const std::string& name, std::chrono::seconds& span,
                    const std::string& description) {
  const auto set = [&span](const std::string& text) {
    const auto given = parse_duration(text);
    if (!given) return "'" + text + "' is not a time span such as 90s, 5m, 4h or 7d";
    span = *given;
    return std::string();
  };
  return command.value(name, set, description).type("DUR").shown_default(std::to_string(span.count()) + "s");
}

Option add_text(Command& command, const std::string& name, std::string& text, const std::string& type,
                const std::string& description) {
  return command.text(name, text, description).type(type).check([](const std::string& given) {
    return given.empty() ? "it is empty" : "";
  });
}

void add_bad_row_options(Command& command, OnError& on_error, std::string& rejects) {
  add_choice<OnError>(
      command, "--on-error", on_error, {{"report", OnError::report}, {"stop", OnError::stop}, {"skip", OnError::skip}},
      "Rows that cannot be used: report them and exit 65 at the end; stop at the first; report them and exit 0");
  command.text("--rejects", rejects, "Write rows that cannot be used to FILE, each with its reason").type("FILE");
}

void add_model_option(Command& command, std::string& model, const std::string& description) {
  command.text("-m,--model", model, description)
      .type("FILE")
      .environment("POS_MODEL")
      .completed_by({Values::Of::models, {}, false});
}

void add_model_age_option(Command& command, std::chrono::seconds& age) {
  add_duration(command, "--max-model-age", age, "Warn where the model was trained longer ago")
      .shown_default(std::to_string(age.count() / 86'400) + "d");
}

void add_db_option(Command& command, std::string& db, const std::string& description) {
  command.text("-b,--db", db, description).type("FILE").environment("POS_DB");
  command.flag(
      "--no-db", [&db] { db.clear(); }, "None, whatever the environment or the configuration says; as -b ''");
}

void choose_input(const Command& command, const std::vector<std::string>& files, std::string& db) {
  if (db.empty()) return;
  const bool typed = command.typed("db");
  if (typed && !files.empty()) misuse("both --db and FILE are given: choose one");
  if (!typed && (!files.empty() || stdin_brings_input())) db.clear();
}

void add_language_option(Command& command, std::optional<Language>& language, const std::string& description) {
  add_choice<std::optional<Language>>(command, "--lang", language, {{"en", Language::en}, {"pt", Language::pt}},
                                      description);
}

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

// Of messages; empty: the environment has none.
std::string_view locale_of_messages() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const std::string_view locale = variable(name); !locale.empty()) return locale;
  }
  return {};
}

}  // namespace

Language language_of_user(std::optional<Language> asked) {
  if (asked) return *asked;
  const std::string_view locale = locale_of_messages();
  const std::string_view name = locale.substr(0, locale.find('.'));
  if (name.empty() || name == "C" || name == "POSIX") return Language::en;
  for (std::string_view wishes = variable("LANGUAGE"); !wishes.empty();) {
    const std::string_view wish = wishes.substr(0, wishes.find(':'));
    if (const auto language = language_of(wish)) return *language;
    wishes.remove_prefix(std::min(wishes.size(), wish.size() + 1));
  }
  return language_of(locale).value_or(Language::en);
}

void add_stream_option(Command& command, std::string& stream, const std::string& description) {
  command.text("--stream", stream, description)
      .type("NAME")
      .completed_by({Values::Of::streams, {}, false})
      .check([](const std::string& given) {
        return given.empty() || is_status_name(given) ? "" : "'" + printable(given) + "' is not a name";
      });
}

void add_volume_option(Command& command, std::string& volume, const std::string& description) {
  command.text("--volume", volume, description).type("STATUS").check([](const std::string& given) {
    return is_status_name(given) ? "" : "'" + printable(given) + "' is not a status";
  });
}

void add_rule_options(Command& command, std::chrono::seconds& resolve_after, Severity& min_severity) {
  add_duration(command, "--resolve-after", resolve_after, "Incidents are over after that much normal data")
      .check([](const std::string& text) {
        const auto given = parse_duration(text);
        return given && given->count() == 0 ? "'" + text + "' is no time at all" : std::string();
      });
  add_choice<Severity>(command, "--min-severity", min_severity,
                       {{"warning", Severity::warning}, {"critical", Severity::critical}},
                       "Ignore alerts of a lower severity");
}

void add_issues_option(Command& command, std::vector<std::string>& issues) {
  const auto set = [&issues](const std::string& list) {
    issues = split_list(list);
    for (const std::string& status : issues) {
      if (!is_status_name(status)) return "'" + printable(list) + "' is not a list of statuses";
    }
    return std::string();
  };
  command.value("--issues", set, "Statuses that --policy seed alerts on, spelt as in the rows")
      .type("LIST")
      .completed_by({Values::Of::statuses, {}, true})
      .shown_default(join(issues, ","));
}

Option add_column_list(Command& command, const std::string& name, std::vector<std::string>& columns,
                       const std::string& description) {
  const auto set = [&columns](const std::string& list) {
    constexpr std::size_t most = 6;
    columns = split_list(list);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].empty() || !is_plain_text(columns[i])) return "'" + printable(list) + "' is not a list of columns";
      if (std::find(columns.begin(), columns.begin() + static_cast<std::ptrdiff_t>(i), columns[i]) !=
          columns.begin() + static_cast<std::ptrdiff_t>(i))
        return "column '" + printable(columns[i]) + "' stands there twice";
    }
    return columns.size() > most ? "at most " + std::to_string(most) + " columns" : std::string();
  };
  return command.value(name, set, description).type("LIST");
}

void add_color_option(Command& command, When& color) {
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
