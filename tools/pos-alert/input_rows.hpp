// SPDX-License-Identifier: MIT
// Scored records of files and pipes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "alerts_alone.hpp"
#include "believed.hpp"
#include "cli/bad_rows.hpp"
#include "cli/output.hpp"
#include "clock/dater.hpp"
#include "dispatch/clock.hpp"
#include "dispatch/event_log.hpp"
#include "incident/volume_finder.hpp"
#include "options.hpp"
#include "read/scored_reader.hpp"
#include "read/time_zone.hpp"
#include "source.hpp"

namespace pos::tools {

// Standard input is a terminal, /dev/null or closed: whoever started us gave none.
[[nodiscard]] bool has_no_input();

// A record is known by what it is (history::Behind): input that comes once more changes nothing.
class InputRows final : public Source {
 public:
  // Called while input is read, when what is there is to be dealt with; `tick`: a second went by without input.
  using Cycle = std::function<void(bool tick)>;

  InputRows(const Options& options, const read::TimeZone& zone, dispatch::Clock& clock, cli::Output& out,
            dispatch::EventLog& log, Cycle cycle);

  void read();
  // Standard input was a pipe, and ended without one byte.
  [[nodiscard]] bool was_empty_pipe() const { return empty_pipe_; }
  // What is to be said in the end.
  void sum_up();
  [[nodiscard]] bool was_bad() const;

  bool give(std::optional<history::Cursor>& cursor, const Take& take) override;
  [[nodiscard]] bool comes_whole() const override { return false; }
  void given() override { rows_.clear(); }
  [[nodiscard]] std::string volume(const OfDatabase& of_database) override;
  [[nodiscard]] bool lacks(const std::string& status) override { return finder_.lacks(status); }
  [[nodiscard]] std::optional<std::vector<std::string>> families() override;
  [[nodiscard]] bool has_keys_or_places() override { return has_keys_or_places_; }
  [[nodiscard]] bool has_amounts() override { return has_amounts_; }

 private:
  void read(const std::string& path);
  void begin(const read::ScoredReader& reader, const std::string& name);
  void take_sorted(read::ScoredReader& reader);
  void pass_on(const read::ScoredReader& reader);
  void take(Record&& record);
  void note_key(const Scored& scored);
  [[nodiscard]] bool is_behind(const Record& record, history::Cursor& cursor);
  void came();
  void idle();

  const Options& options_;
  const read::TimeZone& zone_;
  dispatch::Clock& clock_;
  cli::Output& out_;
  dispatch::EventLog& log_;
  Cycle cycle_;
  cli::BadRows bad_rows_;
  Believed believed_;
  AlertsAlone alerts_alone_;
  clock::Dater dater_;
  incident::VolumeFinder finder_;
  std::vector<Record> rows_;               // read, and not dealt with
  std::optional<history::Cursor> left_;    // as we left it: what others did since we may have before us
  std::optional<history::Behind> behind_;  // none: we are beyond
  std::optional<std::string> passed_header_;
  std::set<std::string, std::less<>> families_;  // of the keys that have alerted
  bool has_keys_or_places_ = false;
  bool has_amounts_ = false;
  bool format_known_ = false;
  bool empty_pipe_ = false;
  std::int64_t passed_over_ = 0;  // rows that were dealt with before
};

}  // namespace pos::tools
