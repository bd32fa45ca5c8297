// SPDX-License-Identifier: MIT
// Questions to the history: nothing here writes.
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

#include "base/event.hpp"
#include "base/record.hpp"
#include "history/model_budgets.hpp"
#include "incident/replay.hpp"
#include "incident/usual_amount.hpp"
#include "sqlite/limited_query.hpp"

namespace pos::history {

// A row as it stands now: while it is open, its decision is one for now.
struct ReadRow {
  std::int64_t id;
  bool open;
  const Record& record;  // good until the call returns
};

class Reader {
 public:
  // Reads one stream; '' is that of those who name none. Errors: pos::Error(Fault::no_input) where there is no file,
  // Fault::bad_data where it is no history or one of a newer version, or where it has streams but not this one.
  explicit Reader(const std::string& path, std::string_view stream = {});
  // Reads the rows of all streams, as queries do in any case.
  [[nodiscard]] static Reader of_all_streams(const std::string& path);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // Times of the oldest and the newest row; nothing where there is none.
  struct Span {
    LocalSeconds first, last;
  };
  [[nodiscard]] std::optional<Span> span();

  // How long a question waits where another program keeps the history to itself: half a minute, unless told.
  void set_patience(std::chrono::milliseconds patience);

  // All that `work` asks is answered of the history as it stands at its first question, whoever writes meanwhile.
  void at_once(const std::function<void()>& work);

  // Every row of the period, by time, rows of one time as they came in. The record is good until
  // the call returns.
  void records(const Period& period, const std::function<void(const Record&)>& take);

  // The same, of the rows that have this key.
  void records(const Period& period, std::string_view key, const std::function<void(const Record&)>& take);

  // Rows have keys, of whatever stream. It costs nothing.
  [[nodiscard]] bool has_keys();
  // The columns whose values they are, in byte order. Every set of keys is looked at.
  [[nodiscard]] std::vector<std::string> families();

  // Some row ever had this key. Every set of keys is looked at.
  [[nodiscard]] bool has_key(std::string_view key);
  // Places are looked for, with a model that is or was in use. It costs nothing.
  [[nodiscard]] bool has_places();
  // Rows have amounts, of whatever stream. It costs nothing.
  [[nodiscard]] bool has_amounts();
  // Those of a status in the minutes before that time: a month back at most.
  [[nodiscard]] incident::Amounts amounts_before(LocalSeconds end, std::string_view status);

  // What came of each status in each `step` seconds of the period, by time; nothing where no row came. Rows made up for a
  // silence did not come, nor did those of every_status.
  struct Count {
    LocalSeconds begin;
    std::string_view status;
    double count;
  };
  void counts(const Period& period, LocalSeconds step, const std::function<void(const Count&)>& take);
  // Likewise their amounts; NaN where a row that counts something has none.
  void amounts(const Period& period, LocalSeconds step, const std::function<void(const Count&)>& take);

  // At most `limit` rows that were stored after the row `id`, those made up too, in the order of their ids.
  void rows_after(std::int64_t id, std::size_t limit, const std::function<void(const ReadRow&)>& take);
  // Every row of the period in the order of their ids.
  void rows_of(const Period& period, const std::function<void(const ReadRow&)>& take);
  // Of the row stored last, of whatever stream; 0: there is none.
  [[nodiscard]] std::int64_t last_id();
  // The status that measures business to the model of the row stored last (the monitor's volume, which may be
  // every_status). Where no monitor judged it: what choose_volume() makes of the newest rows. Nothing: there are no
  // rows.
  [[nodiscard]] std::optional<std::string> volume();
  // Time of the last row that the model of the row stored last was trained on, where that is known.
  [[nodiscard]] std::optional<LocalSeconds> trained_to();
  // Every status that a row ever had, of whatever stream.
  [[nodiscard]] std::vector<std::string> statuses();
  // As models_of() has them, of its stream.
  [[nodiscard]] std::vector<ModelRows> models(const Period& period);
  // A monitor has judged its newest rows: one without an expectation was not judged.
  [[nodiscard]] bool is_judged();
  // As report::Source has them.
  [[nodiscard]] LocalSeconds quiet_before(LocalSeconds begin, int quiet_minutes);
  [[nodiscard]] std::vector<incident::Stored> stored_incidents(const Period& period);
  // Time of the first row from `from` on that has an alert.
  [[nodiscard]] std::optional<LocalSeconds> next_alert(LocalSeconds from);
  // The row stored last that was not made up.
  [[nodiscard]] std::optional<Record> newest();
  // Time of the newest row that came, whenever it was stored: one made up does not count, nor one that was not judged
  // and lies more than `ahead` seconds ahead of the clock, `now`.
  [[nodiscard]] std::optional<LocalSeconds> newest_real(LocalSeconds now, LocalSeconds ahead = believed_ahead);
  // Time of the newest row that says what time it is in the history: that was judged, which a stray one is not. Where
  // none was, as without the monitor: newest_real().
  [[nodiscard]] std::optional<LocalSeconds> newest_believed(LocalSeconds now);

  // Whether a row was made up for a time after that one, up to now: a status was silent.
  [[nodiscard]] bool has_silence_after(LocalSeconds time, LocalSeconds now);
  // In how many minutes of the period rows came.
  [[nodiscard]] std::int64_t minutes_with_rows(const Period& period);

  // Events that people have written into it, of whatever stream.
  [[nodiscard]] std::vector<Event> marks();

  // Before query(): what the view `incidents` shows.
  void show_incidents(std::span<const incident::Incident> incidents);

  // A query over the views that pos-formats(5) describes (transactions, minutes, incidents, events). Errors: as of
  // run_limited().
  void query(const sqlite::Query& query);

  // Changes when any connection commits; the same number means that the answers are the same.
  [[nodiscard]] std::int64_t version();

  // As back_up().
  void backup(const std::string& to);

 private:
  explicit Reader(std::unique_ptr<sqlite::Connection> connection);
  [[nodiscard]] std::string of_stream() const;
  void sums(std::string_view sum, const Period& period, LocalSeconds step, const std::function<void(const Count&)>& take);

  std::unique_ptr<sqlite::Connection> connection_;
  std::optional<std::string> stream_;  // none: all
};

}  // namespace pos::history
