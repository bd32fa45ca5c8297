// SPDX-License-Identifier: MIT
// How well a monitor finds incidents: which it found, how soon, and how often it cried wolf.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pos::model {

// What happened, minute by minute. Calls come in order of the minutes.
class EventLog {
 public:
  struct Entry {
    std::int64_t minute;
    std::string status;
  };

  void minute(std::int64_t) { ++minutes_; }  // one was judged
  void alert(std::int64_t minute, std::string_view status) { alerts_.push_back({minute, std::string(status)}); }
  void label(std::int64_t minute, std::string_view status) { labels_.push_back({minute, std::string(status)}); }

  [[nodiscard]] std::int64_t minutes() const { return minutes_; }
  [[nodiscard]] const std::vector<Entry>& alerts() const { return alerts_; }
  [[nodiscard]] const std::vector<Entry>& labels() const { return labels_; }

 private:
  std::int64_t minutes_ = 0;
  std::vector<Entry> alerts_;
  std::vector<Entry> labels_;
};

struct EventEvaluation {
  std::int64_t events = 0;
  std::int64_t detected = 0;
  std::int64_t false_events = 0;
  double days = 0;
  std::vector<std::int64_t> delays;  // minutes from an event's start to its first alert, of those detected

  [[nodiscard]] double recall() const;                // 0 without events
  [[nodiscard]] double false_events_per_day() const;  // 0 without minutes
  [[nodiscard]] double median_delay() const;          // 0 where nothing was detected
};

// An event is a run of labelled rows with gaps of at most 10 minutes, over all statuses. It is
// detected when one of its statuses alerts between its start and 2 minutes after its end. Alerts
// elsewhere are merged over statuses when at most 10 minutes apart and cut every 30 minutes; each
// piece is a false event. Not counted: other statuses while an event runs, the 15 minutes after it,
// and an alert that began inside it for up to 60 minutes after its end. An outage without any row
// has no row to label, and so is no event here.
[[nodiscard]] EventEvaluation evaluate_events(const EventLog& log);

}  // namespace pos::model
