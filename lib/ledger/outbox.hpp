// SPDX-License-Identifier: MIT
// Messages on their way, each to one target: queued with what they tell of, sent once, by whoever is first.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "incident/state.hpp"
#include "sqlite/connection.hpp"

namespace pos::ledger {

using incident::ClockSeconds;

struct Envelope {
  std::string message_id;
  std::int64_t incident = 0;  // 0: of none
  std::string event;
  std::string channel;
  // An address, a folder, a command, or the file that holds a secret URL; never a secret.
  std::string target;
};

struct Outgoing {
  Envelope envelope;
  std::string payload;
  std::vector<std::int64_t> incidents = {};  // that a digest tells of
};

// Channels and targets.
using Readers = std::set<std::pair<std::string, std::string>>;

enum class MessageState { queued, sending, sent, failed };
[[nodiscard]] std::string_view message_state_name(MessageState state);

struct StoredMessage {
  std::int64_t id = 0;
  Envelope envelope;
  ClockSeconds created = 0;
  int attempts = 0;
  ClockSeconds next = 0;  // not tried again before; failed: since when
  MessageState state = MessageState::queued;
  std::optional<ClockSeconds> lease;  // sending: until when it is another's; queued: until when the last try had it
  std::int64_t claim = 0;             // changes with each try, so that a late answer is known as one
  std::string error;                  // of the last try
};

// Times are seconds since 1970 UTC: the clock of all who deliver.
class Outbox {
 public:
  // No message waits longer for its next try.
  static constexpr ClockSeconds longest_wait = 3600;

  explicit Outbox(sqlite::Connection& db) : db_(db) {}

  // Before what waits is looked at: messages that a clock ahead of `now` has queued, taken or put off are due now, and
  // such as a clock has queued that nobody had set yet are of now. `lease`: that of a sender of today at most. As it
  // stays with a message that waits, it tells when the last try was made.
  void correct_stamps(ClockSeconds now, ClockSeconds lease);

  // In the caller's transaction.
  void add(const Outgoing& message, ClockSeconds now);

  // Those not sent and not failed, oldest first.
  [[nodiscard]] std::vector<StoredMessage> waiting();
  // And those that were given up since then.
  [[nodiscard]] std::vector<StoredMessage> waiting_or_failed(ClockSeconds since);
  // The newest, whatever became of them.
  [[nodiscard]] std::vector<StoredMessage> newest(int count);
  // Message-IDs that went out on an incident, oldest first.
  [[nodiscard]] std::vector<std::string> thread(std::int64_t incident);

  // Who got one of those, or a digest that tells of the incident, whatever became of it.
  [[nodiscard]] Readers readers(std::int64_t incident);

  // What claim() gave; its sender has until the lease ends.
  struct Claimed {
    StoredMessage message;
    std::string payload;
  };
  // The oldest of the least tried messages that `wants` takes, now ours until `lease`: one that is queued, or whose
  // sender's lease has ended. So no message that is refused each time keeps others back, but those behind it: of one
  // incident and target, the first comes first.
  [[nodiscard]] std::optional<Claimed> claim(ClockSeconds now, ClockSeconds lease,
                                             const std::function<bool(const StoredMessage&)>& wants);

  // What became of it. Nothing happens where another has claimed it since.
  void sent(const StoredMessage& claimed, ClockSeconds now);
  void retry(const StoredMessage& claimed, ClockSeconds next, std::string_view error);
  void failed(const StoredMessage& claimed, ClockSeconds now, std::string_view error);

 private:
  [[nodiscard]] std::vector<StoredMessage> select(const std::string& condition);
  void end(const StoredMessage& claimed, MessageState state, std::optional<ClockSeconds> sent, ClockSeconds next,
           std::string_view error);

  sqlite::Connection& db_;
};

}  // namespace pos::ledger
