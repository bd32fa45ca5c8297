// SPDX-License-Identifier: MIT
// Where messages go, and how patiently.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "notify/stopping.hpp"
#include "notify/template.hpp"

namespace pos::dispatch {

// Files have the names by which whoever delivers later finds them, whatever folder that is.
struct Settings {
  std::vector<std::string> to;
  std::string from;
  std::string smtp;
  std::string user;
  std::string password_file;
  std::string password_command;
  std::string cacert;
  std::vector<std::string> webhook_files;
  std::vector<std::string> slack_files;
  std::string exec;
  std::string maildir;
  std::optional<notify::Template> words;     // of mail; none: the built-in ones
  Language language = Language::en;          // of mail, its attachment and Slack
  std::string host = "localhost";            // ours
  std::chrono::seconds timeout{30};          // of one try
  int retries = 5;                           // tries before only one in ten minutes or so is made
  std::chrono::seconds give_up{3 * 86'400};  // what could not be delivered for longer is not tried again
  notify::Stopped stopped = {};              // ends a try; empty: nothing does

  [[nodiscard]] bool any() const {
    return !to.empty() || !webhook_files.empty() || !slack_files.empty() || !exec.empty() || !maildir.empty();
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
