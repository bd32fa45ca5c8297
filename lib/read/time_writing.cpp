// SPDX-License-Identifier: MIT
#include "read/time_writing.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include "base/record.hpp"
#include "read/time_scanner.hpp"

namespace pos::read {
namespace {

std::string month_like(std::string_view like, char letter, int month) {
  std::size_t list = letter == 'B' ? 2 : 0;
  const auto& names = month_names;
  if (std::none_of(names[list].begin(), names[list].end(), [&](auto name) { return Scanner(like).word(name); })) ++list;
  std::string name(names[list][static_cast<std::size_t>(month) - 1]);
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (is_small(like[i == 0 ? 0 : 1]) && name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] + 0x20);
  }
  return name;
}

// What stands in place of `like` at another time.
std::string piece_at(char letter, std::string_view like, std::int64_t local_seconds) {
  const LocalTime time = to_local_time(local_seconds);
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{time.day}}};
  const int hour = time.second_of_day / 3600;
  const auto digits = [&](std::int64_t number) {
    std::string text = std::to_string(number);
    if (text.size() < like.size()) text.insert(0, like.size() - text.size(), letter == 'e' ? ' ' : '0');
    return text;
  };
  switch (letter) {
    case 'Y':
      return digits(static_cast<int>(date.year()));
    case 'y':
      return digits(static_cast<int>(date.year()) % 100);
    case 'm':
      return digits(static_cast<int>(static_cast<unsigned>(date.month())));
    case 'b':
    case 'B':
      return month_like(like, letter, static_cast<int>(static_cast<unsigned>(date.month())));
    case 'd':
    case 'e':
      return digits(static_cast<int>(static_cast<unsigned>(date.day())));
    case 'H':
      return digits(hour);
    case 'I':
      return digits(hour % 12 == 0 ? 12 : hour % 12);
    case 'M':
      return digits(time.minute_of_day() % 60);
    case 'p':
      return std::string(1, static_cast<char>((hour < 12 ? 'A' : 'P') + (like[0] >= 'a' ? 0x20 : 0))) + like[1];
    case 'S':
    case 'f':
      return std::string(like.size(), '0');
    case 'F':
      return {};
    case 's':
      return digits(local_seconds);
    case 'Q':
      return digits(local_seconds * 1000);
    default:  // the zone stays
      return std::string(like);
  }
}

}  // namespace

std::string format_of(std::string_view text, TimeStyle::Order order) {
  std::vector<Piece> pieces;
  Scanner scan(text, &pieces);
  Written written;
  written.order = order;
  static_cast<void>(scan_any_form(scan, written));
  std::string format;
  std::size_t at = 0;
  for (const Piece& piece : pieces) {
    if (piece.letter == 'z') break;
    format += text.substr(at, piece.begin - at);
    if (piece.letter == 'F') format += text[piece.begin];
    (format += '%') += piece.letter == 'F' ? 'f' : piece.letter;
    at = piece.begin + piece.size;
  }
  const std::string_view zone = text.substr(at);
  if (zone.empty()) return format;
  return format + (zone.starts_with(' ') ? " %z" : "%z");
}

std::string shift_time(std::string_view like, std::int64_t minutes, const TimeStyle& style) {
  std::vector<Piece> pieces;
  Scanner scan(like, &pieces);
  Written written;
  if (!scan_time(scan, style, written)) return std::string(like);
  // A zone behind the time stays: what counts is the clock as written.
  const std::int64_t day = written.dated ? day_number(written).value_or(0) : 0;
  const std::int64_t minute = written.since_1970 ? written.epoch / 60 : day * 1440 + written.hour * 60 + written.minute;
  std::string shifted;
  std::size_t at = 0;
  for (const Piece& piece : pieces) {
    shifted += like.substr(at, piece.begin - at);
    shifted += piece_at(piece.letter, like.substr(piece.begin, piece.size), (minute + minutes) * 60);
    at = piece.begin + piece.size;
  }
  return shifted += like.substr(at);
}

}  // namespace pos::read
