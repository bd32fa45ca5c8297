// SPDX-License-Identifier: MIT
// Where scored records come from: a pipe or files (InputRows), or a history (HistoryRows).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/record.hpp"
#include "history/cursor.hpp"

namespace pos::tools {

class Source {
 public:
  using Take = std::function<void(const Record&)>;

  virtual ~Source() = default;

  // Gives what is there and is not behind the cursor, which moves on; in the transaction that stores what comes of it.
  // True: there is more.
  virtual bool give(std::optional<history::Cursor>& cursor, const Take& take) = 0;
  // What give() has, until it has no more, is all there is for now: nobody is told before its end.
  [[nodiscard]] virtual bool comes_whole() const = 0;
  // That transaction is committed.
  virtual void given() = 0;

  // The status that measures business here; `of_database` is what the database of alerts says, if it is a history.
  using OfDatabase = std::function<std::optional<std::string>()>;
  [[nodiscard]] virtual std::string volume(const OfDatabase& of_database) = 0;
  // A hundred records and more, and none of this status.
  [[nodiscard]] virtual bool lacks(const std::string& status) = 0;
  // The columns that keys are of, as far as is known; nothing: too little has come to say so.
  [[nodiscard]] virtual std::optional<std::vector<std::string>> families() = 0;
  // Alerts may be of keys, or have a place.
  [[nodiscard]] virtual bool has_keys_or_places() = 0;
  // Rows may have amounts.
  [[nodiscard]] virtual bool has_amounts() = 0;
};

}  // namespace pos::tools
