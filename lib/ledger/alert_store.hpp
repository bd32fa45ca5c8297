// SPDX-License-Identifier: MIT
// What pos-alert remembers: incidents, silences, how far it has read, and its messages.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/alert_state.hpp"
#include "ledger/outbox.hpp"
#include "ledger/people.hpp"

namespace pos::ledger {

// What somebody says of an incident.
struct Remark {
  ClockSeconds time = 0;
  std::optional<incident::Verdict> verdict = {};  // none: it is not known, or not any more; nothing: not said
  std::string author = {};
  std::string comment = {};  // empty: not said
};

// Several programs may work on one store at once: each change is made to what is stored at that time.
//
// Errors   pos::Error as of Connection.
class AlertStore {
 public:
  // Made where there is none.
  explicit AlertStore(const std::string& path);
  ~AlertStore();

  // Runs `work` on the state as it is now, and stores what it made of it together with the messages
  // it added: all, or nothing if it throws. A power cut afterwards takes nothing back.
  void change(ClockSeconds now, const std::function<void(AlertState& state, std::vector<Outgoing>& messages)>& work);

  [[nodiscard]] Outbox outbox();

  // How long a change waits for another program's, instead of half a minute.
  void set_patience(std::chrono::milliseconds patience);

  // As ledger/people.hpp has it.
  [[nodiscard]] bool follows(std::string_view stream);
  // As it stands; nothing: there is none of that number.
  [[nodiscard]] std::optional<incident::Incident> incident(std::int64_t id);

  // As Reader::volume() has it, where the database is a history too.
  [[nodiscard]] std::optional<std::string> volume();

  // What is said again adds to what was said: a verdict that is not given stays, and so does a comment, unless somebody
  // else takes the incident over. When it was taken, and by whom, stays where it is the same person, or the incident is
  // over: who judges it a month later has not taken it then. False: there is no such incident.
  bool acknowledge(std::int64_t incident, const Remark& by);
  // Returns its id.
  std::int64_t add_silence(const incident::Silence& silence);
  // All, or none.
  std::vector<std::int64_t> add_silences(std::span<const incident::Silence> silences);
  // False: there is no such silence, or it is over.
  bool end_silence(std::int64_t id, ClockSeconds now);
  // It may be over.
  [[nodiscard]] bool has_silence(std::int64_t id);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Looks without touching. A database without alerts in it, of an older version for one, has none.
class AlertReader {
 public:
  // Errors: pos::Error(Fault::no_input) where there is no file.
  explicit AlertReader(const std::string& path);
  ~AlertReader();

  [[nodiscard]] AlertState state();
  [[nodiscard]] std::optional<std::string> volume();
  [[nodiscard]] std::vector<incident::Incident> incidents(Which which);
  // Of its volume status, lost by an incident; nothing where that cannot be known.
  [[nodiscard]] std::optional<double> lost(std::int64_t incident);
  [[nodiscard]] std::vector<incident::Silence> silences();
  [[nodiscard]] std::vector<StoredMessage> waiting_or_failed(ClockSeconds since);
  [[nodiscard]] std::vector<StoredMessage> newest(int count);
  // As of Outbox.
  [[nodiscard]] Readers readers(std::int64_t incident);
  // Of these incidents, as of now. Nothing: no pos-alert keeps its incidents here, or it is another stream of the
  // history that it reads.
  [[nodiscard]] std::optional<incident::PeopleOf> people(std::span<const incident::Incident> incidents,
                                                         std::string_view stream, const PeopleClock& clock);

 private:
  std::unique_ptr<sqlite::Connection> connection_;  // null: nothing in it
};

}  // namespace pos::ledger
