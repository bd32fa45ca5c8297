// SPDX-License-Identifier: MIT
// The days that a history of transactions has, for tables of hours.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "base/zone.hpp"
#include "checkout/table_of_days.hpp"
#include "checkout/transactions.hpp"
#include "history/reader.hpp"
#include "report/report.hpp"

namespace pos::tools {

class StoredDays {
  static constexpr LocalSeconds day_seconds = 86'400;

 public:
  // `zone`: of its times; it must outlive this. `now`: wall-clock time. Errors: those of history::Reader, and pos::Error(Fault::bad_data) where there is no row.
  StoredDays(const std::string& path, const std::string& stream, const Zone& zone, LocalSeconds now);

  // For people: the file, and the stream.
  [[nodiscard]] const std::string& name() const { return name_; }

  // The day of a table whose last hour that is over this is, where nobody says: the last one by the clock. A history
  // that is not kept up to the clock has its last day instead, and so has one of a single day: rows with a clock and no
  // date stand for some day, not for that.
  struct TableDay {
    std::int32_t day;
    bool is_assumed;  // it is the last day of the history, and not that of the clock
  };
  [[nodiscard]] TableDay day_of(int last_hour) const;
  // Likewise the day to make a table of: today, or yesterday before 03:00, when there is too little of today to judge.
  [[nodiscard]] std::int32_t day_to_report() const;
  // Of its rows.
  [[nodiscard]] std::int32_t first_day() const { return static_cast<std::int32_t>(first_ / day_seconds); }
  [[nodiscard]] std::int32_t last_day() const { return static_cast<std::int32_t>(last_ / day_seconds); }
  [[nodiscard]] bool is_one_day() const { return first_day() == last_day(); }

  // Nothing: it has none of that day, nor of the two before, so nobody collected any.
  [[nodiscard]] std::optional<checkout::Transactions> transactions(std::int32_t day);

  // What pos-report has of that day, as of one that is over; and the command that shows a part of it.
  [[nodiscard]] report::Report report(std::int32_t day);
  [[nodiscard]] std::string report_command(std::int32_t day, std::string_view part) const;
  // Of today: the last row that came, where more were to be expected since.
  [[nodiscard]] std::optional<report::LastRow> overdue_since(std::int32_t day);

  // By hours of the wall clock: one that comes twice counts half, one that is left out is no hour of that day.
  // Of what is counted as sales, or of the amounts of it; a day before that does not say all its amounts has no part.
  // Errors: pos::Error(Fault::bad_data) where there is nothing to make it of.
  [[nodiscard]] checkout::TableOfDays table(std::int32_t day, bool is_money);

 private:
  using Days = std::map<std::int32_t, checkout::DayOfTransactions>;

  [[nodiscard]] std::int32_t today() const { return static_cast<std::int32_t>(now_ / day_seconds); }
  [[nodiscard]] std::int32_t or_last(std::int32_t day) const;
  // Minutes of the day that are over, by the clock or by rows that came.
  [[nodiscard]] int minutes_over(std::int32_t day) const;
  [[nodiscard]] std::string why_not(std::int32_t day) const;
  [[nodiscard]] std::string without_amounts(std::int32_t day, const std::vector<int>& hours);
  using Sums = void (history::Reader::*)(const Period&, LocalSeconds,
                                         const std::function<void(const history::Reader::Count&)>&);
  [[nodiscard]] Days days(std::int32_t from, std::int32_t to, Sums sums = &history::Reader::counts);
  void leave_out_parts(Days& days) const;

  // Hours that come twice, and those that are half an hour longer or shorter.
  struct Changed {
    std::vector<int> doubled, scaled;
  };
  // As the clock on the wall shows the hours of that day, each as if it took an hour.
  [[nodiscard]] Changed follow_clocks(checkout::HourlySales& of_day, std::int32_t day, bool is_money) const;

  history::Reader reader_;
  const Zone& zone_;
  std::string path_, stream_, name_;
  LocalSeconds now_, first_ = 0, last_ = 0;
};

}  // namespace pos::tools
