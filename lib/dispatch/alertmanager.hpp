// SPDX-License-Identifier: MIT
// Prometheus Alertmanager: told what is so, again and again, beside the messages that go through the outbox.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dispatch/channels.hpp"
#include "dispatch/clock.hpp"
#include "dispatch/composer.hpp"
#include "dispatch/courier.hpp"
#include "incident/state.hpp"
#include "notify/alertmanager.hpp"

namespace pos::dispatch {

// What is shown to Alertmanager of the incidents there are.
struct Standing {
  std::vector<incident::Incident> open;  // people know of them, and no silence covers them
  std::vector<incident::Incident> over;  // since a short while: Alertmanager may think that they last
};
[[nodiscard]] Standing standing_of(const incident::State& state, ClockSeconds now, LocalSeconds wall,
                                   std::chrono::seconds hold);

// The same as alerts; ends are those of what is over, and of what is open they are to be filled in.
struct Alerts {
  std::vector<notify::Alert> open, over;
};

// What a server was told, and is to be told next.
class ToldAlerts {
 public:
  // `before`: what an earlier program told it as open.
  explicit ToldAlerts(std::vector<notify::Alert> before = {}) : open_(std::move(before)) {}

  // All that is open, with `ends`; what is over; and what was told as open and is neither, such as an alert whose
  // severity has changed, or that is silenced now, with `now` for an end.
  [[nodiscard]] std::vector<notify::Alert> next(const Alerts& alerts, ClockSeconds now, ClockSeconds ends) const;
  // It took that.
  void accepted(const Alerts& alerts);

 private:
  std::vector<notify::Alert> open_;
  bool begun_ = false;  // what is over by now it has heard from us
};

// The servers that are configured: each has a thread, so that no message waits for one of them, and is told what is open
// when that changes, and every() so long; 10 seconds after a try that failed.
// An alert ends by itself `hold` after it was sent last: when we are gone, or cannot reach the server.
class Alertmanagers {
 public:
  // `hold`: a while that is longer than it takes to come back.
  Alertmanagers(const Channels& channels, const Composer& composer, const Clock& clock, std::string stream,
                std::chrono::seconds hold, Courier::Outside outside);
  ~Alertmanagers();
  Alertmanagers(const Alertmanagers&) = delete;
  Alertmanagers& operator=(const Alertmanagers&) = delete;

  // What was so before a transaction, as the last one has left it: of the first, what an earlier program has shown.
  void look_back(const incident::State& state);
  // What is so, in a transaction that may fail yet.
  void look(const incident::State& state);
  // It is so. Does not wait. Says once of a server that it fails, and once that it does no more.
  void show();
  // Waits until each server has been asked once, unless a signal asks to end. What went wrong with one of them.
  [[nodiscard]] std::optional<Fault> finish();

  // How often that many alerts are sent.
  [[nodiscard]] static std::chrono::milliseconds every(std::size_t alerts);

 private:
  class Server;
  // What decides which labels there are.
  using Marks = std::vector<std::pair<std::int64_t, Severity>>;

  [[nodiscard]] notify::Alert alert(const incident::Incident& incident) const;
  [[nodiscard]] Alerts alerts() const;
  void say_news();

  const Composer& composer_;
  const Clock& clock_;
  std::string stream_;
  std::chrono::seconds hold_;
  Courier::Outside outside_;
  std::shared_ptr<std::atomic<bool>> ending_ = std::make_shared<std::atomic<bool>>(false);
  Channels channels_;  // that give up when we end
  std::vector<std::unique_ptr<Server>> servers_;
  std::optional<std::vector<notify::Alert>> before_;  // as look_back() has it
  Standing standing_;
  std::optional<Marks> shown_;  // none: nothing so far
  std::chrono::steady_clock::time_point shown_at_;
};

}  // namespace pos::dispatch
