// SPDX-License-Identifier: MIT
#include "cli/config.hpp"

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/config_text.hpp"
#include "cli/input.hpp"

namespace pos::cli {
namespace {

constexpr std::array<std::string_view, 6> tools = {"pos-train",  "pos-score",      "pos-alert",
                                                   "pos-report", "checkout-stats", "pos-serve"};
constexpr std::array<std::string_view, 17> shared_keys = {
    "quiet",   "verbose",       "input-format", "format",        "model",    "db",
    "columns", "no-header",     "time-format",  "timezone",      "on-error", "color",
    "stream",  "resolve-after", "min-severity", "max-model-age", "events"};

// Above the first section these are of transactions, which checkout-stats does not read.
constexpr std::array<std::string_view, 2> transaction_keys = {"columns", "input-format"};

template <typename List>
bool contains(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

constexpr std::string_view route_prefix = "route.";

bool is_route(std::string_view section) { return section.starts_with(route_prefix); }

struct File {
  std::string path;
  std::string text;

  // Where `key` stands below `[section]` (empty: above the first), for messages.
  [[nodiscard]] std::string place(const std::string& section, const std::string& key) const {
    std::istringstream lines(text);
    std::string line;
    std::string current;
    for (int number = 1; std::getline(lines, line); ++number) {
      if (auto header = section_of(line)) current = *header;
      if (current == section && key_of(line) == key) return path + ":" + std::to_string(number);
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
  return {path, plain_config(read_file(path))};
}

void check_lines(const File& file) {
  const auto mistake = config_mistake(file.text);
  if (!mistake) return;
  const std::string key = mistake->key.empty() ? "" : printable(mistake->key) + ": ";
  throw Error(Fault::config, file.path + ":" + std::to_string(mistake->line) + ": " + key + mistake->reason);
}

std::vector<ConfigItem> parse(const File& file) {
  try {
    std::vector<ConfigItem> items = parse_config(file.text);
    for (ConfigItem& item : items) item.section = section_name(item.section);
    return items;
  } catch (const Error& error) {
    throw Error(error.fault(), file.path + ": " + error.what());
  }
}

bool takes_path(const Command& command, const std::string& key) {
  constexpr std::array paths = {Values::Of::files, Values::Of::folders, Values::Of::models};
  const std::vector<OptionText> options = command.options();
  return std::any_of(options.begin(), options.end(), [&](const OptionText& option) {
    return contains(option.names, "--" + key) && std::find(paths.begin(), paths.end(), option.values.of) != paths.end();
  });
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
  if (command.offered(item.key)) return;  // by the section of the tool
  if (!item.values.empty()) command.offer(item.key, item.values.back());
  if (command.given(item.key)) return;
  if (item.key == "timezone" && !environment("TZ").empty()) return;
  std::vector<std::string> values = item.values;
  if (takes == Command::Takes::nothing) {
    const std::string flag = values.empty() ? "true" : values.front();
    if (flag == "false") return;
    if (flag != "true") refuse("true or false is wanted");
    values = {flag};
  }
  if (values.empty()) refuse("a value is wanted");
  for (const std::string& value : values) {
    const std::string_view problem = wrong_path(value);
    if (!problem.empty() && takes_path(command, item.key)) refuse(std::string(problem));
  }
  if (takes == Command::Takes::value && values.size() > 1) refuse("one value is wanted, not a list");
  if (const std::string problem = command.configure(item.key, values, place); !problem.empty()) refuse(problem);
}

void check_section(const File& file, const ConfigItem& item) {
  if (item.section.empty() || contains(tools, item.section) || is_route(item.section)) return;
  const std::string place = file.place(item.section, item.key) + ": [" + printable(item.section) + "]: ";
  if (item.section == "route") throw Error(Fault::config, place + "a route has a name: [route.night]");
  const bool may_be_route = item.section.starts_with("rout") || item.section.find('.') != std::string::npos;
  throw Error(Fault::config, place + "no such tool" + (may_be_route ? ", and no route, which is [route.NAME]" : ""));
}

// Those that stand there twice are two, as an entry goes to the first.
std::vector<ConfigSection> routes_of(const File& file, const std::vector<ConfigItem>& items) {
  std::vector<ConfigSection> routes;
  std::istringstream lines(file.text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const auto header = section_of(line);
    if (header && is_route(*header))
      routes.push_back({header->substr(route_prefix.size()), file.path + ":" + std::to_string(number), {}});
  }
  for (const ConfigItem& item : items) {
    if (!is_route(item.section)) continue;
    const std::string name = item.section.substr(route_prefix.size());
    const std::string place = file.place(item.section, item.key);
    auto route = std::ranges::find(routes, name, &ConfigSection::name);
    if (route == routes.end()) route = routes.insert(route, {name, place, {}});  // of a key such as route.night.to
    route->entries.push_back({item.key, item.values, place});
  }
  return routes;
}

}  // namespace

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
}

std::string_view wrong_path(std::string_view path) {
  const bool is_of_shell = path.starts_with('~') || path.starts_with('$');
  return is_of_shell ? "no shell fills in ~ and $HOME here: write the whole path, from / on" : "";
}

std::string home_folder() {
  std::string home = environment("HOME");
  if (!home.empty()) return home;
  // Not getpwuid(): checkout-stats may be static, and that would load the libraries of whatever libc runs it.
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> users(std::fopen("/etc/passwd", "re"), std::fclose);
  for (const passwd* user; users && (user = fgetpwent(users.get())) != nullptr;) {
    if (user->pw_uid == geteuid()) return user->pw_dir;
  }
  return "";
}

// The user's own, else the system's.
std::string usual_config() {
  const std::string name = "/pos-tools/config.toml";
  const std::string home = environment("XDG_CONFIG_HOME");
  std::string path = (home.empty() ? home_folder() + "/.config" : home) + name;
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
  check_lines(file);
  const std::vector<ConfigItem> items = parse(file);
  for (const ConfigItem& item : items) check_section(file, item);
  // What the section of the tool says counts before what stands above the first.
  for (const std::string& section : {command.name(), std::string()}) {
    for (const ConfigItem& item : items) {
      if (item.section == section) apply(command, file, item);
    }
  }
  command.offer_routes(routes_of(file, items));
}

}  // namespace pos::cli
