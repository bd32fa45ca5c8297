// SPDX-License-Identifier: MIT
// Takes messages from the outbox to their channels.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "channels.hpp"
#include "clock.hpp"
#include "event_log.hpp"
#include "ledger/alert_store.hpp"
#include "notify/channel.hpp"
#include "options.hpp"

namespace pos::tools {

class Courier {
 public:
  // `random`: numbers from 0 up to 1.
  Courier(ledger::AlertStore& store, const Channels& channels, const Options& options, const Clock& clock,
          EventLog& log, std::function<double()> random)
      : store_(store), channels_(channels), options_(options), clock_(clock), log_(log), random_(std::move(random)) {}

  // due     messages whose time has come
  // last    and those this program has tried before, unless their channel asked for patience, took its time to fail, or
  //         an operator has to mend it: there will be no other chance soon
  // parting as due, though a signal asks to stop
  // all     everything that waits
  enum class Effort { due, last, parting, all };
  // Each message once, and of such a channel one: nobody waits for it message by message.
  void deliver(Effort effort);

  // Nothing failed in the last round.
  [[nodiscard]] bool went_well() const { return went_well_; }
  // Of all rounds: 0 when nothing is left and nothing was rejected.
  [[nodiscard]] int exit_status();

 private:
  struct Tried {
    Fault fault = Fault::temporary;
    std::string reason;  // told once
  };

  [[nodiscard]] bool wants(const ledger::StoredMessage& message, Effort effort, ledger::ClockSeconds now) const;
  void deliver(const ledger::Outbox::Claimed& claimed, Effort effort);
  void settle(const ledger::StoredMessage& message, const notify::Delivery& delivery, std::chrono::milliseconds took);
  void keep(const ledger::StoredMessage& message, const notify::Delivery& delivery, std::chrono::milliseconds took);
  void give_up(const ledger::StoredMessage& message, const notify::Delivery& delivery);
  void log(const ledger::StoredMessage& message, std::string_view event);
  void say(const ledger::StoredMessage& message, const std::string& text) const;

  ledger::AlertStore& store_;
  const Channels& channels_;
  const Options& options_;
  const Clock& clock_;
  EventLog& log_;
  std::function<double()> random_;
  std::map<std::int64_t, Tried> tried_;                                  // by message, those that still wait
  std::set<std::int64_t> seen_;                                          // in this round
  std::map<std::string, std::chrono::steady_clock::time_point> paused_;  // by channel, until when
  std::set<std::string> shut_;                                           // channels, for this round
  std::optional<Fault> rejected_;
  bool went_well_ = true;
};

}  // namespace pos::tools
