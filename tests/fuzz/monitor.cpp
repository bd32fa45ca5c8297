// SPDX-License-Identifier: MIT
// The state of a monitor, with changes: each line of the input is `LINE WORD TEXT`, and TEXT comes in the place of that
// word of that line, counted from 0. What is taken for a state goes on, and is one that can be read again.
#include "model/monitor/monitor.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <sstream>
#include <vector>

#include "base/text.hpp"
#include "fuzz/target.hpp"

namespace pos::fuzz {
namespace {

using Words = std::vector<std::string>;

// One minute of a shop: counts that vary, and an outage of the volume now and then.
std::vector<model::StatusCount> counts_of(model::Monitor& monitor, std::int64_t minute) {
  std::vector<model::StatusCount> counts;
  if (minute % 500 > 10) counts.push_back({monitor.intern("approved"), static_cast<std::uint64_t>(90 + minute % 37)});
  if (minute % 3 == 0) counts.push_back({monitor.intern("denied"), static_cast<std::uint64_t>(1 + minute % 5)});
  if (minute % 401 == 0) counts.push_back({monitor.intern("failed"), 60});
  return counts;
}

// A day and a half of it, by line and word.
std::vector<Words> learned_state() {
  model::Monitor monitor;
  constexpr std::int64_t begin = std::int64_t{20'000} * 1440;
  for (std::int64_t minute = begin; minute < begin + 2200; ++minute)
    monitor.step(minute, counts_of(monitor, minute), model::Report::nothing);
  std::vector<Words> lines;
  std::istringstream text(monitor.state());
  for (std::string line; std::getline(text, line);) {
    std::istringstream words(line);
    lines.emplace_back(std::istream_iterator<std::string>(words), std::istream_iterator<std::string>());
  }
  return lines;
}

std::string changed_state(std::string_view changes) {
  static const std::vector<Words> learned = learned_state();
  std::vector<Words> lines = learned;
  while (!changes.empty()) {
    std::string_view change = take_until(changes, '\n');
    const auto number = [&change] {
      const auto blank = change.find(' ');
      const auto value = parse_number<std::size_t>(change.substr(0, blank));
      change.remove_prefix(blank == std::string_view::npos ? change.size() : blank + 1);
      return value;
    };
    const auto line = number();
    const auto word = number();
    if (line && word && *line < lines.size() && *word < lines[*line].size()) lines[*line][*word] = change;
  }
  std::string text;
  for (const Words& line : lines) (text += join(line, " ")) += '\n';
  return text;
}

void expect_sane(const model::Verdict& verdict) {
  expect(std::isfinite(verdict.expected) && verdict.expected >= 0, "what is expected is a number");
  expect(std::isfinite(verdict.score), "surprise is a number");
  expect_plain(verdict.status);
  expect_plain(verdict.reason);
}

}  // namespace

void take(std::string_view bytes) {
  model::Monitor monitor = model::Monitor::from_state(changed_state(bytes));
  const std::string state = monitor.state();
  const auto again = [&] { return model::Monitor::from_state(monitor.state()).state(); };
  expect_same(state, read_again(again, "a state written"), "a state written and read again");
  const std::int64_t begin = monitor.last_minute().value_or(0);
  constexpr std::int64_t minutes = 45;
  if (begin > model::max_named_minute - minutes) return;  // no time is behind it
  for (std::int64_t minute = begin + 1; minute <= begin + minutes; ++minute) {
    const auto counts = counts_of(monitor, std::abs(minute));
    for (const model::Verdict& verdict : monitor.step(minute, counts)) expect_sane(verdict);
  }
  static_cast<void>(read_again(again, "a state that has gone on"));
}

}  // namespace pos::fuzz
