// SPDX-License-Identifier: MIT
// The rows of a history as they are decided: no input.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "history/follower.hpp"
#include "options.hpp"
#include "read/time_zone.hpp"
#include "source.hpp"

namespace pos::tools {

class HistoryRows final : public Source {
 public:
  // Errors: pos::Error as of history::Follower.
  HistoryRows(const Options& options, const read::TimeZone& zone);

  // Nobody has ever stored rows in it: it may be the wrong file.
  void tell_if_empty(const Options& options);
  // Waits a second, or until a signal asks to stop.
  static void wait();

  bool give(std::optional<history::Cursor>& cursor, const Take& take) override;
  [[nodiscard]] bool comes_whole() const override { return true; }
  void given() override {}
  [[nodiscard]] std::string volume(const OfDatabase& of_database) override;
  [[nodiscard]] bool lacks(const std::string& status) override { return follower_.lacks(status); }
  [[nodiscard]] std::optional<std::vector<std::string>> families() override { return follower_.families(); }
  [[nodiscard]] bool has_keys_or_places() override { return follower_.has_keys_or_places(); }
  [[nodiscard]] bool has_amounts() override { return follower_.has_amounts(); }

 private:
  const read::TimeZone& zone_;
  history::Follower follower_;
  std::string volume_ = "approved";  // of the rows that were there when we looked
};

}  // namespace pos::tools
