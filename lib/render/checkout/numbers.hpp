// SPDX-License-Identifier: MIT
// Numbers and words that several forms of checkout-stats show alike.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/scored.hpp"
#include "checkout/report.hpp"

namespace pos::render {

[[nodiscard]] std::string_view kind_name(checkout::Kind kind);                 // count, average
[[nodiscard]] std::string_view type_name(const checkout::ColumnInfo& column);  // integer, number

// As printf's %.*f; empty for what is not a number.
[[nodiscard]] std::string decimal(double value, int precision);
// The same, but a whole number has no decimals.
[[nodiscard]] std::string plain_number(double value, int precision);
// Two significant digits.
[[nodiscard]] std::string probability(double p, Language language = Language::en);
// `+12.5%`; empty where there was nothing before.
[[nodiscard]] std::string percent_change(double before, double after, Language language = Language::en);

// The rows of describe.
struct Statistic {
  std::string_view name;
  double (*of)(const Description&);
};
inline constexpr std::array<Statistic, 8> statistics = {{
    {marked("count"), [](const Description& all) { return static_cast<double>(all.count); }},
    {marked("mean"), [](const Description& all) { return all.mean; }},
    {marked("std"), [](const Description& all) { return all.std; }},
    {marked("min"), [](const Description& all) { return all.min; }},
    {"25%", [](const Description& all) { return all.q25; }},
    {"50%", [](const Description& all) { return all.q50; }},
    {"75%", [](const Description& all) { return all.q75; }},
    {marked("max"), [](const Description& all) { return all.max; }},
}};
// A count has no decimals; empty for what is not a number.
[[nodiscard]] std::string statistic_text(const Statistic& statistic, const Description& all, int precision);

// The same for reading: beyond 15 digits with an exponent, since a table should not become as wide as a number can.
[[nodiscard]] std::string shown_decimal(double value, int precision, Language language = Language::en);
[[nodiscard]] std::string shown_plain(double value, int precision, Language language = Language::en);
[[nodiscard]] std::string shown_statistic(const Statistic& statistic, const Description& all,
                                          int precision, Language language = Language::en);  // `-` for what is not a number

// A row of the comparison for reading: label, before, after, difference with its sign, percent.
[[nodiscard]] std::vector<std::string> difference_cells(std::string label, double before, double after, int precision,
                                                        Language language = Language::en);

// 24 values, NaN for the hours that are not there.
[[nodiscard]] std::vector<double> over_day(std::span<const int> hours, std::span<const double> values);

[[nodiscard]] std::vector<checkout::HourResult> flagged_hours(const checkout::DayReport& day);
// Those of them that no event explains.
[[nodiscard]] std::vector<checkout::HourResult> unusual_hours(const checkout::DayReport& day);
// Hours that are not flagged and still have something to be told, such as a reference with an incident of its own.
[[nodiscard]] std::vector<checkout::HourResult> remarked_hours(const checkout::DayReport& day);
// Those of them next to an hour that is unusual; and of the others a sentence, empty where there is none.
[[nodiscard]] std::vector<checkout::HourResult> remarked_nearby(const checkout::DayReport& day);
[[nodiscard]] std::string remarks_in_short(const checkout::DayReport& day, Language language);
// Why that hour is flagged, where that was asked; null: it was not, or the hour is not flagged.
[[nodiscard]] const checkout::HourCause* cause_of(const checkout::DayReport& day, int hour);
// What is told of why, by incident; of those that nobody knows anything of, nothing.
[[nodiscard]] std::vector<checkout::IncidentCause> told_causes(const checkout::DayReport& day);
// Hours are flagged, and a history was to say why.
[[nodiscard]] bool wants_causes(const checkout::DayReport& day);
// An outage is critical, all others are warnings.
[[nodiscard]] Severity severity_of(checkout::Anomaly anomaly);
// Of an hour that an event explains none.
[[nodiscard]] Severity severity_of(const checkout::HourResult& hour);

// One sentence that answers whether something is wrong.
struct Verdict {
  std::string text;
  Severity severity = Severity::none;
  bool tested = true;
  std::string command = {};  // which shows more of it; empty: none
};
[[nodiscard]] Verdict verdict(const checkout::DayReport& day, Language language = Language::en);

// The file's base name; the name as given where two files share one.
[[nodiscard]] std::string day_name(const checkout::Report& report, std::size_t day);

// Says that the files are not of two days in a row, or why that was not checked; else empty. Of two files.
[[nodiscard]] std::string contradiction(const checkout::Report& report);

}  // namespace pos::render
