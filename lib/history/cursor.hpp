// SPDX-License-Identifier: MIT
// How far pos-alert has dealt with a stream of scored records, by a pipe or from a history.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "base/record.hpp"

namespace pos::history {

// What a record is known by: its time, status, count, decision and whose that is; not what was expected, which text
// rounds.
[[nodiscard]] std::uint64_t record_hash(const Record& record);

// Of a history's rows these were dealt with: ids up to `done`, and up to `seen` those of times before `before`. Rows
// that were made up may have another id tomorrow, and are dealt with up to the cursor's time.
struct Place {
  std::int64_t done = 0;
  std::int64_t seen = 0;
  LocalSeconds before = INT64_MIN;
  std::uint64_t row_hash = 0;  // of the row `seen`: in another history it is another
  std::string stream;          // whose rows they are

  friend bool operator==(const Place&, const Place&) = default;
};

struct Cursor {
  LocalSeconds time = 0;                         // of the newest record
  std::map<std::uint64_t, std::int64_t> minute;  // records of its minute: how many have that record_hash()
  std::optional<Place> place;                    // none: the newest records came by a pipe

  // A record has been dealt with.
  void pass(const Record& record);

  friend bool operator==(const Cursor&, const Cursor&) = default;
};

// Which records of a stream that comes once more a cursor has behind it: those of earlier minutes, and of its own
// minute those it knows. Ask once for each record.
class Behind {
 public:
  explicit Behind(const Cursor& cursor) : time_(cursor.time), minute_(cursor.minute), by_time_(cursor.minute.empty()) {}

  [[nodiscard]] bool holds(const Record& record);
  // Of a cursor that an older version left, a record of its minute is known by its time alone: pass() it once more.
  [[nodiscard]] bool is_to_be_kept(const Record& record) const {
    return by_time_ && minute_begin(record.time) == minute_begin(time_);
  }
  // The record is of a later minute.
  [[nodiscard]] bool is_over(const Record& record) const { return minute_begin(record.time) > minute_begin(time_); }

 private:
  LocalSeconds time_;
  std::map<std::uint64_t, std::int64_t> minute_;  // and not come yet
  bool by_time_;                                  // an older version kept no records
};

}  // namespace pos::history
