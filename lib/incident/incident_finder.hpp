// SPDX-License-Identifier: MIT
// Finds the incidents in a stream of records.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "incident/found.hpp"

namespace pos::incident {

// Memory   sums of one minute and of the open incidents, however many records come.
// Order    records by time; one of an earlier minute than the last counts with the last one's minute.
// Rows     several rows of one status in one minute each tell the expectation of the whole minute: it
//          counts once.
class IncidentFinder {
 public:
  // Called with each incident once it is known to be over; incidents come in the order they end.
  using Take = std::function<void(const Found&)>;

  // `volume`: the status whose missing transactions are what an incident costs.
  IncidentFinder(std::string volume, Take found) : volume_(std::move(volume)), found_(std::move(found)) {}

  void push(const Record& record);
  // No more records: what is open ends here.
  void finish();

 private:
  struct Sums {
    std::int64_t count = 0;
    double expected = 0;
    double missing = 0;  // of the volume

    void add(const Sums& more);
  };
  // One status in the minute at hand.
  struct Minute {
    std::int64_t count = 0;
    std::optional<double> expected;
    std::int64_t alerts = 0;
    Severity severity = Severity::none;
    std::optional<double> surprise;  // of the alert that surprised most
    std::string reason;              // of that alert
  };
  struct Open {
    Found incident;
    std::optional<double> surprise;
    Sums sums;   // from the first minute to the last
    Sums since;  // after that: part of the incident only if another alert follows
  };
  struct Status {
    Minute minute;
    std::optional<Open> open;
  };

  void end_minute();
  void end_minute(const std::string& name, Status& status, double missing);
  void close(Status& status);

  std::string volume_;
  Take found_;
  std::map<std::string, Status, std::less<>> statuses_;
  std::optional<LocalSeconds> minute_;  // begin of the one at hand
};

}  // namespace pos::incident
