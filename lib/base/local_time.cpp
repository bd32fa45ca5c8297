// SPDX-License-Identifier: MIT
#include "base/local_time.hpp"

#include <fmt/core.h>

#include <chrono>

namespace pos {

std::string to_text(const LocalTime& time) {
  std::string clock = fmt::format("{:02}:{:02}", time.second_of_day / 3600, time.second_of_day / 60 % 60);
  if (!time.dated()) return clock;
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{time.day}}};
  return fmt::format("{:04}-{:02}-{:02} {}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock);
}

}  // namespace pos
