// SPDX-License-Identifier: MIT
// pos-alert as a filter: scored records in, from wherever they come, messages out.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/output.hpp"
#include "dispatch/alertmanager.hpp"
#include "dispatch/audience.hpp"
#include "dispatch/channels.hpp"
#include "dispatch/clock.hpp"
#include "dispatch/composer.hpp"
#include "dispatch/courier.hpp"
#include "dispatch/event_log.hpp"
#include "dispatch/heartbeat.hpp"
#include "events_now.hpp"
#include "incident/teller.hpp"
#include "input_rows.hpp"
#include "ledger/alert_store.hpp"
#include "options.hpp"
#include "read/time_zone.hpp"
#include "source.hpp"

namespace pos::tools {

class Run {
 public:
  Run(const Options& options, const read::TimeZone& zone);

  // Returns the exit status.
  int all();

 private:
  void read(InputRows& input);
  enum class Pipe { none, empty };
  void follow(Pipe pipe);
  void cycle(bool tick, dispatch::Courier::Effort effort);
  bool work(bool tick);
  [[nodiscard]] incident::Reading reading(LocalSeconds time) const;
  void check_volume();
  void check_grouping();
  [[nodiscard]] std::string volume();
  bool apply(bool tick, ledger::AlertState& state, std::vector<ledger::Outgoing>& messages);
  [[nodiscard]] ledger::Readers readers(std::int64_t incident) const;
  void tell(const incident::Event& event, std::vector<ledger::Outgoing>& messages);
  [[nodiscard]] std::vector<std::string> thread(std::int64_t incident,
                                                const std::vector<ledger::Outgoing>& messages) const;
  void note_due(const std::vector<dispatch::Copy>& copies, const incident::Event& event);
  [[nodiscard]] int exit_status();

  const Options& options_;
  const read::TimeZone& zone_;
  bool is_new_;  // the database of alerts
  dispatch::Clock clock_;
  dispatch::Channels channels_;
  dispatch::Audience audience_;
  EventsNow events_;
  dispatch::Composer composer_;
  cli::Output out_;
  dispatch::EventLog log_;
  dispatch::Heartbeat heartbeat_;
  std::unique_ptr<ledger::AlertStore> store_;  // null: nothing is stored or sent,
  std::unique_ptr<dispatch::Courier> courier_;
  std::unique_ptr<dispatch::Alertmanagers> alertmanagers_;  // null: there is none
  ledger::AlertState dry_;  // and this is all there is
  std::optional<std::string> dry_volume_;
  std::map<std::int64_t, ledger::Readers> dry_readers_;  // by incident
  // What the transaction at hand has to send so far; null: none is.
  const std::vector<ledger::Outgoing>* pending_ = nullptr;
  Source* source_ = nullptr;                     // while it lasts
  std::vector<dispatch::EventLog::Entry> done_;  // by the transaction at hand
  std::optional<Fault> unshown_;  // why Alertmanager does not know of what is open
  bool any_open_ = false;
  bool was_bad_ = false;        // the input
  bool misses_volume_ = false;  // --volume has not come
  bool grouping_checked_ = false;
};

}  // namespace pos::tools
