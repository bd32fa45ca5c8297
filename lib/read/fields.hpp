// SPDX-License-Identifier: MIT
// The three fields of a transaction record, read strictly: what does not parse is never guessed.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/local_time.hpp"
#include "base/row.hpp"
#include "read/time_forms.hpp"

namespace pos::read {

// Fields of one row, blanks around them gone. No count: the row is one transaction.
struct Fields {
  std::string_view time;
  std::string_view status;
  std::optional<std::string_view> count;
  bool scored = false;  // pos-score has seen the row, and may have made it up: for all statuses together, too
};

// A time that stands in two columns, joined by a blank; empty where one of them is. Says in the header how to part it.
[[nodiscard]] std::string_view join_time(std::string_view date, std::string_view clock, Header& header,
                                         std::string& joined);

// Fills `to`, whose status borrows from `fields`, or from `masked` where it could hold a card number: no station behind
// the readers ever sees one. Returns why the row cannot be used; empty: it can.
[[nodiscard]] std::string parse_transaction(const Fields& fields, TimeReader& times, Transaction& to,
                                            std::string& masked);

// `0` or `1`. Returns why not; empty: `label` has it.
[[nodiscard]] std::string parse_label(std::string_view text, std::optional<bool>& label);

}  // namespace pos::read
