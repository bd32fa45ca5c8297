// SPDX-License-Identifier: MIT
// What pos-tools say of one row: the columns that pos-score adds (pos-formats(5)).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace pos {

inline constexpr std::array<std::string_view, 7> scored_columns = {"score",    "alert",          "expected", "surprise",
                                                                   "severity", "final_decision", "reason"};
inline constexpr std::string_view key_column = "key";      // where the model watches keys
inline constexpr std::string_view where_column = "where";  // where that is asked for
inline constexpr std::string_view amount_column = "amount";            // of a row, where reports have it
inline constexpr std::string_view lost_amount_column = "lost_amount";  // of incidents, where amounts are known
inline constexpr std::string_view explain_column = "explain";
inline constexpr std::string_view recommendation_column = "recommendation";  // pos-serve adds it

enum class Decision { approve, alert };
enum class Severity { none, warning, critical };
[[nodiscard]] constexpr std::string_view severity_name(Severity severity) {
  return severity == Severity::warning ? "warning" : severity == Severity::critical ? "critical" : "";
}

// An anomaly score split over the features: base + sum of parts = score.
// Millionths, so that the printed numbers add up to the printed score.
struct Explanation {
  static constexpr std::array<std::string_view, 5> names = {"status", "count", "hour", "minute", "issue"};

  std::int64_t base = 0;
  std::array<std::int64_t, names.size()> parts{};
};

struct Scored {
  double score = 0;                // isolation forest's anomaly score, 0 to 1
  bool alert = false;              // the forest's verdict
  std::optional<double> expected;  // the monitor's: transactions of this status in this minute
  std::optional<double> surprise;  // the monitor's: log10 of the days between such values by chance
  Severity severity = Severity::none;
  Decision decision = Decision::approve;
  std::string reason;  // empty for approve; one line without delimiters or quotes
  std::optional<Explanation> explanation;
  std::string key = {};  // `merchant=m17`: the key that alerts, whose numbers these are; empty: they are of the whole
  std::string where =
      {};  // the place of an alert: "merchant=m17 and bin=4: 212 of 260 denied, 31 expected"; empty: none
};

}  // namespace pos
