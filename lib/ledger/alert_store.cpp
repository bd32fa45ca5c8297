// SPDX-License-Identifier: MIT
#include "ledger/alert_store.hpp"

#include <tuple>
#include <utility>

#include "history/open.hpp"
#include "history/volume.hpp"
#include "sqlite/connection.hpp"

namespace pos::ledger {

using namespace sqlite;

struct AlertStore::State {
  explicit State(const std::string& path) : db(history::open(path, Access::write)) {
    // A message must not be forgotten because the power went.
    db->execute("PRAGMA synchronous = FULL");
  }

  // What somebody says, by itself.
  void change(const std::function<void(Connection& db)>& work) {
    db->check_in_place();
    db->transaction([&] { work(*db); });
    stored.reset();
  }

  // Returns how many rows it changed.
  template <typename... Values>
  std::int64_t change(const char* sql, const Values&... values) {
    std::int64_t changed = 0;
    change([&](Connection& to) {
      to.run(sql, values...);
      changed = to.changes();
    });
    return changed;
  }

  std::unique_ptr<Connection> db;
  std::optional<AlertState> stored;  // as of data_version; none: to be loaded
  std::int64_t data_version = 0;     // changes when another connection has committed
};

AlertStore::AlertStore(const std::string& path) : state_(std::make_unique<State>(path)) {}
AlertStore::~AlertStore() = default;

void AlertStore::change(ClockSeconds now,
                        const std::function<void(AlertState& state, std::vector<Outgoing>& messages)>& work) {
  State& s = *state_;
  AlertState after;
  std::vector<Outgoing> messages;
  s.db->check_in_place();
  s.db->transaction([&] {
    const std::int64_t version = s.db->integer("PRAGMA data_version");
    if (std::exchange(s.data_version, version) != version) s.stored.reset();
    if (!s.stored) s.stored = load_alert_state(*s.db);
    after = *s.stored;
    work(after, messages);
    save_alert_state(*s.db, *s.stored, after);
    Outbox out = outbox();
    for (const Outgoing& message : messages) out.add(message, now);
  });
  after.tracker.closed.clear();
  s.stored = std::move(after);
}

void AlertStore::set_patience(std::chrono::milliseconds patience) { state_->db->set_patience(patience); }

bool AlertStore::follows(std::string_view stream) { return ledger::follows(*state_->db, stream); }

std::optional<incident::Incident> AlertStore::incident(std::int64_t id) { return load_incident(*state_->db, id); }

Outbox AlertStore::outbox() { return Outbox(*state_->db); }

std::optional<std::string> AlertStore::volume() { return history::volume_of(*state_->db); }

bool AlertStore::acknowledge(std::int64_t incident, const Remark& by) {
  std::optional<std::int64_t> verdict;
  if (by.verdict) verdict = static_cast<std::int64_t>(*by.verdict);
  // What stands on the right of a SET is what was before.
  return state_->change(
             "UPDATE incident SET "
             "ack_at = iif(ack_at IS NULL OR (resolved IS NULL AND ack_author <> ?4), ?2, ack_at), "
             "ack_author = iif(ack_at IS NULL OR resolved IS NULL, ?4, ack_author), "
             "ack_verdict = coalesce(?3, ack_verdict, 0), "
             "ack_comment = iif(?5 = '' AND (resolved IS NOT NULL OR ack_author = ?4), coalesce(ack_comment, ''), ?5) "
             "WHERE id = ?1",
             incident, by.time, verdict, by.author, by.comment) > 0;
}

std::int64_t AlertStore::add_silence(const incident::Silence& silence) { return add_silences({&silence, 1}).front(); }

std::vector<std::int64_t> AlertStore::add_silences(std::span<const incident::Silence> silences) {
  std::vector<std::int64_t> ids;
  state_->change([&](Connection& db) {
    for (const incident::Silence& silence : silences) {
      std::optional<std::int64_t> first, length, days;
      if (silence.span)
        std::tie(first, length, days) = std::tie(silence.span->first, silence.span->length, silence.span->days);
      db.run(
          "INSERT INTO silence (grp, status, severity, author, comment, begin_at, end_at, wall_first, wall_length, "
          "wall_days) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          silence.group, silence.status, silence.severity, silence.author, silence.comment, silence.begin, silence.end,
          first, length, days);
      ids.push_back(db.last_id());
    }
  });
  return ids;
}

bool AlertStore::end_silence(std::int64_t id, ClockSeconds now) {
  return state_->change("UPDATE silence SET end_at = ?2 WHERE id = ?1 AND end_at > ?2", id, now) > 0;
}

bool AlertStore::has_silence(std::int64_t id) {
  return state_->db->integer("SELECT EXISTS (SELECT 1 FROM silence WHERE id = ?1)", id) != 0;
}

AlertReader::AlertReader(const std::string& path) : connection_(history::open(path, Access::read)) {
  constexpr std::int64_t first_with_alerts = 2;
  if (connection_->user_version() < first_with_alerts) connection_.reset();
}
AlertReader::~AlertReader() = default;

std::optional<std::string> AlertReader::volume() {
  return connection_ ? history::volume_of(*connection_) : std::nullopt;
}

AlertState AlertReader::state() { return connection_ ? load_alert_state(*connection_) : AlertState(); }

std::vector<incident::Incident> AlertReader::incidents(Which which) {
  return connection_ ? load_incidents(*connection_, which) : std::vector<incident::Incident>();
}

std::optional<double> AlertReader::lost(std::int64_t incident) {
  if (!connection_) return std::nullopt;
  Statement find(*connection_, "SELECT lost FROM incidents WHERE id = ?1", incident);
  return find.step() ? find.optional_real(0) : std::nullopt;
}

std::vector<incident::Silence> AlertReader::silences() {
  return connection_ ? load_silences(*connection_) : std::vector<incident::Silence>();
}

std::vector<StoredMessage> AlertReader::waiting_or_failed(ClockSeconds since) {
  return connection_ ? Outbox(*connection_).waiting_or_failed(since) : std::vector<StoredMessage>();
}

std::vector<StoredMessage> AlertReader::newest(int count) {
  return connection_ ? Outbox(*connection_).newest(count) : std::vector<StoredMessage>();
}

Readers AlertReader::readers(std::int64_t incident) {
  return connection_ ? Outbox(*connection_).readers(incident) : Readers();
}

std::optional<incident::PeopleOf> AlertReader::people(std::span<const incident::Incident> incidents,
                                                      std::string_view stream, const PeopleClock& clock) {
  return connection_ ? load_people(*connection_, incidents, stream, clock) : std::nullopt;
}

}  // namespace pos::ledger
