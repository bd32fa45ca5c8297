// SPDX-License-Identifier: MIT
#include "routes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/config.hpp"
#include "incident/silence_wish.hpp"
#include "notify/address.hpp"

namespace pos::tools {
namespace {

using cli::ConfigSection;
using dispatch::Route;
using Entry = ConfigSection::Entry;

constexpr std::string_view known_keys =
    "severity, status, key, and to, webhook-file, webhook-template, slack-file, exec, maildir";

[[noreturn]] void wrong(const std::string& place, const std::string& reason) {
  throw Error(Fault::config, place + ": " + reason);
}

[[noreturn]] void wrong(const Entry& entry, const std::string& reason) {
  wrong(entry.place + ": " + printable(entry.key), reason);
}

std::string quoted(const std::string& text) { return "'" + printable(text) + "'"; }

const std::string& one_of(const Entry& entry) {
  if (entry.values.size() != 1) wrong(entry, "one value is wanted, not a list");
  if (entry.values.front().empty()) wrong(entry, "it is empty");
  return entry.values.front();
}

const std::vector<std::string>& list_of(const Entry& entry) {
  for (const std::string& value : entry.values) {
    if (value.empty()) wrong(entry, "it is empty");
  }
  return entry.values;
}

Severity severity_of(const Entry& entry) {
  const std::string& name = one_of(entry);
  for (const Severity severity : {Severity::warning, Severity::critical}) {
    if (name == severity_name(severity)) return severity;
  }
  wrong(entry, quoted(name) + " is neither warning nor critical");
}

// As incidents have them. What can match nothing was meant otherwise.
std::string masked(std::string pattern) {
  hide_card_numbers(pattern);
  return pattern;
}

std::vector<std::string> statuses_of(const Entry& entry) {
  std::vector<std::string> patterns;
  for (const std::string& pattern : list_of(entry)) {
    if (pattern.find(',') != std::string::npos)
      wrong(entry, quoted(pattern) + ": a list is [\"denied\", \"failed\"]; ? stands for a comma in a status");
    patterns.push_back(masked(pattern));
  }
  return patterns;
}

std::vector<std::string> keys_of(const Entry& entry) {
  std::vector<std::string> patterns;
  for (const std::string& pattern : entry.values) {
    const auto equals = pattern.find('=');
    if (!pattern.empty() && !incident::may_match_key(pattern)) wrong(entry, matches_no_key(pattern));
    const std::string column = pattern.substr(0, std::min(equals, pattern.size()));
    if (equals != std::string::npos && pattern.find("," + column + "=") != std::string::npos)
      wrong(entry, quoted(pattern) + ": a list is [\"merchant=m1\", \"merchant=m2\"]");
    patterns.push_back(masked(pattern));
  }
  return patterns;
}

std::vector<std::string> addresses_of(const Entry& entry, const dispatch::Transport& how) {
  for (const std::string& address : list_of(entry)) {
    try {
      static_cast<void>(notify::parse_address(address, entry.key));
    } catch (const Error& error) {
      wrong(entry.place, error.what());
    }
  }
  if (how.smtp.empty()) wrong(entry, "it needs a mail server: smtp in [pos-alert]");
  if (how.from.empty()) wrong(entry, "it needs a sender: from in [pos-alert]");
  return entry.values;
}

void check_path(const Entry& entry) {
  const bool is_path = entry.key == "maildir" || entry.key == "webhook-template" || entry.key.ends_with("-file");
  if (!is_path) return;
  for (const std::string& value : entry.values) {
    if (const std::string_view problem = cli::wrong_path(value); !problem.empty()) wrong(entry, std::string(problem));
  }
}

void take(const Entry& entry, const dispatch::Transport& how, Route& route) {
  dispatch::Conditions& conditions = route.conditions;
  dispatch::Destinations& destinations = route.destinations;
  const std::string& key = entry.key;
  if (entry.values.empty()) wrong(entry, "a value is wanted");
  check_path(entry);
  if (key == "severity") {
    conditions.severity = severity_of(entry);
  } else if (key == "status") {
    conditions.statuses = statuses_of(entry);
  } else if (key == "key") {
    conditions.keys = keys_of(entry);
  } else if (key == "to") {
    destinations.to = addresses_of(entry, how);
  } else if (key == "webhook-file") {
    destinations.webhook_files = list_of(entry);
  } else if (key == "webhook-template") {
    destinations.webhook_template = one_of(entry);
  } else if (key == "slack-file") {
    destinations.slack_files = list_of(entry);
  } else if (key == "exec") {
    destinations.exec = one_of(entry);
  } else if (key == "maildir") {
    destinations.maildir = one_of(entry);
  } else {
    wrong(entry, "no key of a route, which has " + std::string(known_keys));
  }
}

Route route_of(const ConfigSection& section, const dispatch::Transport& how) {
  Route route;
  route.name = section.name;
  std::vector<std::string> taken;
  for (const Entry& entry : section.entries) {
    if (std::find(taken.begin(), taken.end(), entry.key) != taken.end())
      wrong(entry, "it stands twice in this route; a list is [\"a\", \"b\"]");
    taken.push_back(entry.key);
    take(entry, how, route);
  }
  if (!route.destinations.webhook_template.empty() && route.destinations.webhook_files.empty())
    wrong(section.place, "[route." + printable(section.name) + "]: its webhook-template needs a webhook-file here");
  if (!route.destinations.any())
    wrong(section.place, "[route." + printable(section.name) +
                             "]: it has no channel: to, webhook-file, slack-file, exec or maildir is wanted");
  return route;
}

// What two of one name say cannot be told apart.
void check_names(const std::vector<ConfigSection>& sections) {
  for (auto section = sections.begin(); section != sections.end(); ++section) {
    if (section->name.empty()) wrong(section->place, "a route has a name: [route.night]");
    const auto first = std::ranges::find(sections, section->name, &ConfigSection::name);
    if (first != section)
      wrong(section->place, "[route." + printable(section->name) + "]: there is one of this name in " + first->place +
                                ": give this one another");
  }
}

}  // namespace

std::string matches_no_key(std::string_view pattern) {
  return quoted(std::string(pattern)) +
         " can match no key: a key is COLUMN=VALUE, such as merchant=m1 or 'merchant=m*'";
}

std::vector<Route> routes_of(const cli::Command& command, const dispatch::Transport& how) {
  check_names(command.routes());
  std::vector<Route> routes;
  for (const ConfigSection& section : command.routes()) routes.push_back(route_of(section, how));
  return routes;
}

}  // namespace pos::tools
