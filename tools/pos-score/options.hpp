// SPDX-License-Identifier: MIT
// What pos-score is asked for.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/options.hpp"
#include "pipeline/model_age.hpp"
#include "pipeline/settings.hpp"

namespace pos::tools {

inline constexpr const char* tool = "pos-score";

struct Options {
  cli::CommonOptions common;
  cli::InputOptions input;
  std::string model;   // file; empty: what the stream has learned itself
  std::string events;  // file; empty: none
  std::optional<Format> format;
  std::string output = "-";
  pipeline::Settings scoring;
  std::chrono::seconds grace{5};
  std::chrono::seconds max_model_age = pipeline::usual_model_age;
  bool now = false;  // files are judged up to the clock
  bool no_fill = false;
  bool alerts_only = false;
  bool no_header_out = false;
  bool exit_status = false;
  std::string history;               // database; empty: none
  std::string state;                 // file; empty: none
  std::string stream;                // of the history, or that the state is of
  std::optional<std::int32_t> date;  // of the first row
};

}  // namespace pos::tools
