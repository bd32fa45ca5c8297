// SPDX-License-Identifier: MIT
// Why hours sold other than expected, by what the transactions of that day say, and by what people know of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "checkout/hourly_test.hpp"
#include "checkout/transactions.hpp"

namespace pos::checkout {

// unknown: the history does not tell. silent: nothing of any status came for a time. closed: nor to the end of the day,
// or since its begin. rise: a status came far more often than usual. missing: the volume alone stayed away. fewer,
// more: all statuses did alike. usual: none of that. event: people have said what it was.
enum class Cause { unknown, silent, closed, rise, missing, fewer, more, usual, event };
[[nodiscard]] std::string_view name_of(Cause cause);  // `silent`, for programs

struct HourCause {
  int hour = 0;
  Cause cause = Cause::unknown;
  std::string status;                  // rise, missing: of which
  std::optional<double> transactions;  // of all statuses in that hour; nothing: the history does not tell
  std::string evidence;                // the hour's own counts; or why they are not known
  // What people told of before and that is reason enough, for people: nobody needs to be called. Empty: none. It takes
  // more than the cause `event`: half of the hour, no status that rose, and of a holiday that something was sold, since
  // a feed may be dead on a holiday as well.
  std::string told = {};
};

// Of flagged hours that lie together.
struct IncidentCause {
  std::vector<int> hours;  // without those at its edges
  Cause cause = Cause::unknown;
  std::string text;
  bool told = false;  // all of its hours were
};

struct Causes {
  std::vector<HourCause> hours;  // those flagged, by hour, edges of incidents with their incident's cause
  std::vector<IncidentCause> incidents;
  // Of the whole day, where it sold at least a quarter less, or a third more, than all of its references: no hour of
  // such a day need be flagged.
  std::optional<IncidentCause> day = {};
};

// Shape    transactions: of the day of the test; null: nobody asked a history. events: of that day.
// Units    A status stands out where it comes 1.5 times as often as usual, more than chance gives (one in a thousand,
// and
//          a rate that differs by a third between days), and so often that it matters: a twentieth of the volume. Usual
//          is its rate at this hour of other days and in hours of this day that are not flagged. A gap is silence where
//          nine transactions or more were to be expected in it.
[[nodiscard]] Causes causes_of(const HourlyTest& test, const Transactions* transactions,
                               std::span<const DayEvent> events, Language language = Language::en);

}  // namespace pos::checkout
