// SPDX-License-Identifier: MIT
// What a model knows that decides: for those who have half a minute.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/record.hpp"
#include "base/volume.hpp"
#include "model/coverage.hpp"
#include "model/history.hpp"
#include "model/history_days.hpp"
#include "model/model_file.hpp"

namespace pos::model {

// What the monitor told in the days that were held out: it was judged minute by minute by what came before, as in
// pos-score, and nobody looked at labels.
struct HeldOut {
  struct Told {
    Period period;
    std::string key;  // `merchant=m17`; empty: of the whole
    std::string statuses;
    Severity severity = Severity::none;
    std::string reason;
    std::string words;  // for people; in no JSON
  };

  Period period;
  std::int64_t minutes = 0;         // judged, without gaps of a day and more
  std::int64_t calendar_days = 0;   // that these are of
  std::int64_t minutes_before = 0;  // learnt before them
  std::vector<Told> incidents;

  [[nodiscard]] double days() const { return static_cast<double>(minutes) / minutes_per_day; }
  [[nodiscard]] double a_day() const { return minutes == 0 ? 0.0 : static_cast<double>(incidents.size()) / days(); }
};

struct Knowledge {
  struct KeyFacts {
    std::vector<std::string> families;
    std::int64_t number = 0;  // that had rows
    double surcharge = 0.0;
  };
  struct Rate {
    std::string status;
    double transactions = 0.0;
    double share = 0.0;  // of all transactions
  };

  std::int64_t minutes = 0;   // learnt from, without gaps and what events leave out
  std::int64_t left_out = 0;  // minutes that events leave out
  std::int64_t rows = 0;
  bool dated = true;
  Period span;               // on the wall clock
  bool daily_curve = false;  // known, or it will be at the next midnight
  WeekdaysSeen weekdays;
  std::string volume;
  double volume_a_minute = 0.0;
  std::vector<Rate> rates;  // the volume first, then what there is most of
  double budget = 0.0;
  std::optional<KeyFacts> keys;  // nothing: none are watched
  std::optional<HeldOut> held_out;
  std::vector<HistoryGap> gaps;
  std::vector<OddDay> odd_days;
};

// Whether a daily curve is there, or will be at the next midnight.
[[nodiscard]] bool knows_curve(Monitor monitor);

// model: as trained on the history, of at least one row, which `coverage` is of, and `days` has followed.
[[nodiscard]] Knowledge know(const Model& model, const History& history, const Coverage& coverage,
                             const HistoryDays& days);

// Members of an object.
void add_knowledge(JsonObject& object, const Knowledge& knowledge);

}  // namespace pos::model
