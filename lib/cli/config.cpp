// SPDX-License-Identifier: MIT
#include "cli/config.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/input.hpp"

namespace pos::cli {
namespace {

constexpr std::array<std::string_view, 6> tools = {"pos-train",  "pos-score",      "pos-alert",
                                                   "pos-report", "checkout-stats", "pos-serve"};
constexpr std::array<std::string_view, 18> shared_keys = {
    "quiet",    "verbose",   "input-format",  "format",       "model",         "db",
    "columns",  "no-header", "time-format",   "timezone",     "on-error",      "color",
    "progress", "stream",    "resolve-after", "min-severity", "max-model-age", "events"};

// Above the first section these are of transactions, which checkout-stats does not read.
constexpr std::array<std::string_view, 2> transaction_keys = {"columns", "input-format"};

template <typename List>
bool contains(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

struct File {
  std::string path;
  std::string text;

  // Where `key` stands below `[section]` (empty: above the first), for messages.
  [[nodiscard]] std::string place(const std::string& section, const std::string& key) const {
    std::istringstream lines(text);
    std::string line;
    std::string current;
    for (int number = 1; std::getline(lines, line); ++number) {
      const std::string_view content = trim(line);
      if (content.starts_with('[')) current = trim(content.substr(1, content.find(']') - 1));
      const std::string_view name = trim(content.substr(0, content.find('=')));
      if (current == section && name == key) return path + ":" + std::to_string(number);
    }
    return path;
  }
};

// One that is there and may not be read is an error: it may say who is to be told.
bool is_there(const std::string& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) == 0;
}

// The file to read; none: an empty path.
File find_file(const Command& command) {
  std::string path = command.given("config").value_or("");
  if (path.empty()) path = usual_config();
  if (path.empty()) return {};
  return {path, read_file(path)};
}

std::vector<ConfigItem> parse(const File& file) {
  try {
    return parse_config(file.text);
  } catch (const Error& error) {
    throw Error(error.fault(), file.path + ": " + error.what());
  }
}

void apply(Command& command, const File& file, const ConfigItem& item) {
  const std::string place = file.place(item.section, item.key) + ": " + printable(item.key);
  const auto refuse = [&](const std::string& reason) { throw Error(Fault::config, place + ": " + reason); };
  const Command::Takes takes = command.takes(item.key);
  if (takes == Command::Takes::unknown || item.key == "config" || item.key == "help" || item.key == "version" ||
      item.key == "no-db") {
    if (item.section.empty() && contains(shared_keys, item.key)) return;
    refuse("no such option");
  }
  if (item.section.empty() && command.name() == "checkout-stats" && contains(transaction_keys, item.key)) return;
  if (item.key == "db" && command.given("no-db")) return;
  if (!item.values.empty() && !command.offered(item.key)) command.offer(item.key, item.values.back());
  if (command.given(item.key) || !command.configured(item.key).empty()) return;
  if (item.key == "timezone" && !environment("TZ").empty()) return;
  std::vector<std::string> values = item.values;
  if (takes == Command::Takes::nothing) {
    const std::string flag = values.empty() ? "true" : values.front();
    if (flag == "false") return;
    if (flag != "true") refuse("true or false is wanted");
    values = {flag};
  }
  if (values.empty()) refuse("a value is wanted");
  if (const std::string problem = command.configure(item.key, values, place); !problem.empty()) refuse(problem);
}

}  // namespace

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

// The user's own, else the system's.
std::string usual_config() {
  const std::string name = "/pos-tools/config.toml";
  const std::string home = environment("XDG_CONFIG_HOME");
  std::string path = (home.empty() ? environment("HOME") + "/.config" : home) + name;
  if (is_there(path)) return path;
  std::istringstream folders(environment("XDG_CONFIG_DIRS") + ":/etc");
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (folder.starts_with('/') && is_there(path = folder + name)) return path;
  }
  return {};
}

void apply_config(Command& command) {
  const File file = find_file(command);
  if (file.path.empty()) return;
  for (const ConfigItem& item : parse(file)) {
    if (!item.section.empty() && !contains(tools, item.section)) {
      throw Error(Fault::config,
                  file.place(item.section, item.key) + ": [" + printable(item.section) + "]: no such tool");
    }
    if (item.section.empty() || item.section == command.name()) apply(command, file, item);
  }
}

}  // namespace pos::cli
