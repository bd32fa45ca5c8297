// SPDX-License-Identifier: MIT
// When the rows of a whole file or body were, whatever order they stand in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/local_time.hpp"
#include "clock/belief.hpp"
#include "clock/groups.hpp"

namespace pos::clock {

// Takes the same rows two or three times:
//
//     for each row: order.see(time, status);
//     order.end_first();
//     if (order.in_order()) ...                         // Belief is enough
//     for each row: order.place(time, status);          // claims may be undecided
//     order.end_second();
//     order.reread(); for each row: order.place(...);   // none is
//
// Exports are in order of time, newest first, or either status by status. Where nearly all rows (but a tenth) are, a
// row that is not in its place is believed only where others are near its time and none has its place, since such a row
// was moved, while one of a wrong clock comes on top. (Where most minutes have several rows of a status, any one near
// others is believed.) Rows in no order at all are believed but for those that stand alone (groups.hpp).
//
// Clocks without a date: a midnight is where the rows that are in order pass one; rows in no order are of one day. The
// day of the first row is day 0, and days before it are negative.
//
// Memory   A number of rows for each minute, and what stands out of place: a fifth of the rows at most.
class FileOrder {
 public:
  enum class Says { believed, not_believed, undecided };
  struct Place {
    Minute minute;
    Says says;
  };

  FileOrder();

  void see(LocalTime time, std::string_view status);
  // `confirmed`: a stretch that the clock confirms, whose rows need no company. Of rows with dates.
  void end_first(std::optional<Stretch> confirmed = std::nullopt);

  // Every row is behind no other one, by its minute.
  [[nodiscard]] bool in_order() const { return in_order_; }
  // Nearly so: all but those that are out of their place.
  [[nodiscard]] bool ascends() const { return way_ == ways_.data(); }

  // Its times, or some of them, have dates.
  [[nodiscard]] bool dated() const { return dated_; }

  [[nodiscard]] Place place(LocalTime time, std::string_view status);
  void end_second();
  void reread();

  // Of the rows that were undecided, in the order they came.
  [[nodiscard]] const std::vector<bool>& decided() const { return decided_; }

 private:
  struct Claim {
    std::size_t row = 0;
    Minute minute = 0;
    std::string status;
  };

  // One way in which a file may be in order: all of it, or each status by itself; oldest row first, or newest.
  class Way {
   public:
    Way(bool newest_first, bool by_status) : newest_first_(newest_first), by_status_(by_status) {}

    void see(std::size_t row, LocalTime time, std::string_view status);
    void end();
    void reread();
    // Of a row that is in its place.
    [[nodiscard]] Minute pass(LocalTime time, std::string_view status);

    // The rows that are not, in the order they came.
    [[nodiscard]] const std::vector<Claim>& claims() const { return claims_; }
    [[nodiscard]] bool fits(std::size_t rows) const;
    // The days that clocks without a date need, and the exceptions.
    [[nodiscard]] std::pair<Minute, std::size_t> rank() const { return {days_, claims_.size()}; }
    // What the time of the row seen last means.
    [[nodiscard]] Minute heard() const { return heard_; }

   private:
    struct Line {  // of rows that are in order
      Belief belief = Belief::generous();
      std::vector<Claim> waiting;
      std::vector<Claim> claims;
      std::optional<Minute> first;  // that is believed
      bool dated = false;           // some of them
    };
    [[nodiscard]] LocalTime mirrored(LocalTime time) const;
    [[nodiscard]] Minute minute_of(const Line& line, LocalTime mirrored) const;
    [[nodiscard]] Minute back(Minute minute) const;
    Line& line_of(std::string_view status);
    void pass_midnight(Minute minute, std::string_view status);
    void settle(Line& line);
    void claim(Line& line, Claim claim);

    bool newest_first_;
    bool by_status_;
    bool gave_up_ = false;
    std::map<std::string, Line, std::less<>> lines_;
    std::vector<Claim> claims_;
    std::size_t claimed_ = 0;
    Minute heard_ = 0;
    // Clocks without date: on which day a status was last, and which days some status was on as well as the day before.
    std::map<std::string, Minute, std::less<>> day_of_;
    std::set<Minute> seen_days_, passed_;
    Minute days_ = 0;
  };

  [[nodiscard]] const std::vector<Claim>& claims() const;
  void note(Minute minute, std::string_view status);

  std::array<Way, 4> ways_;
  Way* way_ = nullptr;  // none: the rows are in no order
  std::map<Minute, std::int64_t> rows_by_minute_;
  std::vector<Stretch> lonely_;
  Minute reach_ = 0;  // rows no further from each other are near
  std::size_t rows_ = 0;
  std::size_t row_ = 0;    // of the reading at hand
  std::size_t claim_ = 0;  // the next one of way_->claims()
  bool in_order_ = true;
  bool dated_ = false;
  Minute last_ = 0;
  // What the second reading finds: places that are claimed and taken, and whether several rows share one as a rule.
  std::map<std::pair<Minute, std::string>, bool> taken_;
  std::map<Minute, bool> has_company_;
  std::map<std::string, Minute, std::less<>> last_of_;
  std::size_t shared_ = 0;
  std::vector<bool> decided_;
};

}  // namespace pos::clock
