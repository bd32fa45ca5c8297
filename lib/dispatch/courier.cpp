// SPDX-License-Identifier: MIT
#include "dispatch/courier.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "ledger/back_off.hpp"

namespace pos::dispatch {
namespace {

using ledger::StoredMessage;
using notify::Delivery;
using Steady = std::chrono::steady_clock;

// How long a message is a sender's: what a try takes, and what it does beside waiting for its peer.
ClockSeconds lease_of(std::chrono::seconds timeout) { return timeout.count() + 5; }
// With the last try that is begun in it, the program ends within a second.
constexpr std::chrono::milliseconds time_to_part{250};

Target target_of(const StoredMessage& message) { return {message.envelope.channel, message.envelope.target}; }

// What fails together: all mail goes to one server.
std::string way_of(const StoredMessage& message) {
  return message.envelope.channel == "mail" ? "mail" : message.envelope.channel + " " + message.envelope.target;
}

// Of a message that is queued: what an operator can do about it, else that it waits.
Fault waiting_fault(Fault fault) {
  return notify::needs_mending(fault) && fault != Fault::io ? fault : Fault::temporary;
}

// `3d`, as the option has it.
std::string in_words(std::chrono::seconds span) {
  constexpr std::pair<std::int64_t, char> units[] = {{86'400, 'd'}, {3600, 'h'}, {60, 'm'}};
  for (const auto& [seconds, letter] : units) {
    if (span.count() > 0 && span.count() % seconds == 0) return std::to_string(span.count() / seconds) + letter;
  }
  return std::to_string(span.count()) + "s";
}

// The worse, the earlier.
int rank(Fault fault) {
  constexpr std::array<Fault, 6> order = {Fault::permission, Fault::protocol,    Fault::config,
                                          Fault::no_input,   Fault::unavailable, Fault::temporary};
  return static_cast<int>(std::find(order.begin(), order.end(), fault) - order.begin());
}

}  // namespace

bool Courier::wants(const StoredMessage& message, Effort effort, ClockSeconds now) const {
  if (seen_.contains(message.id) || shut_.contains(way_of(message)) || !channels_.takes(target_of(message)))
    return false;
  if (effort == Effort::all) return true;
  const auto paused = paused_.find(way_of(message));
  if (paused != paused_.end() && paused->second > Steady::now()) return false;
  if (message.next <= now) return true;
  const auto tried = tried_.find(message.id);
  return effort == Effort::last && tried != tried_.end() && !notify::needs_mending(tried->second.fault);
}

void Courier::deliver(Effort effort) {
  if (was_interrupted_) return;
  const auto begun = Steady::now();
  const auto must_end = [&] {
    return effort == Effort::parting ? Steady::now() - begun > time_to_part : outside_.stopped();
  };
  seen_.clear();
  shut_.clear();
  went_well_ = true;
  ledger::Outbox outbox = store_.outbox();
  // Another program may have the usual timeout, where ours is shorter.
  outbox.correct_stamps(outside_.now(), lease_of(std::max(channels_.settings().transport.timeout, Transport().timeout)));
  // Looked at before it is locked: mostly there is nothing.
  const auto any = [&] {
    const auto waiting = outbox.waiting();
    return std::any_of(waiting.begin(), waiting.end(),
                       [&](const StoredMessage& message) { return wants(message, effort, outside_.now()); });
  };
  while (!must_end() && any()) {
    const ClockSeconds now = outside_.now();
    const ClockSeconds lease = now + lease_of(channels_.settings().transport.timeout);
    const auto claimed =
        outbox.claim(now, lease, [&](const StoredMessage& message) { return wants(message, effort, now); });
    if (!claimed) return;  // others have them
    seen_.insert(claimed->message.id);
    const auto tried = Steady::now();
    const Delivery delivery = channels_.deliver(target_of(claimed->message), claimed->payload);
    was_interrupted_ = delivery.outcome == Delivery::Outcome::interrupted;
    if (was_interrupted_) break;  // its lease stands: perhaps the peer has it
    settle(claimed->message, delivery, std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - tried));
  }
  if (was_interrupted_) went_well_ = false;
}

// Its first try is nobody's last: the machine may have been off for days, or its clock in another year.
bool Courier::is_too_old(const StoredMessage& message) const {
  return message.attempts > 1 && outside_.now() - message.created > channels_.settings().transport.give_up.count();
}

void Courier::settle(const StoredMessage& message, const Delivery& delivery, std::chrono::milliseconds took) {
  if (delivery.outcome == Delivery::Outcome::sent) {
    store_.outbox().sent(message, outside_.now());
    tried_.erase(message.id);
    log(message, "sent");
  } else if (delivery.outcome == Delivery::Outcome::rejected) {
    give_up(message, delivery.fault, delivery.reason);
  } else if (is_too_old(message)) {
    give_up(message, Fault::unavailable,
            delivery.reason + "; not delivered in " + in_words(channels_.settings().transport.give_up));
  } else {
    keep(message, delivery, took);
  }
}

void Courier::keep(const StoredMessage& message, const Delivery& delivery, std::chrono::milliseconds took) {
  went_well_ = false;
  const bool needs_mending = notify::needs_mending(delivery.fault);
  std::chrono::seconds wait = needs_mending
                                  ? ledger::slow_pace(outside_.random())
                                  : ledger::back_off(message.attempts, channels_.settings().transport.retries, outside_.random());
  if (delivery.retry_after)
    wait = std::max(wait, std::min(*delivery.retry_after, std::chrono::seconds(ledger::Outbox::longest_wait)));
  store_.outbox().retry(message, outside_.now() + wait.count(), delivery.reason);
  // What the peer does not take for its form says nothing of other messages.
  const bool is_of_channel = needs_mending && !delivery.too_much;
  if (delivery.retry_after || is_of_channel || took * 2 > channels_.settings().transport.timeout) {
    paused_[way_of(message)] = Steady::now() + wait;
    shut_.insert(way_of(message));
  }
  const auto [tried, first] = tried_.try_emplace(message.id);
  tried->second.fault = delivery.fault;
  if (first) log(message, "queued");
  if (std::exchange(tried->second.reason, delivery.reason) != delivery.reason)
    say(message, delivery.reason + "; it is queued");
}

void Courier::give_up(const StoredMessage& message, Fault fault, const std::string& reason) {
  went_well_ = false;
  store_.outbox().failed(message, outside_.now(), reason);
  tried_.erase(message.id);
  if (!rejected_ || rank(fault) < rank(*rejected_)) rejected_ = fault;
  log(message, "failed");
  say(message, reason + "; it will not be sent");
}

void Courier::log(const StoredMessage& message, std::string_view event) {
  log_.write({clock_.shown(clock_.now()), std::string(event), message.envelope,
              store_.incident(message.envelope.incident).value_or(incident::Incident())});
}

void Courier::say(const StoredMessage& message, const std::string& text) const {
  outside_.say(message.envelope.channel + " to " + printable(message.envelope.target) + ": " + text);
}

std::string Courier::why_it_waits(const StoredMessage& message, std::size_t count) const {
  const std::string wait = count == 1 ? "a message waits" : std::to_string(count) + " messages wait";
  const ClockSeconds now = outside_.now();
  const auto in = [&](ClockSeconds time) { return " in " + std::to_string(time - now) + " s"; };
  if (message.state == ledger::MessageState::sending && message.lease.value_or(0) > now)
    return wait + ": another pos-alert is sending; should that have ended, it is due again" + in(*message.lease);
  return wait + (message.next > now ? ", tried again" + in(message.next) : "") +
         (message.error.empty() ? "" : ": " + message.error);
}

void Courier::tell_waiting() {
  std::set<std::string> told;
  std::map<std::string, std::vector<StoredMessage>> untold;
  int strange = 0;
  for (StoredMessage& message : store_.outbox().waiting()) {
    if (!channels_.takes(target_of(message))) {
      ++strange;
      continue;
    }
    if (tried_.contains(message.id)) told.insert(way_of(message));
    untold[way_of(message)].push_back(std::move(message));
  }
  if (strange > 0) outside_.say(std::to_string(strange) + " messages wait for a channel that is not configured here");
  for (const auto& [way, messages] : untold) {
    if (!told.contains(way)) say(messages.front(), why_it_waits(messages.front(), messages.size()));
  }
}

std::optional<Fault> Courier::fault() {
  std::optional<Fault> worst = rejected_;
  for (const StoredMessage& message : store_.outbox().waiting()) {
    const auto tried = tried_.find(message.id);
    const Fault fault = tried == tried_.end() ? Fault::temporary : waiting_fault(tried->second.fault);
    if (!worst || rank(fault) < rank(*worst)) worst = fault;
  }
  return worst;
}

}  // namespace pos::dispatch
