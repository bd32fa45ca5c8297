// SPDX-License-Identifier: MIT
// What a server is told, whoever says it: pos-serve its options, a test what it likes.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "incident/rules.hpp"
#include "pipeline/model_age.hpp"
#include "serve/engine.hpp"

namespace pos::serve {

inline constexpr const char* tool = "pos-serve";  // who speaks on standard error

struct Settings {
  bool quiet = false;
  bool verbose = false;  // a line for each request
  std::string title;  // of the page
  std::string listen = "127.0.0.1:8080";
  std::vector<std::string> allow_hosts;
  std::string token_file, read_token_file;
  std::string alert_command;
  std::optional<Language> language;  // of pages; none: what the browser asks for
  std::uint64_t max_body = 1'048'576;  // bytes
  std::size_t max_clients = 256;
  std::chrono::seconds timeout{10};
  std::string timezone;  // as read::TimeZone has it
  std::string events;  // file; empty: none
  EngineSettings engine;
  incident::Rules rules;
  std::chrono::seconds max_model_age = pipeline::usual_model_age;
};

}  // namespace pos::serve
