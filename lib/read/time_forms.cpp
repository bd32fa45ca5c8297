// SPDX-License-Identifier: MIT
#include "read/time_forms.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

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
  if (const auto time = read_clock(text)) {
    time_ = time;
    text_ = text;
    return time_;
  }
  undecided_ = false;
  time_ = read_new(text);
  clock_.reset();
  if (!time_) return time_;
  text_ = text;
  if (looks_left_ > 0) find_clock();
  return time_;
}

// The time of a text that is the one before but for digits of its clock; nothing: it is another.
std::optional<LocalTime> TimeReader::read_clock(std::string_view text) const {
  if (!clock_ || text.size() != text_.size()) return std::nullopt;
  bool same = true;
  const auto number = [&](std::size_t at) {
    const int tens = text[at] - '0';
    const int ones = text[at + 1] - '0';
    same = same && tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return tens * 10 + ones;
  };
  const std::size_t behind = clock_->second.value_or(clock_->minute) + 2;
  const auto as_before = [&](std::size_t from, std::size_t to) {
    same = same && std::memcmp(text.data() + from, text_.data() + from, to - from) == 0;
  };
  as_before(0, clock_->hour);
  as_before(clock_->hour + 2, clock_->minute);
  if (clock_->second) as_before(clock_->minute + 2, *clock_->second);
  as_before(behind, text.size());
  const int hour = number(clock_->hour);
  const int minute = number(clock_->minute);
  const int second = clock_->second ? number(*clock_->second) : time_->second_of_day % 60;
  if (!same || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const LocalTime time{time_->day, hour * 3600 + minute * 60 + second};
  return time.dated() ? zone_.wall().settle(time) : time;
}

void TimeReader::find_clock() {
  --looks_left_;
  std::vector<Piece> pieces;
  Scanner scan(text_, &pieces);
  Written written;
  if (!scan_time(scan, style_, written) || written.has_zone || written.since_1970 || written.half >= 0) return;
  Clock found;
  int parts = 0;
  for (const Piece& piece : pieces) {
    const bool is_of_clock = piece.letter == 'H' || piece.letter == 'M' || piece.letter == 'S';
    if (is_of_clock && piece.size != 2) return;
    if (piece.letter == 'H') found.hour = piece.begin;
    if (piece.letter == 'M') found.minute = piece.begin;
    if (piece.letter == 'S') found.second = piece.begin;
    parts += is_of_clock ? 1 : 0;
  }
  const bool in_order = found.hour < found.minute && (!found.second || found.minute < *found.second);
  if (!in_order || parts != (found.second ? 3 : 2)) return;
  clock_ = found;
  ++looks_left_;
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
