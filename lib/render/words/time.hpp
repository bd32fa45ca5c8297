// SPDX-License-Identifier: MIT
// Times and periods as people read them: no longer than what is around them calls for.
#pragma once

#include <cstdint>
#include <string>

#include "base/record.hpp"
#include "render/words/style.hpp"

namespace pos::render {

void append_clock(std::string& out, LocalSeconds time);      // `14:05`
void append_month_day(std::string& out, LocalSeconds time);  // `03-09`

// `2026-03-09 14:30`, with seconds where there are any; without the date in a period of one day.
[[nodiscard]] std::string time_text(LocalSeconds time, const Period& period, Language language = Language::en);

// `2026-03-09`, `2026-03-09 to 2026-03-15` (whole days), `2026-03-09 10:00 to 12:30`. The day of
// times without a date (base/record.hpp) has no name.
[[nodiscard]] std::string period_text(const Period& period, Language language = Language::en);

// `45 s`, `7 min`, `1 h 20 min`, `2 d 3 h`.
[[nodiscard]] std::string duration_text(std::int64_t seconds);

// Of all times: `America/Sao_Paulo (UTC−3)`, `Asia/Kolkata (UTC+5:30)`, `UTC`. `ahead`: seconds that its wall clock is.
[[nodiscard]] std::string zone_text(const std::string& name, std::int64_t ahead);

// Times within a period, with a date only where it is longer than a day, and the year where it is
// longer than half a year.
class TimeText {
 public:
  TimeText(const Period& period, const TextStyle& style);

  void show_seconds() { seconds_ = true; }
  void append_to(std::string& out, LocalSeconds time) const;
  [[nodiscard]] std::string time(LocalSeconds time) const;
  // `16:40–16:46`, `03-09 23:50 to 03-10 00:10`; one time where both are the same.
  [[nodiscard]] std::string range(LocalSeconds first, LocalSeconds last) const;

 private:
  void append_time_of_day(std::string& out, LocalSeconds time) const;

  bool date_;
  bool year_;
  bool seconds_ = false;
  bool ascii_;
  Language language_;
};

}  // namespace pos::render
