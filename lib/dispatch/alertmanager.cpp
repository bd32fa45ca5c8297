// SPDX-License-Identifier: MIT
#include "dispatch/alertmanager.hpp"

#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <set>
#include <string_view>
#include <thread>

#include "base/text.hpp"

namespace pos::dispatch {
namespace {

using incident::Incident;
using notify::Alert;
using Steady = std::chrono::steady_clock;

constexpr std::chrono::seconds pause_after_failure{10};

// There may be thousands of keys.
std::set<std::string_view> labels_of(const std::vector<Alert>& alerts) {
  std::set<std::string_view> labels;
  for (const Alert& alert : alerts) labels.insert(alert.labels);
  return labels;
}

// That of the program and no other takes the signals that ask it to end.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

Settings ending_with(Settings settings, std::shared_ptr<std::atomic<bool>> ending) {
  settings.transport.stopped = [ending = std::move(ending)] { return ending->load(); };
  return settings;
}

}  // namespace

Standing standing_of(const incident::State& state, ClockSeconds now, LocalSeconds wall, std::chrono::seconds hold) {
  Standing standing;
  for (const Incident& incident : state.incidents) {
    const bool is_known = incident.told && silences_of(incident, state.silences, now, wall).empty();
    if (!is_known) continue;
    if (incident.open()) {
      standing.open.push_back(incident);
    } else if (wall - *incident.resolved <= hold.count()) {
      standing.over.push_back(incident);
    }
  }
  return standing;
}

std::vector<Alert> ToldAlerts::next(const Alerts& alerts, ClockSeconds now, ClockSeconds ends) const {
  const auto told = labels_of(open_);
  auto known = labels_of(alerts.open);
  std::vector<Alert> all = alerts.open;
  for (Alert& alert : all) alert.ends = ends;
  for (const Alert& alert : alerts.over) {
    if (begun_ && !told.contains(alert.labels)) continue;
    all.push_back(alert);
    known.insert(alert.labels);
  }
  for (const Alert& alert : open_) {
    if (known.contains(alert.labels)) continue;
    all.push_back(alert);
    all.back().ends = now;
  }
  return all;
}

void ToldAlerts::accepted(const Alerts& alerts) {
  open_ = alerts.open;
  begun_ = true;
}

// One server, and the thread that talks to it.
class Alertmanagers::Server {
 public:
  Server(const Channels& channels, Target target, std::chrono::seconds hold, const Courier::Outside& outside, ToldAlerts told)
      : channels_(channels), target_(std::move(target)), hold_(hold), outside_(outside), told_(std::move(told)) {
    const SignalsHeld held;
    thread_ = std::thread([this] { work(); });
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() {
    {
      const std::lock_guard lock(mutex_);
      ends_ = true;
    }
    news_.notify_all();
    thread_.join();
  }

  void give(std::shared_ptr<const Alerts> alerts) {
    {
      const std::lock_guard lock(mutex_);
      alerts_ = std::move(alerts);
      is_new_ = true;
    }
    news_.notify_all();
  }

  // Until what was given last has been tried, for a moment at most. True: it has.
  bool wait() {
    std::unique_lock lock(mutex_);
    return news_.wait_for(lock, notify::time_to_look, [this] { return !is_new_ && !is_busy_; });
  }

  [[nodiscard]] std::optional<Fault> fault() {
    const std::lock_guard lock(mutex_);
    return failure_.empty() ? std::nullopt : std::optional(fault_);
  }

  // What is to be said of it now, or nothing.
  [[nodiscard]] std::string news() {
    const std::lock_guard lock(mutex_);
    const bool fails = !failure_.empty();
    if (fails == std::exchange(said_, fails)) return {};
    return "alertmanager " + printable(target_.name) + ": " +
           (fails ? failure_ + "; it is tried again" : "it takes alerts again");
  }

 private:
  void work() {
    std::unique_lock lock(mutex_);
    while (true) {
      const auto is_due = [this] { return is_new_ || ends_; };
      if (failure_.empty()) {
        news_.wait(lock, is_due);
      } else {
        news_.wait_for(lock, pause_after_failure, is_due);
      }
      if (ends_ && !is_new_) return;
      const std::shared_ptr<const Alerts> alerts = alerts_;
      is_new_ = false;
      is_busy_ = true;
      lock.unlock();
      const std::optional<notify::Delivery> delivery = tell(*alerts);
      lock.lock();
      is_busy_ = false;
      if (delivery) settle(*delivery);
      news_.notify_all();
    }
  }

  // No exception may leave the thread.
  notify::Delivery deliver(const std::vector<Alert>& alerts) const {
    try {
      return channels_.deliver(target_, notify::render_alerts(alerts));
    } catch (const std::exception& error) {
      return {notify::Delivery::Outcome::retry_later, Fault::temporary, error.what(), std::nullopt};
    }
  }

  // Nothing: there was nothing to tell.
  std::optional<notify::Delivery> tell(const Alerts& alerts) {
    const ClockSeconds now = outside_.now();
    const std::vector<Alert> next = told_.next(alerts, now, now + hold_.count());
    if (next.empty()) return std::nullopt;
    const notify::Delivery delivery = deliver(next);
    if (delivery.outcome == notify::Delivery::Outcome::sent) told_.accepted(alerts);
    return delivery;
  }

  void settle(const notify::Delivery& delivery) {
    using Outcome = notify::Delivery::Outcome;
    if (delivery.outcome == Outcome::interrupted) return;
    if (delivery.outcome == Outcome::sent) {
      failure_.clear();
      return;
    }
    failure_ = delivery.reason;
    fault_ = notify::needs_mending(delivery.fault) ? delivery.fault : Fault::temporary;
  }

  const Channels& channels_;
  const Target target_;
  const std::chrono::seconds hold_;
  const Courier::Outside& outside_;
  ToldAlerts told_;  // of the thread alone
  std::mutex mutex_;
  std::condition_variable news_;
  std::shared_ptr<const Alerts> alerts_;
  bool is_new_ = false, is_busy_ = false, ends_ = false, said_ = false;
  std::string failure_;  // of the last try; empty: it was taken
  Fault fault_ = Fault::temporary;
  std::thread thread_;
};

Alertmanagers::Alertmanagers(const Channels& channels, const Composer& composer, const Clock& clock, std::string stream,
                             std::chrono::seconds hold, Courier::Outside outside)
    : composer_(composer),
      clock_(clock),
      stream_(std::move(stream)),
      hold_(hold),
      outside_(std::move(outside)),
      channels_(ending_with(channels.settings(), ending_)) {}

// What is under way has as long as a signal leaves it.
Alertmanagers::~Alertmanagers() { *ending_ = true; }

std::chrono::milliseconds Alertmanagers::every(std::size_t alerts) {
  return std::chrono::seconds(10) + std::chrono::milliseconds(10) * static_cast<std::int64_t>(alerts);
}

Alert Alertmanagers::alert(const Incident& incident) const {
  Alert alert = notify::alert_of(composer_.notice_of(incident), stream_);
  alert.starts = clock_.world_of(incident.first);
  return alert;
}

Alerts Alertmanagers::alerts() const {
  Alerts all;
  for (const Incident& incident : standing_.open) all.open.push_back(alert(incident));
  for (const Incident& incident : standing_.over) {
    all.over.push_back(alert(incident));
    all.over.back().ends = std::max(all.over.back().starts, clock_.world_of(*incident.resolved));
  }
  return all;
}

void Alertmanagers::look_back(const incident::State& state) {
  if (before_) return;
  before_.emplace();
  // A silence that has begun since may be why it is not shown now.
  const ClockSeconds then = clock_.now() - hold_.count();
  for (const Incident& incident : standing_of(state, then, clock_.shown(then), hold_).open)
    before_->push_back(alert(incident));
}

void Alertmanagers::look(const incident::State& state) {
  standing_ = standing_of(state, clock_.now(), clock_.shown(clock_.now()), hold_);
  if (clock_.stands_still()) standing_.over.clear();  // nobody knows since when
}

void Alertmanagers::show() {
  say_news();
  const bool is_nothing = standing_.open.empty() && standing_.over.empty() && (!before_ || before_->empty());
  if (!shown_ && is_nothing) return;
  Marks marks;
  for (const Incident& incident : standing_.open) marks.emplace_back(incident.id, incident.severity);
  const auto now = Steady::now();
  if (shown_ == marks && (marks.empty() || now - shown_at_ < every(marks.size()))) return;
  if (servers_.empty()) {
    for (const Target& target : channels_.alertmanagers())
      servers_.push_back(
          std::make_unique<Server>(channels_, target, hold_, outside_, ToldAlerts(before_.value_or(std::vector<Alert>()))));
  }
  shown_ = std::move(marks);
  shown_at_ = now;
  const auto now_so = std::make_shared<const Alerts>(alerts());
  for (const auto& server : servers_) server->give(now_so);
}

void Alertmanagers::say_news() {
  for (const auto& server : servers_) {
    if (const std::string news = server->news(); !news.empty()) outside_.say(news);
  }
}

std::optional<Fault> Alertmanagers::finish() {
  std::optional<Fault> fault;
  for (const auto& server : servers_) {
    while (!server->wait()) {
      if (outside_.stopped()) return std::nullopt;
    }
    if (!fault) fault = server->fault();
  }
  say_news();
  return fault;
}

}  // namespace pos::dispatch
