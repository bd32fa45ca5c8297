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

std::optional<double> expected_a_minute(std::string_view reason) {
  const bool is_below = reason.starts_with("below: ");
  if (!is_below && !reason.starts_with("no data since ")) return std::nullopt;
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

std::optional<double> expected_since_opening(std::string_view reason) {
  if (!reason.starts_with(not_open)) return std::nullopt;
  const std::size_t end = reason.find(since);
  const std::size_t begin = reason.rfind(comma, end);
  if (end == std::string_view::npos || begin == std::string_view::npos) return std::nullopt;
  const auto count = parse_number<std::int64_t>(reason.substr(begin + comma.size(), end - begin - comma.size()));
  return count && *count >= 0 ? std::optional(static_cast<double>(*count)) : std::nullopt;
}

}  // namespace pos
