// SPDX-License-Identifier: MIT
#include "read/time_forms.hpp"

#include <algorithm>

#include "base/record.hpp"
#include "base/text.hpp"
#include "read/time_scanner.hpp"
#include "read/time_writing.hpp"

namespace pos::read {
namespace {

constexpr std::int64_t day_seconds = 86'400;

std::optional<LocalTime> local_time(const Written& from, const TimeZone& zone) {
  if (from.since_1970) return zone.local_time(from.epoch);
  const std::int32_t second = from.hour * 3600 + from.minute * 60 + from.second;
  if (!from.dated) return LocalTime{LocalTime::no_day, second};
  const auto day = day_number(from);
  if (!day) return std::nullopt;
  if (!from.has_zone) return zone.wall().settle({*day, second});
  return zone.local_time(*day * day_seconds + second - from.offset);
}

}  // namespace

std::optional<LocalTime> TimeReader::read(std::string_view text) {
  if (time_ && text == text_) return time_;
  undecided_ = false;
  time_ = read_new(text);
  if (time_) text_ = text;
  return time_;
}

std::optional<LocalTime> TimeReader::read_new(std::string_view text) {
  Scanner scan(text);
  Written written;
  if (!scan_time(scan, style_, written)) return std::nullopt;
  const auto time = local_time(written, zone_);
  if (!time || written.order == style_.order) return time;
  undecided_ = written.undecided;
  if (undecided_) return std::nullopt;
  style_.order = written.order;
  return time;
}

std::string TimeReader::problem(std::string_view text) const {
  if (text.empty()) return "time is empty";
  const std::string time = "time '" + printable(text, 40) + "'";
  if (undecided_) {
    return time + ": nothing says whether its day or its month stands first; give --time-format '" +
           printable(format_of(text, TimeStyle::Order::day_first)) + "' or '" +
           printable(format_of(text, TimeStyle::Order::month_first)) + "'";
  }
  if (!style_.format.empty()) return time + " is not of the form '" + printable(style_.format) + "'";
  if (style_.order != TimeStyle::Order::unknown) {
    TimeStyle other{
        {}, style_.order == TimeStyle::Order::day_first ? TimeStyle::Order::month_first : TimeStyle::Order::day_first};
    if (TimeReader(zone_, other).read(text)) {
      return time + " has its " + (style_.order == TimeStyle::Order::day_first ? "month" : "day") +
             " first, unlike a row before it";
    }
  }
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_of_date = [](char c) { return c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const bool other_form = text.size() >= 8 && text[4] != '-' && std::any_of(text.begin(), text.end(), is_digit) &&
                          std::any_of(text.begin(), text.end(), is_of_date);
  return time + " is not a time" + (other_form ? " (--time-format says how it is written)" : "");
}

std::optional<LocalTime> parse_time(std::string_view text, const TimeZone& zone) {
  TimeStyle style;
  return TimeReader(zone, style).read(text);
}

std::optional<std::int32_t> parse_date(std::string_view text) {
  Scanner scan(text);
  Written written;
  const bool hyphens = text.size() == 10 && text[4] == '-' && scan_year_first(scan, written) && scan.at_end();
  return hyphens ? day_number(written) : std::nullopt;
}

}  // namespace pos::read
