// SPDX-License-Identifier: MIT
// pos-alert as a filter: scored records in, messages out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "believed.hpp"
#include "channels.hpp"
#include "cli/bad_rows.hpp"
#include "cli/output.hpp"
#include "clock.hpp"
#include "clock/dater.hpp"
#include "composer.hpp"
#include "courier.hpp"
#include "event_log.hpp"
#include "heartbeat.hpp"
#include "history/alert_store.hpp"
#include "incident/teller.hpp"
#include "incident/volume_finder.hpp"
#include "options.hpp"
#include "read/scored_reader.hpp"
#include "read/time_zone.hpp"

namespace pos::tools {

class Run {
 public:
  Run(const Options& options, const read::TimeZone& zone);

  // Returns the exit status.
  int all();
  // What was read before an error is dealt with, as far as that is possible.
  void rescue();

 private:
  struct Row {
    Record record;
    std::string group;
    history::Cursor place;
  };

  void read(const std::string& path);
  void begin(const read::ScoredReader& reader, const std::string& name);
  void take_sorted(read::ScoredReader& reader);
  void pass_on(const read::ScoredReader& reader);
  void take(Believed::Row&& row);
  void tell_order() const;
  [[nodiscard]] std::string group_of(read::ScoredReader& reader) const;
  void came();
  void idle();
  void cycle(bool tick, Courier::Effort effort);

  void work(bool tick);
  [[nodiscard]] incident::Reading reading(LocalSeconds time) const;
  void check_volume();
  [[nodiscard]] std::string volume();
  void apply(bool tick, history::AlertState& state, std::vector<history::Outgoing>& messages);
  void tell(const incident::Event& event, std::vector<history::Outgoing>& messages);
  [[nodiscard]] int exit_status();

  const Options& options_;
  const read::TimeZone& zone_;
  Clock clock_;
  Channels channels_;
  Composer composer_;
  cli::BadRows bad_rows_;
  cli::Output out_;
  EventLog log_;
  Heartbeat heartbeat_;
  Believed believed_;
  clock::Dater dater_;
  std::unique_ptr<history::AlertStore> store_;  // null: nothing is stored or sent,
  std::unique_ptr<Courier> courier_;
  history::AlertState dry_;  // and this is all there is
  std::optional<std::string> dry_volume_;
  std::vector<Row> rows_;  // read, and not dealt with
  incident::VolumeFinder finder_;
  struct Done {
    LocalSeconds time;
    std::string event;
    history::Envelope envelope;
  };
  std::vector<Done> done_;  // by the transaction at hand
  std::optional<history::Cursor> place_;
  std::optional<std::string> passed_header_;
  bool format_known_ = false;
  bool any_open_ = false;
  bool misses_volume_ = false;    // --volume has not come
  std::int64_t passed_over_ = 0;  // rows that were dealt with before
};

}  // namespace pos::tools
