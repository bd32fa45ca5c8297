// SPDX-License-Identifier: MIT
// Records in, a report out.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/coarse.hpp"
#include "report/key_totals.hpp"
#include "report/report.hpp"

namespace pos::report {

// Step of a series that is readable at a glance and at most about 1,500 points long: 60 seconds up to
// a day, then a part of a day, then whole days.
[[nodiscard]] std::int64_t step_for(const Period& period);

// The period of equal length that many days earlier.
[[nodiscard]] Period earlier(const Period& period, std::int32_t days);

// What to keep of the records: their numbers, or themselves too, and the minutes that have some.
enum class Keep { numbers, records };

// Takes the records of a stream, in order of time; those outside the period are passed over.
// Memory: that of the report; with describe() also about 50 bytes for each different count of a status.
class Collector {
 public:
  // `volume`: the status that measures business, or every_status. `now`: the clock; without it every time is believed.
  Collector(const Period& period, Filter filter, std::int64_t step_seconds, Keep keep, std::string volume,
            std::optional<LocalSeconds> now = std::nullopt);
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  // Before the first record: keys are counted too, of the filter's family, else all.
  void count_keys() { keys_.emplace(report_.filter.family(), report_.volume); }
  // Of more records than that not they are kept, but at most about `points` (report/coarse.hpp).
  void keep_at_most(std::size_t records, std::size_t points) { most_records_ = records, most_points_ = points; }
  // Before the first record: rows of each status are described.
  void describe() { counts_.emplace(); }
  void add(const Record& record);
  // The report, complete but for a comparison. The collector is spent.
  [[nodiscard]] Report finish(std::vector<incident::Incident> incidents);

 private:
  struct Status {
    Total total;
    std::vector<Point> points;
    // The last minute that said what was expected: its number among the minutes of data, and that.
    std::int64_t expected_minute = -1;
    double expected = 0;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  Status& status_of(const std::string& name);
  void look_at(const Record& record);
  void cover(LocalSeconds minute);
  void count(const Record& record);
  void keep(const Record& record);
  void keep_tail(const Record& record);
  void expect(Status& status, double expected, Point& point);

  Report report_;
  Keep keep_;
  std::size_t most_records_ = std::numeric_limits<std::size_t>::max(), most_points_ = 0;
  std::optional<Coarse> coarse_;
  std::deque<Record> tail_;  // as Report::tail
  std::optional<LocalSeconds> now_;
  std::int64_t unjudged_ = 0;
  bool any_judged_ = false;
  std::optional<LocalSeconds> last_believed_;
  std::unordered_map<std::string, Status, Hash, std::equal_to<>> statuses_;
  std::optional<KeyTotals> keys_;
  std::optional<std::map<std::string, Frequencies, std::less<>>> counts_;  // of rows, by status
  std::int64_t minutes_ = 0;  // of data so far that the filter takes
  std::optional<LocalSeconds> last_minute_;
};

// The numbers of an earlier period's report.
[[nodiscard]] Comparison to_comparison(Report&& earlier);

}  // namespace pos::report
