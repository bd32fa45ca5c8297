// SPDX-License-Identifier: MIT
// Takes messages from the outbox to their channels.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "dispatch/channels.hpp"
#include "dispatch/clock.hpp"
#include "dispatch/event_log.hpp"
#include "ledger/alert_store.hpp"
#include "notify/channel.hpp"

namespace pos::dispatch {

class Courier {
 public:
  // The program it works in.
  struct Outside {
    std::function<ClockSeconds()> now;            // the real time: leases and waiting are between programs
    std::function<double()> random;               // numbers from 0 up to 1
    std::function<bool()> stopped;                // a signal asks to end
    std::function<void(const std::string&)> say;  // to who runs it
  };
  Courier(ledger::AlertStore& store, const Channels& channels, const Clock& clock, EventLog& log, Outside outside)
      : store_(store), channels_(channels), clock_(clock), log_(log), outside_(std::move(outside)) {}

  // due     messages whose time has come
  // last    and those this program has tried before, unless their channel asked for patience, took its time to fail, or
  //         an operator has to mend it: there will be no other chance soon
  // parting as due, though a signal asks to stop: what is done in a moment
  // all     everything that waits
  enum class Effort { due, last, parting, all };
  // Each message once, and of such a channel one: nobody waits for it message by message. A try that a signal ends
  // settles nothing: its message is the next program's when the lease ends, and no other is begun.
  void deliver(Effort effort);

  // Nothing failed in the last round.
  [[nodiscard]] bool went_well() const { return went_well_; }
  // Says what is left, and why, where no line of this program has said it: who ends with a status has a reason.
  void tell_waiting();
  // Of all rounds the worst; nothing when no message is left and none was rejected.
  [[nodiscard]] std::optional<Fault> fault();

 private:
  struct Tried {
    Fault fault = Fault::temporary;
    std::string reason;  // told once
  };

  [[nodiscard]] bool wants(const ledger::StoredMessage& message, Effort effort, ClockSeconds now) const;
  void settle(const ledger::StoredMessage& message, const notify::Delivery& delivery, std::chrono::milliseconds took);
  void keep(const ledger::StoredMessage& message, const notify::Delivery& delivery, std::chrono::milliseconds took);
  [[nodiscard]] bool is_too_old(const ledger::StoredMessage& message) const;
  void give_up(const ledger::StoredMessage& message, Fault fault, const std::string& reason);
  void log(const ledger::StoredMessage& message, std::string_view event);
  [[nodiscard]] std::string why_it_waits(const ledger::StoredMessage& message, std::size_t count) const;
  void say(const ledger::StoredMessage& message, const std::string& text) const;

  ledger::AlertStore& store_;
  const Channels& channels_;
  const Clock& clock_;
  EventLog& log_;
  Outside outside_;
  std::map<std::int64_t, Tried> tried_;                                  // by message, those that still wait
  std::set<std::int64_t> seen_;                                          // in this round
  std::map<std::string, std::chrono::steady_clock::time_point> paused_;  // by channel, until when
  std::set<std::string> shut_;                                           // channels, for this round
  std::optional<Fault> rejected_;
  bool went_well_ = true;
  bool was_interrupted_ = false;
};

}  // namespace pos::dispatch
