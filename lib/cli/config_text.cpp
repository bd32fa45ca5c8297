// SPDX-License-Identifier: MIT
#include "cli/config_text.hpp"

#include <map>
#include <sstream>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace pos::cli {
namespace {

bool is_quote(char c) { return c == '"' || c == '\''; }

// Where the quote that begins at `at` ends: not at one behind a backslash, which '...' takes as it is.
std::size_t end_of_quote(std::string_view line, std::size_t at) {
  const char quote = line[at];
  while (++at < line.size() && line[at] != quote) {
    if (quote == '"' && line[at] == '\\') ++at;
  }
  return at < line.size() ? at : std::string_view::npos;
}

// A quote begins where a value does: there may be an apostrophe in a word.
bool begins_quote(std::string_view line, std::size_t at) {
  if (!is_quote(line[at])) return false;
  const bool begins = at == 0 || std::string_view(" \t=[,").find(line[at - 1]) != std::string_view::npos;
  return begins && end_of_quote(line, at) != std::string_view::npos;
}

std::string_view without_comment(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '#') return line.substr(0, at);
    if (begins_quote(line, at)) at = end_of_quote(line, at);
  }
  return line;
}

// `to = [` without its end.
bool begins_list(std::string_view line) {
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view value = trim(line.substr(equals + 1));
  return value.starts_with('[') && !value.ends_with(']');
}

// `key = value`, or a section: no element of a list.
bool begins_anew(std::string_view line) {
  const std::string_view key = trim(line.substr(0, line.find('=')));
  constexpr std::string_view of_keys = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  const bool is_key = !key.empty() && key.find_first_not_of(of_keys) == std::string_view::npos;
  return line.starts_with('[') || (is_key && key.size() < line.size());
}

// From its first line to that with its bracket; how many those are, or 0 where there is none.
std::pair<std::string, std::size_t> list_from(const std::vector<std::string>& lines, std::size_t first) {
  std::string list = lines[first];
  for (std::size_t at = first + 1; at < lines.size(); ++at) {
    const std::string_view line = lines[at];
    if (begins_anew(line)) break;
    list.append(" ").append(line);
    if (line.ends_with(']')) return {list, at - first + 1};
  }
  return {{}, 0};
}

// A comma may stand behind the last element.
void drop_last_comma(std::string& list) {
  const std::string_view inner = trim(std::string_view(list).substr(0, list.size() - 1));
  if (inner.ends_with(',')) list = std::string(inner.substr(0, inner.size() - 1)) + "]";
}

std::string_view without_quotes(std::string_view text) {
  const bool quoted = text.size() >= 2 && is_quote(text.front()) && text.back() == text.front();
  return quoted ? text.substr(1, text.size() - 2) : text;
}

// What is wrong with the quote that ends at `end`; nothing: empty. Of the escapes of TOML the parser knows \" alone.
std::string_view fault_of_quote(std::string_view value, std::size_t end) {
  if (end == std::string_view::npos) return "the quote is not closed";
  const bool doubled = value.front() == '"' && value.substr(0, end).find("\\\\") != std::string_view::npos;
  return doubled ? "a backslash stands for itself: write it once, or the text in '...'" : "";
}

// What is wrong between the brackets of a list; nothing: empty.
std::string_view fault_of_elements(std::string_view rest) {
  while (!(rest = trim(rest)).empty()) {
    const bool quoted = is_quote(rest.front());
    const auto end = quoted ? end_of_quote(rest, 0) : std::string_view::npos;
    if (const auto fault = quoted ? fault_of_quote(rest, end) : std::string_view(); !fault.empty()) return fault;
    if (quoted) rest.remove_prefix(end + 1);
    const std::string_view more = trim(take_until(rest, ','));
    if (quoted ? !more.empty() : more.find_first_of(" \t") != std::string_view::npos)
      return "a comma is missing between two of the list";
  }
  return {};
}

// What is wrong with the form of a value; nothing: empty.
std::string_view fault_of(std::string_view value) {
  if (value.empty()) return {};
  if (value.front() == '[')
    return value.ends_with(']') ? fault_of_elements(value.substr(1, value.size() - 2)) : "the list does not end with ]";
  if (value.starts_with("\"\"\"") || value.starts_with("'''"))
    return "no text over several lines: write it in one, in \" or '";
  if (!is_quote(value.front()))
    return value.find_first_of(" \t") == std::string_view::npos ? "" : "a text with blanks stands in quotes";
  const auto end = end_of_quote(value, 0);
  if (const auto fault = fault_of_quote(value, end); !fault.empty()) return fault;
  return end + 1 == value.size() ? "" : "something stands behind the quote";
}

}  // namespace

std::string section_name(std::string_view written) {
  constexpr std::string_view kind = "route";
  const std::string_view name = trim(written);
  const bool is_route = name.size() > kind.size() && name.starts_with(kind) && (name[5] == '.' || name[5] == ' ');
  if (!is_route) return std::string(without_quotes(name));
  return std::string(kind) + "." + std::string(without_quotes(trim(name.substr(kind.size() + 1))));
}

std::optional<std::string> section_of(std::string_view line) {
  const std::string_view content = trim(line);
  const auto end = content.rfind(']');
  if (!content.starts_with('[') || end == std::string_view::npos || end + 1 != content.size()) return std::nullopt;
  return section_name(content.substr(1, end - 1));
}

std::string_view key_of(std::string_view line) { return without_quotes(trim(line.substr(0, line.find('=')))); }

std::optional<ConfigMistake> config_mistake(std::string_view plain) {
  std::map<std::pair<std::string, std::string>, int> lines;
  std::string section;
  for (int number = 1; !plain.empty(); ++number) {
    const std::string_view line = trim(take_until(plain, '\n'));
    if (line.empty() || line.front() == ';') continue;
    if (auto name = section_of(line)) {
      section = *name;
      // That two routes have one name is told where routes are read.
      if (section.starts_with("route.")) section += ":" + std::to_string(number);
      continue;
    }
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return ConfigMistake{number, {}, "neither KEY = VALUE nor [SECTION]"};
    const std::string key(key_of(line));
    const std::string_view fault = fault_of(trim(line.substr(equals + 1)));
    if (!fault.empty()) return ConfigMistake{number, key, std::string(fault)};
    const auto [first, is_new] = lines.try_emplace({section, key}, number);
    if (!is_new) {
      const std::string where = std::to_string(first->second);
      return ConfigMistake{number, key, "it stands in line " + where + ", too; a list is [\"a\", \"b\"]"};
    }
  }
  return std::nullopt;
}

std::string plain_config(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(without_byte_order_mark(text))};
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.emplace_back(trim(without_comment(line)));
  }
  std::string plain;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto [list, taken] = begins_list(lines[at]) ? list_from(lines, at) : std::pair(std::string(), std::size_t{0});
    if (taken == 0) {
      std::string& line = lines[at];
      if (line.ends_with(']') && line.find('=') != std::string::npos) drop_last_comma(line);
      plain.append(line).append("\n");
    } else {
      drop_last_comma(list);
      plain.append(list).append(taken, '\n');
      at += taken - 1;
    }
  }
  return plain;
}

}  // namespace pos::cli
