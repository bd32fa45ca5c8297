// SPDX-License-Identifier: MIT
// Where a report's records come from.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "cli/bad_rows.hpp"
#include "cli/period.hpp"
#include "clock/dater.hpp"
#include "history/reader.hpp"
#include "ledger/alert_store.hpp"
#include "options.hpp"
#include "read/time_zone.hpp"
#include "report/history_source.hpp"
#include "report/record_store.hpp"

namespace pos::tools {

class Source : public report::Source {
 public:
  using Span = history::Reader::Span;

  // For people.
  [[nodiscard]] virtual std::string name() const = 0;
  // Times of the first and the last record; nothing where there is none.
  [[nodiscard]] virtual std::optional<Span> span() = 0;
  [[nodiscard]] bool is_empty() override { return !span(); }
  // What a report is on that was asked for like this.
  [[nodiscard]] virtual Period period(const cli::PeriodAsked& asked, LocalSeconds now) = 0;
  // Of all its records.
  [[nodiscard]] virtual std::vector<std::string> statuses() = 0;
  // The columns that its keys are of; and whether it has this key.
  [[nodiscard]] virtual std::vector<std::string> families() = 0;
  [[nodiscard]] virtual bool has_key(std::string_view key) = 0;
  // Every row has its keys, not only those of alerts.
  [[nodiscard]] virtual bool has_all_keys() const = 0;
  // Every question of `work` is answered of the same rows, whoever writes meanwhile.
  virtual void at_once(const std::function<void()>& work) { work(); }
  // What people know of these incidents; nothing: nobody can say.
  [[nodiscard]] virtual std::optional<incident::PeopleOf> people(std::span<const incident::Incident>,
                                                                 const ledger::PeopleClock&) {
    return std::nullopt;
  }
  // Events that people have written into it.
  [[nodiscard]] virtual std::vector<Event> marks() { return {}; }
  // 65 where rows were bad and that matters, else 0.
  [[nodiscard]] virtual int exit_status() const { return 0; }
};

// SIGINT and SIGTERM end the records of either source.

// A database. Unless told otherwise a report is on today.
class History final : public Source {
 public:
  History(const std::string& path, const std::string& stream) : path_(path), stream_(stream), reader_(path, stream) {}

  [[nodiscard]] std::string name() const override;
  [[nodiscard]] std::optional<Span> span() override { return reader_.span(); }
  [[nodiscard]] Period period(const cli::PeriodAsked& asked, LocalSeconds now) override;
  void records(const Period& period, const std::function<void(const Record&)>& take) override;
  [[nodiscard]] std::vector<std::string> statuses() override { return reader_.statuses(); }
  void at_once(const std::function<void()>& work) override { reader_.at_once(work); }
  [[nodiscard]] std::string volume() override { return source_.volume(); }
  [[nodiscard]] bool is_judged() override { return source_.is_judged(); }
  [[nodiscard]] bool has_keys() override { return source_.has_keys(); }
  [[nodiscard]] bool has_places() override { return source_.has_places(); }
  [[nodiscard]] bool has_amounts() override { return source_.has_amounts(); }
  [[nodiscard]] incident::Amounts amounts_before(LocalSeconds end, const std::string& status) override {
    return source_.amounts_before(end, status);
  }
  [[nodiscard]] std::vector<std::string> families() override { return reader_.families(); }
  [[nodiscard]] bool has_key(std::string_view key) override { return reader_.has_key(key); }
  [[nodiscard]] bool has_all_keys() const override { return true; }
  [[nodiscard]] LocalSeconds quiet_before(LocalSeconds begin, int quiet_minutes) override {
    return source_.quiet_before(begin, quiet_minutes);
  }
  [[nodiscard]] std::optional<report::LastRow> last_row(const Period& period, LocalSeconds now) override {
    return source_.last_row(period, now);
  }
  [[nodiscard]] std::optional<report::LastRow> newest_row(const Period& period, LocalSeconds now) override {
    return source_.newest_row(period, now);
  }
  [[nodiscard]] std::vector<incident::Stored> stored_incidents(const Period& period) override {
    return source_.stored_incidents(period);
  }
  [[nodiscard]] std::vector<report::ModelBudget> budgets(const Period& period) override {
    return source_.budgets(period);
  }
  [[nodiscard]] std::optional<incident::PeopleOf> people(std::span<const incident::Incident> incidents,
                                                         const ledger::PeopleClock& clock) override {
    return alerts_.people(incidents, stream_, clock);
  }
  [[nodiscard]] std::vector<Event> marks() override { return reader_.marks(); }
  // What is to be told of the model's age; empty: nothing.
  [[nodiscard]] std::string model_age(LocalSeconds now, std::chrono::seconds most);
  // Likewise where its newest row is over an hour ahead of the clock, and a period counted back from that misses it.
  [[nodiscard]] std::string ahead(LocalSeconds now);
  [[nodiscard]] std::int64_t version() { return reader_.version(); }

 private:
  std::string path_, stream_;
  history::Reader reader_;
  report::HistorySource source_{reader_};
  ledger::AlertReader alerts_{path_};
};

// Files or standard input. Unless told otherwise a report is on all of it. It is read whole before anything is told of
// it, so that the order of rows and files does not matter.
class Input final : public Source {
 public:
  Input(const Options& options, const read::TimeZone& zone, LocalSeconds now);

  [[nodiscard]] std::string name() const override;
  [[nodiscard]] std::optional<Span> span() override;
  [[nodiscard]] Period period(const cli::PeriodAsked& asked, LocalSeconds now) override;
  void records(const Period& period, const std::function<void(const Record&)>& take) override;
  [[nodiscard]] std::string volume() override;
  [[nodiscard]] bool is_judged() override { return is_judged_; }
  [[nodiscard]] bool has_keys() override { return store_.has_keys(); }
  [[nodiscard]] bool has_places() override { return store_.has_places(); }
  [[nodiscard]] bool has_amounts() override { return store_.has_amounts(); }
  [[nodiscard]] std::vector<std::string> families() override;
  [[nodiscard]] bool has_key(std::string_view key) override;
  [[nodiscard]] bool has_all_keys() const override { return false; }
  [[nodiscard]] LocalSeconds quiet_before(LocalSeconds begin, int quiet_minutes) override;
  [[nodiscard]] std::vector<std::string> statuses() override;
  [[nodiscard]] int exit_status() const override { return bad_rows_.exit_status(); }

 private:
  void read(const std::string& path, const read::TimeZone& zone, clock::Dater& dater);

  const cli::InputOptions& options_;
  bool quiet_;
  cli::BadRows bad_rows_;
  report::RecordStore store_;
  bool is_judged_ = false;
};

}  // namespace pos::tools
