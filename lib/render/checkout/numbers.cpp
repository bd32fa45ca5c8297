// SPDX-License-Identifier: MIT
#include "render/checkout/numbers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

#include "checkout/wording.hpp"
#include "render/words/numbers.hpp"

namespace pos::render {
namespace {

using checkout::Anomaly;
using checkout::HourResult;

template <typename Fits>
std::vector<HourResult> hours_that(const checkout::DayReport& day, Fits fits) {
  std::vector<HourResult> hours;
  if (day.test) std::copy_if(day.test->hours.begin(), day.test->hours.end(), std::back_inserter(hours), fits);
  return hours;
}

std::vector<int> hours_of(std::span<const HourResult> results, Anomaly anomaly) {
  std::vector<int> hours;
  for (const HourResult& result : results) {
    if (result.anomaly == anomaly) hours.push_back(result.hour);
  }
  return hours;
}

std::string base_name(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return name.empty() ? path : name;
}

// `3 of 24 hours are unusual`: those at the edge of an incident are no proof, and not counted.
std::string how_many(std::span<const HourResult> flagged, const std::string& hours, Language language) {
  const auto proven = std::count_if(flagged.begin(), flagged.end(),
                                    [](const HourResult& result) { return result.anomaly != Anomaly::shoulder; });
  return trnf(language, "{} of {} is unusual", "{} of {} are unusual", proven, proven, hours);
}

std::string which_hours(std::span<const HourResult> flagged, Language language) {
  std::string text;
  for (const Anomaly anomaly : {Anomaly::outage, Anomaly::drop, Anomaly::spike, Anomaly::shoulder}) {
    const std::vector<int> hours = hours_of(flagged, anomaly);
    if (hours.empty()) continue;
    const std::string_view what = anomaly == Anomaly::shoulder ? marked("at the edge") : checkout::name_of(anomaly);
    text +=
        fmt::format("{}{} {}", text.empty() ? "" : "; ", checkout::hour_ranges(hours, language), tr(language, what));
  }
  return text;
}

std::string missing_sentence(const checkout::DayReport& day, Language language) {
  const std::vector<int> missing = checkout::missing_unexplained(day);
  if (missing.empty()) return {};
  return " " + trf(language, "Missing, not judged: {}.", checkout::hour_ranges(missing, language));
}

// What people told of before: it is why some hours are no news.
std::string told_sentence(const checkout::DayReport& day, Language language) {
  std::string items;
  for (const checkout::ToldHours& told : day.told)
    items += (items.empty() ? "" : "; ") + checkout::hour_ranges(told.hours, language) + " " + told.event;
  return items.empty() ? items : " " + trf(language, "Explained by events: {}.", items);
}

// What was tested: `24 hours`, `13 hours up to 12h`.
std::string tested_hours(const checkout::DayReport& day, Language language) {
  const auto hours = static_cast<std::int64_t>(day.test->hours.size());
  return day.up_to ? trnf(language, "{} hour up to {}", "{} hours up to {}", hours, hours, hour_text(*day.up_to))
                   : trnf(language, "{} hour", "{} hours", hours, hours);
}

std::string shown(double value, std::string text) {
  return std::abs(value) < 1e15 ? std::move(text) : fmt::format("{:.6g}", value);
}

}  // namespace

std::string_view kind_name(checkout::Kind kind) {
  switch (kind) {
    case checkout::Kind::count:
      return marked("count");
    case checkout::Kind::amount:
      return marked("amount");
    case checkout::Kind::average:
      break;
  }
  return marked("average");
}

std::string_view type_name(const checkout::ColumnInfo& column) {
  return column.whole ? marked("integer") : marked("number");
}

std::string decimal(double value, int precision) {
  return std::isfinite(value) ? fmt::format("{:.{}f}", value, precision) : std::string();
}

std::string plain_number(double value, int precision) {
  const bool whole = value == std::floor(value);
  return decimal(whole ? value + 0.0 : value, whole ? 0 : precision);  // -0 + 0 is 0
}

std::string probability(double p, Language language) { return in_language(language, fmt::format("{:.2g}", p)); }

std::string percent_change(double before, double after, Language language) {
  if (before == 0) return {};
  const double percents = 100 * (after - before) / std::abs(before);
  return in_language(language, std::abs(percents) < 0.05 ? "0.0%" : fmt::format("{:+.1f}%", percents));
}

std::string statistic_text(const Statistic& statistic, const Description& all, int precision) {
  return decimal(statistic.of(all), statistic.name == "count" ? 0 : precision);
}

std::string shown_decimal(double value, int precision, Language language) {
  return in_language(language, shown(value, decimal(value, precision)));
}
std::string shown_plain(double value, int precision, Language language) {
  return in_language(language, shown(value, plain_number(value, precision)));
}

std::string shown_statistic(const Statistic& statistic, const Description& all, int precision,
                            Language language) {
  const std::string text = statistic_text(statistic, all, precision);
  return text.empty() ? "-" : in_language(language, shown(statistic.of(all), text));
}

std::vector<std::string> difference_cells(std::string label, double before, double after, int precision,
                                          Language language) {
  std::string difference = shown_plain(after - before, precision, language);
  if (after > before) difference.insert(0, 1, '+');
  return {std::move(label), shown_plain(before, precision, language), shown_plain(after, precision, language),
          std::move(difference), percent_change(before, after, language)};
}

std::vector<double> over_day(std::span<const int> hours, std::span<const double> values) {
  std::vector<double> day(24, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < hours.size(); ++i) day[static_cast<std::size_t>(hours[i])] = values[i];
  return day;
}

std::vector<HourResult> flagged_hours(const checkout::DayReport& day) {
  return hours_that(day, [](const HourResult& result) { return result.anomaly != Anomaly::none; });
}

std::vector<HourResult> unusual_hours(const checkout::DayReport& day) {
  return hours_that(day,
                    [](const HourResult& result) { return result.anomaly != Anomaly::none && result.event.empty(); });
}

std::vector<HourResult> remarked_hours(const checkout::DayReport& day) {
  return hours_that(
      day, [](const HourResult& result) { return result.anomaly == Anomaly::none && !result.explained.empty(); });
}

namespace {

bool is_near(const HourResult& hour, const std::vector<HourResult>& others) {
  return std::any_of(others.begin(), others.end(),
                     [&](const HourResult& other) { return std::abs(other.hour - hour.hour) == 1; });
}

}  // namespace

std::vector<HourResult> remarked_nearby(const checkout::DayReport& day) {
  std::vector<HourResult> hours = remarked_hours(day);
  const std::vector<HourResult> unusual = unusual_hours(day);
  std::erase_if(hours, [&](const HourResult& hour) { return !is_near(hour, unusual); });
  return hours;
}

std::string remarks_in_short(const checkout::DayReport& day, Language language) {
  const std::vector<HourResult> unusual = unusual_hours(day);
  std::vector<int> hours;
  std::vector<std::string> references;
  for (const HourResult& hour : remarked_hours(day)) {
    if (!is_near(hour, unusual)) hours.push_back(hour.hour);
  }
  if (hours.empty()) return {};
  for (const checkout::OddHour& odd : day.test->odd) {
    const bool is_of_these = std::find(hours.begin(), hours.end(), odd.hour) != hours.end();
    if (is_of_these && std::find(references.begin(), references.end(), odd.reference) == references.end())
      references.push_back(odd.reference);
  }
  return trf(language, "Ordinary at {}, unlike {} at that time (more: --report=anomalies).",
             checkout::hour_ranges(hours, language), checkout::list(references, language));
}

const checkout::HourCause* cause_of(const checkout::DayReport& day, int hour) {
  if (!day.causes) return nullptr;
  for (const checkout::HourCause& cause : day.causes->hours) {
    if (cause.hour == hour) return &cause;
  }
  return nullptr;
}

std::vector<checkout::IncidentCause> told_causes(const checkout::DayReport& day) {
  std::vector<checkout::IncidentCause> told;
  if (!day.causes) return told;
  for (const checkout::IncidentCause& cause : day.causes->incidents) {
    if (!cause.text.empty()) told.push_back(cause);
  }
  return told;
}

bool wants_causes(const checkout::DayReport& day) {
  return day.causes && !day.causes->incidents.empty() && !day.asked.empty();
}

Severity severity_of(Anomaly anomaly) {
  if (anomaly == Anomaly::none) return Severity::none;
  return anomaly == Anomaly::outage ? Severity::critical : Severity::warning;
}

Severity severity_of(const HourResult& hour) {
  return hour.event.empty() ? severity_of(hour.anomaly) : Severity::none;
}

namespace {

Verdict verdict_of_hours(const checkout::DayReport& day, Language language) {
  if (!day.test) {
    const bool has_today = day.table.find("today") != nullptr;
    const std::string missing = has_today ? missing_sentence(day, language) + told_sentence(day, language) : "";
    const std::string text = day.up_to ? trf(language, "Not tested up to {}: {}.", hour_text(*day.up_to), day.untested)
                                       : trf(language, "Not tested: {}.", day.untested);
    return {text + missing, Severity::none, false};
  }
  const std::string tested = tested_hours(day, language);
  const std::vector<HourResult> flagged = unusual_hours(day);
  Verdict verdict;
  for (const HourResult& result : flagged) verdict.severity = std::max(verdict.severity, severity_of(result));
  if (flagged.empty()) {
    verdict.text = trf(language, day.incidents ? marked("Nothing unusual in the sums of {}") : marked("Nothing unusual in {}"), tested);
  } else {
    verdict.text = how_many(flagged, tested, language) + ": " + which_hours(flagged, language);
  }
  const std::int64_t lost = std::llround(std::min(day.test->lost, 9e18));
  if (lost > 0)
    verdict.text += "; " + trnf(language, "about {} sale lost", "about {} sales lost", lost, grouped(lost, language));
  verdict.text += '.';
  const std::string missing = missing_sentence(day, language);
  if (!missing.empty()) verdict.severity = std::max(verdict.severity, Severity::warning);
  verdict.text += missing + told_sentence(day, language);
  return verdict;
}

}  // namespace

// What passes within an hour may not show in its sum: good news of the hours is none of the day.
Verdict verdict(const checkout::DayReport& day, Language language) {
  Verdict verdict = verdict_of_hours(day, language);
  if (!day.incidents) return verdict;
  const bool good = day.test && verdict.severity == Severity::none;
  (verdict.text += ' ') += trf(language, good ? marked("But {} has {}.") : marked("{} has {}."), day.incidents->history,
                               day.incidents->text);
  verdict.severity = std::max(verdict.severity, day.incidents->critical > 0 ? Severity::critical : Severity::warning);
  verdict.command = day.incidents->command;
  return verdict;
}

std::string day_name(const checkout::Report& report, std::size_t day) {
  const std::string& name = report.days[day].table.name;
  for (std::size_t other = 0; other < report.days.size(); ++other) {
    if (other != day && base_name(report.days[other].table.name) == base_name(name)) return name;
  }
  return base_name(name);
}

std::string contradiction(const checkout::Report& report) {
  const checkout::Comparison& comparison = *report.comparison;
  const Language language = report.language;
  const std::string second = day_name(report, 1);
  if (!comparison.checked) return trf(language, "Not checked to be two days in a row: {} has no yesterday.", second);
  if (comparison.contradictions.empty()) return {};
  return trf(language, "Not two days in a row: yesterday of {} is not today of {} at {}.", second, day_name(report, 0),
             checkout::hour_ranges(comparison.contradictions, language));
}

}  // namespace pos::render
