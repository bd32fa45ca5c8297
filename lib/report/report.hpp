// SPDX-License-Identifier: MIT
// The numbers of a report, whatever it is shown as.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/description.hpp"
#include "base/event.hpp"
#include "base/keys.hpp"
#include "base/record.hpp"
#include "incident/incident.hpp"
#include "incident/people.hpp"
#include "report/review.hpp"

namespace pos::report {

// Abnormal: the decision is Alert.
enum class Normal { all, normal, abnormal };

// The filters of the original project's page. Both ends of a range count; one that ends before it begins goes on over
// midnight, or over the full hour: hours 22 to 3 are a night.
struct Filter {
  int hour_from = 0, hour_to = 23;
  int minute_from = 0, minute_to = 59;  // of the hour
  std::vector<std::string> statuses;    // empty: all
  Normal normal = Normal::all;
  // `merchant=alfa`: only what is of this key. `merchant`: everything, and a table of its keys. Empty: neither.
  std::string by = {};

  [[nodiscard]] std::string_view key() const { return by.find('=') == std::string::npos ? std::string_view() : by; }
  [[nodiscard]] std::string_view family() const { return column_of_key(by); }
  // False for records of every_status: they hold what all others do.
  [[nodiscard]] bool takes(const Record& record) const;
  [[nodiscard]] bool takes_time(LocalSeconds time) const;
  [[nodiscard]] bool takes_status(const std::string& status) const;
  [[nodiscard]] bool takes_key(const Record& record) const;
  // Whether the record says what was expected of what is shown: a key's own alerts tell nothing of the whole, and other
  // rows nothing of a key.
  [[nodiscard]] bool tells_expected(const Record& record) const {
    return record.scored.expected.has_value() && record.scored.key == key();
  }
};

// Rows, and the transactions they stand for.
struct Total {
  std::int64_t rows = 0;
  std::int64_t count = 0;
  std::int64_t abnormal_rows = 0;
  std::int64_t abnormal_count = 0;
  // In all minutes that the filter takes and that have data. Only a row says what was expected; where a
  // status has none, which for a rare one is most of the time, it is taken to lie between its
  // neighbours. With a filter by decision: of the minutes of the rows alone. Of a key nothing is known: only its alerts
  // say what was expected.
  double expected = 0;
  std::int64_t rows_expected = 0;  // rows that say so; 0: nothing is known of what was expected
};

struct StatusTotal {
  std::string status;
  Total total;
};

// What the counts of a status' rows are like, but those made up for a silence: they are of nobody's data.
struct StatusDescription {
  std::string status;
  Description counts;
};

// What happened to one status in one step of the series.
struct Point {
  LocalSeconds begin = 0;
  std::int64_t count = 0;
  double expected = 0;
  std::int64_t alerts = 0;  // rows
  Severity severity = Severity::none;
  bool has_expected = false;  // a row says so; elsewhere it is 0
};

// Steps without any row of the status are left out: at a report's level that is a count of 0.
struct Series {
  std::string status;
  std::vector<Point> points;  // ascending
};

// A key: what came of it, and what it lost.
struct KeyTotal {
  std::string key;
  std::int64_t rows = 0;
  std::int64_t count = 0;
  std::int64_t volume = 0;         // of these, of the status that measures business
  std::int64_t alert_minutes = 0;  // minutes with an alert of its own
  std::int64_t incidents = 0;
  std::optional<double> lost;                 // in all of them; nothing: it cannot be known
  Severity severity = Severity::none;         // the worst
  std::optional<std::int64_t> last_incident;  // its number
};

// The same numbers of an earlier period of equal length.
struct Comparison {
  Period period;
  Total total;
  std::vector<StatusTotal> statuses;
  bool has_rows = true;  // in that period, whether the filter takes them or not: else there is nothing to compare with
};

// What came a week before the period, by the same filter: of each status in steps of five minutes.
struct LastWeek {
  static constexpr std::int64_t step = 300;
  LocalSeconds begin = 0;  // of the first step, a week later: in the time of the report
  std::map<std::string, std::vector<std::int64_t>, std::less<>> counts;  // all of one length
};

// The row of a live source that came last, whatever the filter, in the period or before it.
struct LastRow {
  LocalSeconds time = 0;
  std::int64_t age = 0;  // seconds, by the clock
  bool overdue = false;  // more was to be expected since
};

struct Report {
  Period period;  // as asked for
  Filter filter;
  std::string volume;      // the status that incidents are counted in; every_status: they cannot be
  std::int64_t step = 60;  // of the series, in seconds; a multiple of 60
  Total total;
  std::vector<StatusDescription> descriptions = {};  // where asked for; by name
  std::vector<StatusTotal> statuses;          // by count, the largest first, then by name
  std::vector<Series> series;                 // of the same statuses, in the same order
  std::vector<Record> records;                // ascending by time, where asked for
  // Seconds of a step, where there were more records than the order keeps. Then `records` are none: each stands for those
  // of one status and decision in that step, by its begin, as many as `rows_of` has for it; of those of a status and a
  // step the first alone says what was expected. It may be of no row.
  std::optional<std::int64_t> coarse = {};
  std::vector<std::int64_t> rows_of = {};
  std::vector<Record> tail = {};  // the records themselves, of the last two hours and some minutes of the period
  std::vector<Event> events = {};  // that people know of, of whatever time: by whoever made the report
  std::vector<incident::Incident> incidents;  // by first; of the period, whatever the filter's hours
  // What people know of them, where pos-alert has written that down; nothing: it has not, so nobody can say.
  std::optional<incident::PeopleOf> people;
  // Time of the newest record of the period, filtered or not; one that nobody judged and that is ahead of the clock does
  // not count.
  std::optional<LocalSeconds> last_record;
  // The same of the rows that came: one made up for a silent status does not count, nor one that nobody judged and
  // that is ahead of the clock.
  std::optional<LocalSeconds> last_real;
  std::optional<LastRow> last_row;  // where the period reaches up to now and the source is live
  // The same of a source that rows came to while they happened, however long ago: where the period reaches up to now.
  std::optional<LastRow> newest;
  bool is_of_nothing = false;  // its source has no row at all, of any period
  std::int64_t unjudged =
      0;  // rows of the period, filtered or not, that the monitor did not judge while it judged others
  bool is_judged = false;       // some row of the period, filtered or not, says what was expected
  // Whole minutes that have records, filtered or not, which somebody judged, or that are open, where any were judged; as
  // few as can be, as records.
  std::vector<Period> covered;
  std::optional<Comparison> comparison;
  std::optional<Review> review;  // where asked for
  std::optional<LastWeek> last_week;  // with records, of a period of two days at most; nothing: there was no row
  bool has_keys = false;       // its source has: then each form has a place for them
  bool has_places = false;     // likewise
  bool has_amounts = false;    // likewise
  std::vector<KeyTotal> keys;  // where asked for (Filter::by), or there are records: by what they lost, then by minutes
                               // with alerts, then by name
};

}  // namespace pos::report
