// SPDX-License-Identifier: MIT
// Options that mean the same in every tool that has them (pos-tools(7)).
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/event.hpp"
#include "base/language.hpp"
#include "base/row.hpp"
#include "base/scored.hpp"
#include "base/text.hpp"
#include "cli/bad_rows.hpp"
#include "cli/command.hpp"
#include "read/row_reader.hpp"
#include "read/time_zone.hpp"

namespace pos::cli {

struct CommonOptions {
  std::string config;
  bool quiet = false;
  bool verbose = false;
};
// --config, --quiet, --version, and what --help says around the options.
void add_common_options(Command& command, CommonOptions& options);
// --verbose, of commands that have more to say.
void add_verbose_option(Command& command, CommonOptions& options, const std::string& description);

// Options that do not go together. Throws pos::Error(Fault::usage).
[[noreturn]] void misuse(const std::string& message);

// A text that may not be empty: that is a variable of a script that was not set, and no way to say nothing.
Option add_text(Command& command, const std::string& name, std::string& text, const std::string& type,
                const std::string& description);

// --on-error and --rejects.
void add_bad_row_options(Command& command, OnError& on_error, std::string& rejects);

// Reading transactions.
struct InputOptions {
  std::vector<std::string> files;  // none: standard input
  std::optional<Format> format;
  std::string columns;
  bool no_header = false;
  std::string time_format;
  std::string timezone;
  OnError on_error = OnError::report;
  std::string rejects;

