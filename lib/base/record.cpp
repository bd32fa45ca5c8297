// SPDX-License-Identifier: MIT
#include "base/record.hpp"

#include <fmt/core.h>

#include <chrono>

namespace pos {

std::string to_date_time(LocalSeconds time) {
  const auto days = std::chrono::floor<std::chrono::days>(std::chrono::seconds(time));
  const std::chrono::year_month_day date{std::chrono::sys_days{days}};
  const std::chrono::hh_mm_ss clock{std::chrono::seconds(time) - days};
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

}  // namespace pos
