// SPDX-License-Identifier: MIT
// A history as the source of reports.
#pragma once

#include <vector>

#include "history/reader.hpp"
#include "incident/rules.hpp"
#include "report/source.hpp"

namespace pos::report {

class HistorySource : public Source {
 public:
  // `reader` must outlive the source.
  explicit HistorySource(history::Reader& reader) : reader_(reader) {}

  void records(const Period& period, const std::function<void(const Record&)>& take) override {
    reader_.records(period, take);
  }
  [[nodiscard]] std::string volume() override { return reader_.volume().value_or("approved"); }
  [[nodiscard]] bool is_judged() override { return reader_.is_judged(); }
  [[nodiscard]] bool has_keys() override { return reader_.has_keys(); }
  [[nodiscard]] bool has_places() override { return reader_.has_places(); }
  [[nodiscard]] bool has_amounts() override { return reader_.has_amounts(); }
  [[nodiscard]] incident::Amounts amounts_before(LocalSeconds end, const std::string& status) override {
    return reader_.amounts_before(end, status);
  }
  [[nodiscard]] LocalSeconds quiet_before(LocalSeconds begin, int quiet_minutes) override {
    return reader_.quiet_before(begin, quiet_minutes);
  }
  // Live is a history whose newest row, made up or not, is not over a day old. More was to be expected when a silence
  // was told after the last row that came, or where that is over ten minutes old and at this time of earlier days rows
  // came in most minutes (of the same day of the week, where the history has them; without any, in the hour before it).
  [[nodiscard]] std::optional<LastRow> last_row(const Period& period, LocalSeconds now) override;
  // Likewise of any history, but one whose newest row is further ahead of the clock than is believed. After three days
  // without a row more was to be expected, whatever earlier days were like.
  [[nodiscard]] std::optional<LastRow> newest_row(const Period& period, LocalSeconds now) override;
  [[nodiscard]] bool is_empty() override { return !reader_.span(); }
  [[nodiscard]] std::vector<incident::Stored> stored_incidents(const Period& period) override {
    return reader_.stored_incidents(period);
  }
  [[nodiscard]] std::vector<ModelBudget> budgets(const Period& period) override;

 private:
  history::Reader& reader_;
};

// All incidents of a history. Only rows around alerts are read.
[[nodiscard]] std::vector<incident::Incident> all_incidents(history::Reader& reader, incident::Rules rules);

}  // namespace pos::report