  [[nodiscard]] std::vector<std::string> inputs() const {
    return files.empty() ? std::vector<std::string>{"-"} : files;
  }
  // What --columns, -N and --time-format say. Errors: pos::Error(Fault::usage).
  [[nodiscard]] read::ColumnNames column_names() const;
  // $TZ where --timezone was not given. Errors: pos::Error(Fault::usage) for a --timezone unknown.
  [[nodiscard]] read::TimeZone zone() const;
};
// `input` says what the files hold.
void add_input_options(Command& command, InputOptions& options, const std::string& input = "Transactions");

// --columns, --no-header and --time-format alone.
void add_column_options(Command& command, InputOptions& options);

// --model, else $POS_MODEL.
void add_model_option(Command& command, std::string& model, const std::string& description);

// --events FILE, else $POS_EVENTS.
void add_events_option(Command& command, std::string& events);
// What it holds; without a file, nothing. Errors: pos::Error as of InputFile, and Fault::bad_data.
[[nodiscard]] std::vector<Event> read_events(const std::string& events, const read::TimeZone& zone);
// Says that none of them is of a kind that the monitor goes by: a word may be misspelt.
void tell_no_days(const char* tool, const std::string& events);

// --max-model-age DUR.
void add_model_age_option(Command& command, std::chrono::seconds& age);

// --db, else $POS_DB; empty: none. --no-db: none either.
void add_db_option(Command& command, std::string& db, const std::string& description);

// Where rows are read from a database or from files: one that was left in the environment or the configuration gives
// way to files, and to what standard input brings; `db` is empty then. Errors: pos::Error(Fault::usage) for both typed.
void choose_input(const Command& command, const std::vector<std::string>& files, std::string& db);

// --lang en|pt: of what people read.
void add_language_option(Command& command, std::optional<Language>& language,
                         const std::string& description = "Language of what people read (default: the locale's)");
// That one, else that of the environment by POSIX (LC_ALL, LC_MESSAGES, LANG; $LANGUAGE before them, unless the locale
// is C), else English.
[[nodiscard]] Language language_of_user(std::optional<Language> asked);

// --stream NAME, of a history; '' is that of those who name none.
void add_stream_option(Command& command, std::string& stream, const std::string& description);

// --volume STATUS, or `*`: all of them.
void add_volume_option(Command& command, std::string& volume, const std::string& description);

// --resolve-after, --min-severity: what makes an incident, the same wherever one is shown or told.
void add_rule_options(Command& command, std::chrono::seconds& resolve_after, Severity& min_severity);

// --issues LIST, of --policy seed.
void add_issues_option(Command& command, std::vector<std::string>& issues);

// Columns of the input, 1 to 6 of them, each once.
Option add_column_list(Command& command, const std::string& name, std::vector<std::string>& columns,
                       const std::string& description);

// --date YYYY-MM-DD, in days since 1970-01-01.
void add_date_option(Command& command, std::optional<std::int32_t>& day, const std::string& description);

enum class When { automatic, always, never };
void add_color_option(Command& command, When& color);
// automatic: `output` is standard output and that a terminal, and NO_COLOR is not set or empty.
[[nodiscard]] bool use_color(When color, const std::string& output);

// An option whose value is one of a few words.
template <typename Value>
Option add_choice(Command& command, const std::string& names, Value& value,
                  const std::vector<std::pair<std::string, Value>>& choices, const std::string& description) {
  std::string words;
  for (const auto& [word, meaning] : choices) words += (words.empty() ? "" : "|") + word;
  const auto set = [&value, choices, words](const std::string& given) {
    for (const auto& [word, meaning] : choices) {
      if (word != given) continue;
      value = meaning;
      return std::string();
    }
    return "'" + given + "' is none of " + words;
  };
  return command.value(names, set, description).type(words);
}

// An option whose value is a list of such words, or `all`, the first of them first: each once, in the order given.
template <typename Value>
Option add_choices(Command& command, const std::string& names, std::vector<Value>& values,
                   const std::vector<std::pair<std::string, Value>>& choices, const std::string& description) {
  const auto set = [&values, choices](const std::string& list) {
    values.clear();
    for (const std::string& piece : split_list(list)) {
      bool known = false;
      std::string words;
      for (const auto& [word, meaning] : choices) {
        words += word + "|";
        if (piece != word && piece != "all") continue;
        known = true;
        if (std::find(values.begin(), values.end(), meaning) == values.end()) values.push_back(meaning);
      }
      if (!known) return "'" + piece + "' is none of " + words + "all";
    }
    return std::string();
  };
  Values offered{Values::Of::words, {"all"}, true};
  for (const auto& [word, meaning] : choices) offered.words.push_back(word);
  return command.value(names, set, description).type("LIST").completed_by(offered);
}

// auto, csv or ndjson; auto: nothing.
Option add_format_option(Command& command, const std::string& names, std::optional<Format>& format,
                         const std::string& description);

// Every integer exactly, a real number as short as it is still the same. (Of the twenty digits of 2^64-1 some would
// pass for those of a card.)
[[nodiscard]] std::string real_text(double number);
template <typename Number>
[[nodiscard]] std::string number_text(Number number) {
  if constexpr (std::is_floating_point_v<Number>)
    return real_text(number);
  else if constexpr (std::is_same_v<Number, std::uint64_t>)
    return number == UINT64_MAX ? "2^64-1" : std::to_string(number);
  else
    return std::to_string(number);
}

// (CLI11 reads 010 as octal and -1 as a large unsigned number; this does not.)
template <typename Number, typename Target>
Option add_number(Command& command, const std::string& name, Target& target, Number low, Number high,
                  const std::string& description) {
  const auto set = [&target, low, high](const std::string& text) {
    const auto number = parse_number<Number>(text);
    if (!number || !(*number >= low && *number <= high))
      return "'" + text + "' is not a number from " + number_text(low) + " to " + number_text(high);
    target = *number;
    return std::string();
  };
  Option option = command.value(name, set, description);
  option.type(std::is_floating_point_v<Number> ? "X" : "N");
  if constexpr (std::is_same_v<Target, Number>) option.shown_default(number_text(target));
  return option;
}

// A time span such as `90s`, `5m`, `4h`, `7d`; a number alone is seconds.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view text);
Option add_duration(Command& command, const std::string& name, std::chrono::seconds& span,
                    const std::string& description);

}  // namespace pos::cli
