// SPDX-License-Identifier: MIT
// What the user decides about scoring.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/local_time.hpp"
#include "base/zone.hpp"
#include "model/monitor/special_days.hpp"

namespace pos::pipeline {

// above_normal: alert where the monitor does. forest: where the forest does. seed: where the forest
// does or the status is an issue, the original project's rule.
enum class Policy { above_normal, forest, seed };

// Whether a status that is silent, and should not be, gets a row of its own.
enum class Fill { rows, none };

struct Settings {
  Policy policy = Policy::above_normal;
  std::optional<double> threshold;  // of the forest, in place of the model's
  std::optional<double> budget;     // of the monitor, in place of the model's: false events a day
  std::vector<std::string> issues = {"denied", "failed", "reversed"};  // of the policy seed; the forest has its own
  Fill fill = Fill::rows;
  bool explain = false;
  Zone zone = {};  // of the wall clock
  // Where a clock says so: minutes before that one are over, later ones are judged for now only.
  std::optional<LocalTime> over_until;
  model::SpecialDays days;              // of the monitor
  std::vector<std::string> where = {};  // columns among which the place of an alert is sought
  // Only some of the keys come, and rows of `*` are the totals of the whole: those are not shown, nor is an alert of
  // the whole told, which is for whoever watches the totals.
  bool split = false;
};

}  // namespace pos::pipeline
