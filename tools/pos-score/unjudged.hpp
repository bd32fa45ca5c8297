// SPDX-License-Identifier: MIT
// Rows that pass unjudged, and when there are so many of them that the result is worth nothing.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/local_time.hpp"
#include "cli/run_tool.hpp"
#include "clock/belief.hpp"
#include "options.hpp"
#include "pipeline/stream.hpp"

namespace pos::tools {

class Unjudged {
 public:
  explicit Unjudged(bool quiet) : quiet_(quiet) {}

  // What a file may be that has many of them.
  enum class Input { file, pipe, part };  // the last one of a stream that goes on from run to run
  void begin_file(const std::string& name, Input input) {
    file_ = name;
    input_ = input;
  }

  void see(const pipeline::Decided& row) {
    ++rows_;
    ++rows_since_;
    if (row.standing == pipeline::Standing::judged) return;
    if (row.standing == pipeline::Standing::twice) return tell_twice(row);
    if (unjudged_++ == 0) first_ = to_text(row.time);
    ++unjudged_since_;
    if (!quiet_) tell(row);
  }

  // Rows that were judged.
  void see_judged(std::size_t rows) {
    rows_ += static_cast<std::int64_t>(rows);
    rows_since_ += static_cast<std::int64_t>(rows);
  }

  // On input that goes on: at most once an hour, with -q too.
  void tell_meanwhile() {
    constexpr std::chrono::minutes soon(1);
    constexpr std::chrono::hours often(1);
    const auto now = std::chrono::steady_clock::now();
    if (now - told_ < (told_once_ ? std::chrono::minutes(often) : soon) ||
        !clock::too_many(unjudged_since_, rows_since_))
      return;
    cli::say(tool, sentence(unjudged_since_, rows_since_));
    told_ = now;
    told_once_ = true;
    rows_since_ = unjudged_since_ = 0;
  }

  // True: more than anybody could overlook, and told, with -q too.
  [[nodiscard]] bool sum_up() const {
    if (clock::too_many(unjudged_, rows_)) {
      cli::say(tool, sentence(unjudged_, rows_));
      return true;
    }
    if (!quiet_ && unjudged_ > 1)
      cli::say(tool, std::to_string(unjudged_) + " rows were not judged, since their time is out of order");
    return false;
  }

 private:
  [[nodiscard]] std::string sentence(std::int64_t unjudged, std::int64_t rows) const {
    return std::to_string(unjudged) + " of " + std::to_string(rows) + " rows were not judged, the first of " + first_ +
           ": they come after later ones, or nothing confirms their time (" + std::string(cure());
  }

  [[nodiscard]] std::string_view cure() const {
    switch (input_) {
      case Input::pipe:
        return "give a file instead of a pipe: files are judged in order of time)";
      case Input::part:
        return "has the state had them before, or a terminal a wrong clock?)";
      case Input::file:
        break;
    }
    return "has a terminal a wrong clock, or is the history ahead of the file?)";
  }

  // A row of an earlier run has no line any more.
  [[nodiscard]] std::string place(const pipeline::Decided& row) const {
    return file_ + (row.origin.line > 0 ? ":" + std::to_string(row.origin.line) : std::string()) + ": ";
  }

  // Nobody's fault, and no reason to fail.
  void tell_twice(const pipeline::Decided& row) {
    if (std::exchange(told_twice_, true) || quiet_) return;
    cli::say(tool,
             place(row) + "clocks are put back, and " + to_text(row.time) +
                 " comes twice: rows of that hour are not judged (times with an offset, or epoch seconds, would be)");
  }

  void tell(const pipeline::Decided& row) {
    constexpr std::int64_t most = 10;
    const std::string where = place(row);
    if (row.standing == pipeline::Standing::late) {
      if (late_++ == 0)
        cli::say(tool, where + "row is out of time, its minute decided: it passes unjudged, as will others like it");
    } else if (not_believed_++ < most) {
      cli::say(tool, where + "no other row confirms the time " + to_text(row.time) + ": it passes unjudged");
    }
  }

  bool quiet_;
  std::string file_;
  Input input_ = Input::file;
  std::string first_;  // time of the first one
  std::int64_t rows_ = 0, unjudged_ = 0;
  std::int64_t rows_since_ = 0, unjudged_since_ = 0;  // told_
  std::int64_t late_ = 0, not_believed_ = 0;
  std::chrono::steady_clock::time_point told_ = std::chrono::steady_clock::now();
  bool told_once_ = false;
  bool told_twice_ = false;
};

}  // namespace pos::tools
