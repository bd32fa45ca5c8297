// SPDX-License-Identifier: MIT
#include "ledger/outbox.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "ledger/incidents.hpp"
#include "sqlite/columns.hpp"

namespace pos::ledger {

using namespace sqlite;

namespace {

constexpr const char* message_columns =
    "id, message_id, incident, event, channel, target, created_at, attempts, next_at, state, lease_at, claim, error";

StoredMessage read(const Statement& from) {
  StoredMessage message;
  Envelope& envelope = message.envelope;
  Columns(from) >> message.id >> envelope.message_id >> envelope.incident >> envelope.event >> envelope.channel >>
      envelope.target >> message.created >> message.attempts >> message.next >>
      up_to(message.state, MessageState::failed) >> message.lease >> message.claim >> message.error;
  return message;
}

}  // namespace

std::string_view message_state_name(MessageState state) {
  constexpr std::array<std::string_view, 4> names = {"queued", "sending", "sent", "failed"};
  return names.at(static_cast<std::size_t>(state));
}

void Outbox::correct_stamps(ClockSeconds now, ClockSeconds lease) {
  constexpr ClockSeconds small_step = 10;             // clocks are set back by so much as a matter of course
  constexpr ClockSeconds first_time = 1'577'836'800;  // 2020: before, there was no such message
  constexpr const char* ahead =
      " FROM message WHERE state < 2 AND (created_at > ?1 OR lease_at > ?2 OR next_at > ?3 OR created_at < ?4)";
  const ClockSeconds last_lease = now + lease + small_step;
  const ClockSeconds last_wait = now + longest_wait + small_step;
  const ClockSeconds first = now < first_time ? 0 : first_time;
  // Looked at before it is locked: mostly there is nothing.
  if (db_.integer(std::string("SELECT EXISTS (SELECT 1") + ahead + ")", now, last_lease, last_wait, first) == 0) return;
  db_.transaction([&] {
    db_.run(std::string("UPDATE message SET created_at = iif(created_at < ?4, ?1, min(created_at, ?1)), next_at = ?1, "
                        "lease_at = iif(lease_at > ?2, NULL, lease_at) WHERE id IN (SELECT id") +
                ahead + ")",
            now, last_lease, last_wait, first);
  });
}

void Outbox::add(const Outgoing& message, ClockSeconds now) {
  const Envelope& envelope = message.envelope;
  db_.run(
      "INSERT INTO message (message_id, incident, event, channel, target, payload, created_at, next_at) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
      envelope.message_id, envelope.incident, envelope.event, envelope.channel, envelope.target, message.payload, now);
  for (const std::int64_t incident : message.incidents)
    db_.run("INSERT OR IGNORE INTO digest_entry (incident, message_id) VALUES (?1, ?2)", incident, envelope.message_id);
}

std::vector<StoredMessage> Outbox::select(const std::string& condition) {
  Statement rows(db_, std::string("SELECT ") + message_columns + " FROM message " + condition);
  std::vector<StoredMessage> messages;
  while (rows.step()) messages.push_back(read(rows));
  return messages;
}

std::vector<StoredMessage> Outbox::waiting() { return select("WHERE state < 2 ORDER BY id"); }

std::vector<StoredMessage> Outbox::waiting_or_failed(ClockSeconds since) {
  return select("WHERE state < 2 OR (state = 3 AND next_at >= " + std::to_string(since) + ") ORDER BY id");
}

std::vector<StoredMessage> Outbox::newest(int count) {
  std::vector<StoredMessage> messages = select("ORDER BY id DESC LIMIT " + std::to_string(count));
  std::reverse(messages.begin(), messages.end());
  return messages;
}

std::vector<std::string> Outbox::thread(std::int64_t incident) {
  Statement rows(db_, "SELECT message_id FROM message WHERE incident = ?1 GROUP BY message_id ORDER BY min(id)",
                 incident);
  std::vector<std::string> ids;
  while (rows.step()) ids.emplace_back(rows.text(0));
  return ids;
}

Readers Outbox::readers(std::int64_t incident) {
  const bool digests = db_.user_version() >= version_with_digest_entries;
  Statement rows(db_,
                 std::string("SELECT channel, target FROM message WHERE incident = ?1") +
                     (digests ? " UNION SELECT channel, target FROM digest_entry CROSS JOIN message "
                                "ON message.incident = 0 AND message.message_id = digest_entry.message_id "
                                "WHERE digest_entry.incident = ?1"
                              : ""),
                 incident);
  Readers readers;
  while (rows.step()) readers.emplace(rows.text(0), rows.text(1));
  return readers;
}

std::optional<Outbox::Claimed> Outbox::claim(ClockSeconds now, ClockSeconds lease,
                                             const std::function<bool(const StoredMessage&)>& wants) {
  std::optional<Claimed> claimed;
  db_.transaction([&] {
    std::optional<StoredMessage> first;
    std::set<std::tuple<std::int64_t, std::string, std::string>> behind;  // an earlier message of the incident waits
    for (StoredMessage& message : waiting()) {
      const bool others = message.state == MessageState::sending && message.lease.value_or(0) > now;
      const auto line = std::tuple(message.envelope.incident, message.envelope.channel, message.envelope.target);
      const bool free = !others && !behind.contains(line) && wants(message);
      if (message.envelope.incident != 0) behind.insert(line);
      if (free && (!first || message.attempts < first->attempts)) first = std::move(message);
    }
    if (!first) return;
    ++first->claim;
    ++first->attempts;
    Statement take(db_,
                   "UPDATE message SET state = 1, lease_at = ?2, claim = ?3, attempts = ?4 WHERE id = ?1 "
                   "RETURNING payload",
                   first->id, lease, first->claim, first->attempts);
    take.step();
    claimed = Claimed{std::move(*first), std::string(take.text(0))};
  });
  return claimed;
}

void Outbox::sent(const StoredMessage& claimed, ClockSeconds now) {
  end(claimed, MessageState::sent, now, claimed.next, {});
}
void Outbox::retry(const StoredMessage& claimed, ClockSeconds next, std::string_view error) {
  end(claimed, MessageState::queued, std::nullopt, next, error);
}
void Outbox::failed(const StoredMessage& claimed, ClockSeconds now, std::string_view error) {
  end(claimed, MessageState::failed, std::nullopt, now, error);
}

void Outbox::end(const StoredMessage& claimed, MessageState state, std::optional<ClockSeconds> sent, ClockSeconds next,
                 std::string_view error) {
  db_.transaction([&] {
    db_.run(
        "UPDATE message SET state = ?3, sent_at = ?4, next_at = ?5, error = ?6, "
        "payload = iif(?3 = 2, NULL, payload) WHERE id = ?1 AND claim = ?2",
        claimed.id, claimed.claim, state, sent, next, error);
  });
}

}  // namespace pos::ledger
