// SPDX-License-Identifier: MIT
// A configuration file as its parser takes it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pos::cli {

// The same settings in the same lines, for a parser that knows a comment neither behind [section] nor from a # in quotes,
// and no list that begins in the line behind its bracket: comments are left out, and a list over several lines stands
// in its first, with empty ones behind it. One that is never closed stays as it is.
[[nodiscard]] std::string plain_config(std::string_view text);

// `pos-score` of a line [pos-score], and `route.night` of [route.night], [route."night"] and [route "night"]; nothing:
// the line begins no section.
[[nodiscard]] std::optional<std::string> section_of(std::string_view line);
// The same of what stands between the brackets.
[[nodiscard]] std::string section_name(std::string_view written);
// `to` of a line `to = "ops"`; of another one, all of it.
[[nodiscard]] std::string_view key_of(std::string_view line);

struct ConfigMistake {
  int line;
  std::string key;  // empty: the line has none
  std::string reason;
};
// The first line of a plain_config() that its parser would take for something else than what was meant: it has one
// value for two, drops the first of two keys, and takes any word for a key.
[[nodiscard]] std::optional<ConfigMistake> config_mistake(std::string_view plain);

}  // namespace pos::cli
