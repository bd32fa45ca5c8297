// SPDX-License-Identifier: MIT
// A shop without incidents, a model of it, and a sink that writes down what a stream says.
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <string>
#include <vector>

#include "model/random.hpp"
#include "model/training.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {

struct Input {
  int minute;  // since midnight of day 0; a clock is all the stream is told
  std::string status;
  std::int64_t count;
};

inline LocalTime clock_of(int minute) { return {LocalTime::no_day, minute % 1440 * 60}; }

// A shop of about 30 approved and 3 denied a minute, without any incident.
inline std::vector<Input> calm(int from, int to, std::uint64_t seed) {
  model::Random random(seed, 0);
  const auto around = [&](int mean) {  // variance near the mean's
    std::int64_t sum = 0;
    for (int i = 0; i < 2 * mean; ++i) sum += static_cast<std::int64_t>(random.below(2));
    return sum;
  };
  std::vector<Input> rows;
  for (int minute = from; minute < to; ++minute) {
    rows.push_back({minute, "approved", around(30)});
    rows.push_back({minute, "denied", around(3)});
  }
  return rows;
}

// What came out, a line each.
class Lines final : public Sink {
 public:
  void row(const Decided& row, const Scored& s) override {
    standings.push_back(row.standing);
    open.push_back(row.open);
    add(std::string(row.columns), s);
  }
  void silence(const Silence& silence, const Scored& s) override {
    made_up.push_back(silence.time);
    add(fmt::format("{} +{} {} made up{}", silence.time_like, silence.minutes_later, silence.status,
                    silence.open ? " for now" : ""),
        s);
  }
  std::vector<std::string> lines;
  std::vector<Scored> scored;
  std::vector<Standing> standings;  // of rows,
  std::vector<bool> open;           // likewise
  std::vector<LocalTime> made_up;   // the minutes of the others

 private:
  void add(const std::string& columns, const Scored& s) {
    lines.push_back(fmt::format("{}|{:.6f}|{}|{}|{}", columns, s.score, s.expected.value_or(-1),
                                s.surprise.value_or(-99), s.reason));
    scored.push_back(s);
  }
};

inline std::string text_of(int minute) { return fmt::format("{:02}:{:02}", minute % 1440 / 60, minute % 60); }

inline const model::Model& trained() {
  static const model::Model model = [] {
    model::History history;
    history.begin_file();
    for (const Input& row : calm(0, 3 * 1440, 1)) history.add({clock_of(row.minute), row.status, row.count});
    return model::train(history, {}).model;
  }();
  return model;
}

inline LocalTime on_a_day(int minute) { return {20'000 + minute / 1440, minute % 1440 * 60}; }

}  // namespace pos::pipeline
