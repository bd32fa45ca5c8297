// SPDX-License-Identifier: MIT
#include "base/reason.hpp"

#include <cmath>
#include <cstdint>

#include "base/plain_number.hpp"
#include "base/text.hpp"

namespace pos {

namespace {

constexpr std::string_view accepted = "; taken as normal from now on: ";
constexpr std::string_view not_open = "did not open: nothing since ";
constexpr std::string_view comma = ", ";
constexpr std::string_view since = " expected since ";
constexpr std::string_view silent = "no data since ";

std::string whole(double value) {
  std::string text;
  append_decimal(text, value, 0);
  return text;
}

}  // namespace

std::string odds(double surprise) {
  constexpr double month = 30.44;
  constexpr double year = 365.25;
  const double days = std::pow(10.0, surprise);
  if (days <= 0.75) return "about " + whole(1 / days) + " times a day";
  if (days < 1.5) return "about once a day";
  if (days < 2 * month) return "about once in " + whole(days) + " days";
  if (days < 2 * year) return "about once in " + whole(days / month) + " months";
  if (days < 99.5 * year) return "about once in " + whole(days / year) + " years";
  return "less than once in 100 years";
}

std::string taken_as_normal(double share, std::string_view taught) {
  constexpr double rather_times = 2.0;
  std::string words(accepted);
  if (share < rather_times) {
    append_decimal(words, 100 * share, 0);
    words += " % of what ";
  } else {
    words += plain_number(share) + " times what ";
  }
  return words.append(taught) + " taught";
}

std::string_view taken_as_normal_at(std::string_view reason) {
  const std::size_t at = reason.find(accepted);
  return at == std::string_view::npos ? std::string_view() : reason.substr(at + accepted.size());
}

std::string did_not_open(std::string_view nothing_since, double expected, std::string_view opening) {
  std::string words(not_open);
  words.append(nothing_since) += comma;
  append_decimal(words, expected, 0);
  return words.append(since).append(opening);
}

std::optional<ToldWindow> told_by(std::string_view reason) {
  constexpr std::string_view above = "above: ";
  constexpr std::string_view below = "below: ";
  constexpr std::string_view next_to_nothing = "less than ";
  ToldWindow told{reason.starts_with(above)};
  const std::size_t end = reason.find(" expected");
  const std::size_t comma_at = reason.rfind(comma, end);
  if (end == std::string_view::npos || comma_at == std::string_view::npos) return std::nullopt;
  if (told.is_above || reason.starts_with(below)) {
    const std::string_view number = reason.substr(above.size(), reason.find(' ', above.size()) - above.size());
    const auto count = parse_number<double>(number);
    if (!count) return std::nullopt;
    told.count = *count;
  } else if (!reason.starts_with(silent) && !reason.starts_with(not_open)) {
    return std::nullopt;
  }
  const std::string_view number = reason.substr(comma_at + comma.size(), end - comma_at - comma.size());
  if (!number.starts_with(next_to_nothing)) {
    const auto expected = parse_number<double>(number);
    if (!expected) return std::nullopt;
    told.expected = *expected;
  }
  const auto is_sane = [](double value) { return value >= 0 && value <= 0x1p60; };
  return is_sane(told.count) && is_sane(told.expected) ? std::optional(told) : std::nullopt;
}

std::optional<double> expected_a_minute(std::string_view reason) {
  const bool is_below = reason.starts_with("below: ");
  if (!is_below && !reason.starts_with(silent)) return std::nullopt;
  const std::size_t comma_at = reason.find(comma);
  if (comma_at == std::string_view::npos) return std::nullopt;
  const std::string_view behind = reason.substr(comma_at + comma.size());  // 358 expected...
  const auto expected = parse_number<double>(behind.substr(0, behind.find(' ')));
  const std::string_view window = is_below ? reason.substr(0, comma_at) : behind;  // ... in 30 min
  const std::size_t in = window.rfind(" in ");
  const std::size_t end = in == std::string_view::npos ? in : window.find(" min", in);
  if (!expected || end == std::string_view::npos) return std::nullopt;
  const auto minutes = parse_number<int>(window.substr(in + 4, end - in - 4));
  const bool sane = minutes && *minutes > 0 && *expected >= 0 && *expected <= 0x1p53;
  return sane ? std::optional(*expected / *minutes) : std::nullopt;
}

std::optional<int> silent_since(std::string_view reason) {
  if (!reason.starts_with(silent) || reason.size() < silent.size() + 5) return std::nullopt;
  const std::string_view clock = reason.substr(silent.size(), 5);
  const auto hour = parse_number<int>(clock.substr(0, 2));
  const auto minute = parse_number<int>(clock.substr(3));
  const bool sane = hour && minute && clock[2] == ':' && 0 <= *hour && *hour < 24 && 0 <= *minute && *minute < 60;
  return sane ? std::optional(*hour * 60 + *minute) : std::nullopt;
}

std::optional<double> expected_since_opening(std::string_view reason) {
  if (!reason.starts_with(not_open)) return std::nullopt;
  const std::size_t end = reason.find(since);
  const std::size_t begin = reason.rfind(comma, end);
  if (end == std::string_view::npos || begin == std::string_view::npos) return std::nullopt;
  const auto count = parse_number<std::int64_t>(reason.substr(begin + comma.size(), end - begin - comma.size()));
  return count && *count >= 0 ? std::optional(static_cast<double>(*count)) : std::nullopt;
}

}  // namespace pos
