// SPDX-License-Identifier: MIT
#include "cli/config_text.hpp"

#include <sstream>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace pos::cli {
namespace {

// A quote begins where a value does: there may be an apostrophe in a word.
bool begins_quote(std::string_view line, std::size_t at) {
  const char quote = line[at];
  if (quote != '"' && quote != '\'') return false;
  const bool begins = at == 0 || std::string_view(" \t=[,").find(line[at - 1]) != std::string_view::npos;
  return begins && line.find(quote, at + 1) != std::string_view::npos;
}

std::string_view without_comment(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '#') return line.substr(0, at);
    if (begins_quote(line, at)) at = line.find(line[at], at + 1);
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

}  // namespace

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
