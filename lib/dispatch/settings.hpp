// SPDX-License-Identifier: MIT
// Where messages go, and how patiently.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "dispatch/conditions.hpp"
#include "notify/stopping.hpp"
#include "notify/template.hpp"
#include "notify/webhook_template.hpp"

namespace pos::dispatch {

// How messages leave, whoever gets them. Files have the names by which whoever delivers later finds them, whatever
// folder that is; so have those of Destinations.
struct Transport {
  std::string from;
  std::string smtp;
  std::string user;
  std::string password_file;
  std::string password_command;
  std::string token_command;  // instead of a password: prints an access token of OAuth 2
  std::string cacert;
  std::string host = "localhost";            // ours
  std::chrono::seconds timeout{30};          // of one try
  int retries = 5;                           // tries before only one in ten minutes or so is made
  std::chrono::seconds give_up{3 * 86'400};  // what could not be delivered for longer is not tried again
  notify::Stopped stopped = {};              // ends a try; empty: nothing does
};

// Who is told, and in which form where that is theirs.
struct Destinations {
  std::vector<std::string> to;
  std::vector<std::string> webhook_files;
  std::vector<std::string> slack_files;
  std::string exec;
  std::string maildir;
  std::string webhook_template = {};                          // a file
  std::optional<notify::WebhookTemplate> webhook_words = {};  // what is in it; none: our JSON

  [[nodiscard]] bool any() const {
    return !to.empty() || !webhook_files.empty() || !slack_files.empty() || !exec.empty() || !maildir.empty();
  }
};

// Who gets what.
struct Route {
  std::string name;  // empty: that of the options of pos-alert itself
  Destinations destinations;
  Conditions conditions = {};
};

struct Settings {
  Transport transport;
  Destinations own;           // of the options themselves: everything goes there; its template is for routes too
  std::vector<Route> routes;  // beside them
  std::vector<std::string> alertmanager_files = {};  // shown all that is so: it has routes of its own
  std::optional<notify::Template> words;  // of mail; none: the built-in ones
  Language language = Language::en;       // of mail, its attachment, Slack and templates

  [[nodiscard]] bool any() const {
    return own.any() || !alertmanager_files.empty() ||
           std::any_of(routes.begin(), routes.end(), [](const Route& r) { return r.destinations.any(); });
  }
};

// What commands that a message suggests want behind their name to work on the same, such as `-b /var/lib/pos.db`;
// empty: nothing.
struct Places {
  std::string alert;   // pos-alert
  std::string report;  // pos-report
  std::string page;    // address of the page of pos-serve
};

}  // namespace pos::dispatch
