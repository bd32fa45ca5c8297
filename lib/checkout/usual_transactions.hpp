// SPDX-License-Identifier: MIT
// What was to be expected of a day's transactions, hour by hour, and in which minutes none of it came.
#pragma once

#include <array>
#include <bitset>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "checkout/transactions.hpp"

namespace pos::checkout {

using Hours = std::array<bool, 24>;

class UsualTransactions {
 public:
  // `unusual`: hours of the day that are no measure for others. `transactions` must outlive it.
  UsualTransactions(const Transactions& transactions, const Hours& unusual);

  // What came in an hour: of the volume, and of all statuses.
  [[nodiscard]] double volume(int hour) const;
  [[nodiscard]] double all(int hour) const;

  // The volume to be expected in an hour, by other days, at the level of this one. Nothing: there is no other day.
  [[nodiscard]] std::optional<double> expected(int hour) const;
  // The same as other days have it, whatever the level of this one.
  [[nodiscard]] std::optional<double> of_others(int hour) const { return others_[static_cast<std::size_t>(hour)]; }
  // Transactions of a status for each of the volume, usually at that hour. Nothing: no hour can tell.
  [[nodiscard]] std::optional<double> ratio(std::string_view status, int hour) const;
  // Transactions of all statuses to be expected in a minute; without other days as many as in the quieter of the
  // nearest usual hours, or half of that, to be careful.
  [[nodiscard]] double rate(int hour) const { return rates_[static_cast<std::size_t>(hour)]; }

  // Minutes of gaps that are no chance: nine transactions or more should have come.
  [[nodiscard]] const std::bitset<minutes_of_day>& silent() const { return silent_; }
  // Minutes of an hour that the history tells of.
  [[nodiscard]] int known_minutes(int hour) const;

 private:
  struct Sample {
    double ratio, weight;
  };
  using Counts = DayOfTransactions::Counts;

  [[nodiscard]] double volume_of(const Counts& counts) const;
  using Count = std::function<double(const Counts&)>;
  [[nodiscard]] std::optional<double> median_of_others(int hour, const Count& count_of) const;
  [[nodiscard]] double level_of_day() const;
  [[nodiscard]] std::vector<Sample> samples(std::string_view status, int hour) const;
  [[nodiscard]] double careful_rate(int hour) const;
  void find_rates();
  void find_silence();

  const Transactions& transactions_;
  Hours unusual_;
  std::array<std::optional<double>, 24> others_;
  double level_ = 1;
  std::array<double, 24> rates_{};
  std::bitset<minutes_of_day> silent_;
};

}  // namespace pos::checkout
