// SPDX-License-Identifier: MIT
// What a transaction usually is worth, by the amounts of those that went well: the price of one that is lost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "base/record.hpp"

namespace pos::incident {

struct AmountOfMinute {
  LocalSeconds minute = 0;
  std::int64_t count = 0;  // of rows that say their amount
  Hundredths amount = 0;   // of them together

  friend bool operator==(const AmountOfMinute&, const AmountOfMinute&) = default;
};

// The newest minutes in which transactions of a status had amounts, in order of time.
struct Amounts {
  static constexpr std::size_t most_minutes = 60;

  std::string status;
  std::vector<AmountOfMinute> minutes;

  friend bool operator==(const Amounts&, const Amounts&) = default;
};

// A row that has an amount and is no alert. One of another status than before begins anew.
void note_amount(Amounts& amounts, const Record& record);
// Whether it does.
[[nodiscard]] inline bool tells_amount(const Record& record) {
  return record.amount && record.count > 0 && record.scored.decision != Decision::alert;
}

// Hundredths a transaction, in the minutes before that one:
//
//     m_i = amount_i / count_i of minute i;  m = median of all m_i
//     usual = sum of min(max(m_i, 0), 10 m) count_i / sum of count_i
//
// Nothing: less than 10 minutes, or m is not above 0.
// Why      A single transaction of a million, or a mistyped one, is limited by its minute: of 60 minutes alike it adds
//          15 % at most. The median alone would be too low where a few large sales carry the sum.
[[nodiscard]] std::optional<double> usual_amount(const Amounts& amounts, LocalSeconds before);

}  // namespace pos::incident
