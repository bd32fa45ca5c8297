// SPDX-License-Identifier: MIT
// Options that mean the same in every tool that has them (pos-tools(7)).
#pragma once

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/row.hpp"
#include "base/text.hpp"
#include "cli/bad_rows.hpp"
#include "read/row_reader.hpp"
#include "read/time_zone.hpp"

namespace pos::cli {

struct CommonOptions {
  std::string config;
  bool quiet = false;
  bool verbose = false;
};
// --config, --quiet, --verbose, --version, and what --help says around the options.
void add_common_options(CLI::App& command, CommonOptions& options);

// Options that do not go together. Throws pos::Error(Fault::usage).
[[noreturn]] void misuse(const std::string& message);

// A text that may not be empty: that is a variable of a script that was not set, and no way to say nothing.
CLI::Option* add_text(CLI::App& command, const std::string& name, std::string& text, const std::string& type,
                      const std::string& description);

// --on-error and --rejects.
void add_bad_row_options(CLI::App& command, OnError& on_error, std::string& rejects);

// Reading transactions.
struct InputOptions {
  std::vector<std::string> files;  // none: standard input
  std::optional<Format> format;
  std::string columns;
  std::string timezone;
  OnError on_error = OnError::report;
  std::string rejects;

  [[nodiscard]] std::vector<std::string> inputs() const {
    return files.empty() ? std::vector<std::string>{"-"} : files;
  }
  [[nodiscard]] read::ColumnNames column_names() const { return read::parse_column_names(columns); }
  // $TZ where --timezone was not given. Errors: pos::Error(Fault::usage) for a --timezone unknown.
  [[nodiscard]] read::TimeZone zone() const;
};
// `input` says what the files hold.
void add_input_options(CLI::App& command, InputOptions& options, const std::string& input = "Transactions");

// --model, else $POS_MODEL.
void add_model_option(CLI::App& command, std::string& model, const std::string& description);

// --db, else $POS_DB.
void add_db_option(CLI::App& command, std::string& db, const std::string& description);

// --date YYYY-MM-DD, in days since 1970-01-01.
void add_date_option(CLI::App& command, std::optional<std::int32_t>& day, const std::string& description);

enum class When { automatic, always, never };
void add_color_option(CLI::App& command, When& color);
// automatic: `output` is standard output and that a terminal, and NO_COLOR is not set or empty.
[[nodiscard]] bool use_color(When color, const std::string& output);

// An option whose value is one of a few words.
template <typename Value>
CLI::Option* add_choice(CLI::App& command, const std::string& names, Value& value,
                        const std::vector<std::pair<std::string, Value>>& choices, const std::string& description) {
  std::string words;
  for (const auto& [word, meaning] : choices) words += (words.empty() ? "" : "|") + word;
  const std::string name = names.substr(names.find("--"));
  const auto set = [&value, choices, words, name](const std::string& given) {
    for (const auto& [word, meaning] : choices) {
      if (word != given) continue;
      value = meaning;
      return;
    }
    throw CLI::ValidationError(name, "'" + given + "' is none of " + words);
  };
  return command.add_option_function<std::string>(names, set, description)->type_name(words);
}

// An option whose value is a list of such words, or `all`, the first of them first: each once, in the order given.
template <typename Value>
CLI::Option* add_choices(CLI::App& command, const std::string& names, std::vector<Value>& values,
                         const std::vector<std::pair<std::string, Value>>& choices, const std::string& description) {
  const std::string name = names.substr(names.find("--"));
  const auto set = [&values, choices, name](const std::string& list) {
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
      if (!known) throw CLI::ValidationError(name, "'" + piece + "' is none of " + words + "all");
    }
  };
  return command.add_option_function<std::string>(names, set, description)->type_name("LIST");
}

// auto, csv or ndjson; auto: nothing.
CLI::Option* add_format_option(CLI::App& command, const std::string& names, std::optional<Format>& format,
                               const std::string& description);

// (CLI11 reads 010 as octal and -1 as a large unsigned number; this does not.)
template <typename Number, typename Target>
CLI::Option* add_number(CLI::App& command, const std::string& name, Target& target, Number low, Number high,
                        const std::string& description) {
  const auto set = [&target, name, low, high](const std::string& text) {
    const auto number = parse_number<Number>(text);
    if (!number || !(*number >= low && *number <= high)) {
      throw CLI::ValidationError(name, fmt::format("'{}' is no number from {} to {}", text, low, high));
    }
    target = *number;
  };
  CLI::Option* option = command.add_option_function<std::string>(name, set, description);
  option->type_name(std::is_floating_point_v<Number> ? "X" : "N");
  if constexpr (std::is_same_v<Target, Number>) option->default_str(fmt::format("{}", target));
  return option;
}

// A time span such as `90s`, `5m`, `4h`, `7d`; a number alone is seconds.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view text);
CLI::Option* add_duration(CLI::App& command, const std::string& name, std::chrono::seconds& span,
                          const std::string& description);

}  // namespace pos::cli
