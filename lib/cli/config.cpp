// SPDX-License-Identifier: MIT
#include "cli/config.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/input.hpp"

namespace pos::cli {
namespace {

constexpr std::array<std::string_view, 6> tools = {"pos-train",  "pos-score",      "pos-alert",
                                                   "pos-report", "checkout-stats", "pos-serve"};
constexpr std::array<std::string_view, 11> shared_keys = {"quiet",    "verbose", "input-format", "format",
                                                          "model",    "db",      "columns",      "timezone",
                                                          "on-error", "color",   "progress"};

template <typename List>
bool contains(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr ? value : "";
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

// The file to read; none: an empty path.
File find_file(const CLI::App& command) {
  const CLI::Option* option = command.get_option_no_throw("--config");
  std::string path = option != nullptr && option->count() > 0 ? option->as<std::string>() : std::string();
  const bool named = !path.empty();
  if (!named) {
    const std::string home = environment("XDG_CONFIG_HOME");
    path = (home.empty() ? environment("HOME") + "/.config" : home) + "/pos-tools/config.toml";
  }
  if (!named && !std::ifstream(path).is_open()) return {};
  return {path, read_file(path)};
}

std::vector<CLI::ConfigItem> parse(const File& file) {
  std::istringstream in(file.text);
  try {
    return CLI::ConfigTOML().from_config(in);
  } catch (const CLI::Error& error) {
    throw Error(Fault::config, file.path + ": " + error.what());
  }
}

void apply(CLI::App& command, const File& file, const std::string& section, const CLI::ConfigItem& item) {
  const auto refuse = [&](const std::string& reason) {
    throw Error(Fault::config, file.place(section, item.name) + ": " + printable(item.name) + ": " + reason);
  };
  CLI::Option* option = command.get_option_no_throw("--" + item.name);
  if (option == nullptr || item.name == "config" || item.name == "help" || item.name == "version") {
    if (section.empty() && contains(shared_keys, item.name)) return;
    refuse("no such option");
  }
  if (option->count() > 0) return;  // the command line or the environment said it
  if (item.name == "timezone" && !environment("TZ").empty()) return;
  try {
    if (option->get_expected_min() == 0) {
      const std::string flag = item.inputs.empty() ? "true" : item.inputs.front();
      if (flag == "false") return;
      if (flag != "true") refuse("true or false is wanted");
      option->add_result("true");
    } else {
      if (item.inputs.empty()) refuse("a value is wanted");
      for (const std::string& input : item.inputs) option->add_result(input);
    }
    option->run_callback();
  } catch (const CLI::Error& error) {
    const std::string reason = error.what();
    const std::string prefix = "--" + item.name + ": ";
    refuse(reason.starts_with(prefix) ? reason.substr(prefix.size()) : reason);
  }
}

}  // namespace

void apply_config(CLI::App& command) {
  const File file = find_file(command);
  if (file.path.empty()) return;
  for (const CLI::ConfigItem& item : parse(file)) {
    if (item.name == "++" || item.name == "--") continue;  // CLI11's marks for where a section begins and ends
    std::string section;
    for (const std::string& parent : item.parents) section += (section.empty() ? "" : ".") + parent;
    if (!section.empty() && !contains(tools, section)) {
      throw Error(Fault::config, file.place(section, item.name) + ": [" + printable(section) + "]: no such tool");
    }
    if (section.empty() || section == command.get_name()) apply(command, file, section, item);
  }
}

std::string config_place(const CLI::App& command, const std::string& key) {
  const File file = find_file(command);
  if (file.path.empty()) return {};
  for (const std::string& section : {command.get_name(), std::string()}) {
    const std::string place = file.place(section, key);
    if (place != file.path) return place + ": " + key;
  }
  return {};
}

}  // namespace pos::cli
