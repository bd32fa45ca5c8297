// SPDX-License-Identifier: MIT
// What a report comes to, as a sentence: the same in the text report, on the page and in the API.
#pragma once

#include <optional>
#include <string>

#include "base/language.hpp"
#include "report/state.hpp"

namespace pos::render {

// Statuses and keys stand as they came: whoever shows them makes them harmless.
struct StateWords {
  // "Critical now: approvals 58 % below normal since 20:12", "Normal", "No data since 12:26 (35 min)"; of a period that
  // is over "5 incidents, 2 critical; about 682 approvals lost", "Nothing abnormal".
  std::string headline;
  // "11 min so far, about 216 approvals lost. Today: 5 incidents, about 682 approvals lost."; may be empty.
  std::string detail;
  // For the title of a window, as short as can be, with a sign in front: "\u25bc approvals 58 % below normal"; empty: nothing
  // is to be said.
  std::string title;
};

// `state` is of `report`.
[[nodiscard]] StateWords state_words(const report::State& state, const report::Report& report,
                                     Language language = Language::en);

// "approvals 58 % below normal", of an incident's first status; of a key that the report is not of alone,
// "merchant=alfa: denied 3.1x normal".
[[nodiscard]] std::string incident_words(const incident::Incident& incident, const report::Report& report,
                                         Language language = Language::en);

// "about 216 approvals lost", with an amount (in hundredths) "about 216 approvals lost, worth 25,920.00"; empty where
// that is nothing, or cannot be known.
[[nodiscard]] std::string lost_words(std::optional<double> lost, const std::string& volume,
                                     Language language = Language::en, std::optional<double> amount = {});

// "last data 20:22, 40 s ago", and where more should have come "no data since 12:26 (35 min)".
[[nodiscard]] std::string last_row_words(const report::LastRow& row, Language language = Language::en);

}  // namespace pos::render
