// SPDX-License-Identifier: MIT
// What the transactions of some hours come to, beside what was to be expected of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checkout/transactions.hpp"
#include "checkout/usual_transactions.hpp"

namespace pos::checkout {

// A status that came far more often than usual.
struct Rise {
  std::string status;
  double count = 0, usual = 0;
  double usual_share = 0;  // of all transactions
  [[nodiscard]] double excess() const { return count - usual; }
};

struct HoursSum {
  std::vector<int> hours;  // that the history tells of; without any the rest is nothing
  double volume = 0, all = 0;
  std::optional<double> usual_volume;  // nothing: no other day tells
  double expected = 0;                 // transactions, by the rate of the hours
  double missed = 0;                   // of these, in gaps that are no chance
  int minutes = 0, silent = 0;         // silent: in such gaps
  int first_silent = -1, last_silent = -1;
  std::vector<Rise> rises;  // the one that has most beyond its usual first

  [[nodiscard]] double silent_part() const { return expected > 0 ? missed / expected : 0; }
};

// The usual volume is that at the level of the day, or that of other days.
enum class Level { of_day, of_others };

// A status rises where it comes 1.5 times as often as usual, more than chance gives (one in a thousand, and a rate that
// differs by a third between days), and so often that it matters: a twentieth of the volume.
[[nodiscard]] HoursSum sum_hours(const Transactions& transactions, const UsualTransactions& usual,
                                 const std::vector<int>& hours, Level level = Level::of_day);

}  // namespace pos::checkout
