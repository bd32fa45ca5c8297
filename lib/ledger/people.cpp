// SPDX-License-Identifier: MIT
#include "ledger/people.hpp"

#include <string>
#include <utility>
#include <vector>

#include "ledger/alert_state.hpp"
#include "sqlite/columns.hpp"

namespace pos::ledger {

using namespace sqlite;

namespace {

using incident::Incident;
using incident::People;
using incident::Silence;

// A command may have a password in it, and a file's name helps nobody.
std::string shown_target(std::string_view channel, std::string_view target) {
  return std::string(channel == "mail" ? target : std::string_view());
}

class Messages {
 public:
  Messages(Connection& db, const PeopleClock& clock)
      : clock_(clock),
        own_(db,
             "SELECT channel, target, min(sent_at) FROM message WHERE incident = ?1 AND state = 2 "
             "GROUP BY channel, target ORDER BY min(sent_at), min(id)"),
        states_(db, "SELECT max(state < 2), max(state = 3) FROM message WHERE incident = ?1"),
        // Of many at once a digest tells, which is of no incident: the first one after it was to be told.
        digest_(
            db,
            "SELECT channel, target, min(sent_at) FROM message WHERE incident = 0 AND event = 'digest' AND state = 2 "
            "AND message_id = (SELECT message_id FROM message WHERE incident = 0 AND event = 'digest' AND state = 2 "
            "AND created_at >= (SELECT " +
                std::string(db.user_version() >= version_with_told ? "told_at" : "opened_at") +
                " FROM incident WHERE id = ?1 AND told = 1) ORDER BY id LIMIT 1) "
                "GROUP BY channel, target ORDER BY min(sent_at), min(id)") {}

  void add_to(People& people, std::int64_t incident) {
    states_.set(incident);
    while (states_.step()) {
      people.waiting = states_.integer(0) != 0;
      people.failed = states_.integer(1) != 0;
    }
    add(people, own_, incident);
    if (people.told.empty()) add(people, digest_, incident);
  }

 private:
  void add(People& people, Statement& rows, std::int64_t incident) {
    rows.set(incident);
    while (rows.step()) {
      people.told.push_back(
          {clock_.local(rows.integer(2)), std::string(rows.text(0)), shown_target(rows.text(0), rows.text(1))});
    }
  }

  const PeopleClock& clock_;
  Statement own_, states_, digest_;
};

class Recorded {
 public:
  Recorded(Connection& db, const PeopleClock& clock)
      : clock_(clock),
        find_(db, "SELECT ack_at, ack_verdict, ack_author, ack_comment FROM incident WHERE id = ?1") {}

  void add_to(People& people, std::int64_t incident) {
    find_.set(incident);
    while (find_.step()) {
      people.is_recorded = true;
      if (find_.is_null(0)) continue;
      incident::Acknowledgement& by = people.taken.emplace();
      Columns(find_) >> by.time >> up_to(by.verdict, incident::Verdict::false_alarm) >> by.author >> by.comment;
      by.time = clock_.local(by.time);
    }
  }

 private:
  const PeopleClock& clock_;
  Statement find_;
};

LocalSeconds end_of(const Silence& silence, LocalSeconds wall, const PeopleClock& clock) {
  return silence.span ? silence.span->begin_of(wall).value_or(wall) + silence.span->length : clock.local(silence.end);
}

void add_silences(People& people, const Incident& incident, const std::vector<Silence>& silences,
                  const PeopleClock& clock) {
  if (!incident.open()) return;
  const LocalSeconds wall = clock.local(clock.now);
  for (const Silence* silence : incident::silences_of(incident, silences, clock.now, wall)) {
    people.silences.push_back(silence->id);
    const LocalSeconds end = end_of(*silence, wall, clock);
    if (people.silent_until && *people.silent_until <= end) continue;
    people.silent_until = end;
    people.silenced_by = silence->author;
    people.silence_comment = silence->comment;
  }
}

}  // namespace

bool follows(Connection& db, std::string_view stream) {
  Statement cursor(db, db.user_version() >= version_with_minutes ? "SELECT stream FROM alert_cursor"
                                                                 : "SELECT NULL FROM alert_cursor");
  return cursor.step() && (cursor.is_null(0) || cursor.text(0) == stream);
}

std::optional<incident::PeopleOf> load_people(Connection& db, std::span<const Incident> incidents,
                                              std::string_view stream, const PeopleClock& clock) {
  incident::PeopleOf all;
  bool found = false;
  db.read_transaction([&] {
    found = follows(db, stream);
    if (!found) return;
    Messages messages(db, clock);
    Recorded recorded(db, clock);
    std::vector<Silence> silences = load_silences(db);
    for (Silence& silence : silences) silence.begin_by(clock.now);
    for (const Incident& incident : incidents) {
      People& people = all[incident.id];
      messages.add_to(people, incident.id);
      recorded.add_to(people, incident.id);
      add_silences(people, incident, silences, clock);
    }
  });
  return found ? std::optional(std::move(all)) : std::nullopt;
}

}  // namespace pos::ledger
