// SPDX-License-Identifier: MIT
// The rows of a stream of a history for one who has dealt with some of them: each once, when it is decided for good.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "history/cursor.hpp"

namespace pos::history {

// Rows have growing ids, but are final later, and those of several open minutes lie between each other. So the rows
// from the minute of the oldest open one on wait, and those before it come by time, rows of one time by id.
//
// Late       A row that is stored with a time that was passed already comes at once, before the others.
// Not open   An open row for which nobody will go on keeps its decision: one of a model after which another one has
//            stored rows, or that lies over an hour behind the newest row that is decided.
// Left out   Rows that nobody judged, where the newest 1,000 hold judged ones; where not, those over an hour ahead of
//            the clock. And rows made up for a minute that was passed already: they are made up once more when rows
//            are judged again, and have no id to be known by.
// Unfinished A file that is stored in no order comes when it is stored whole (Store::hide_rows()).
// Changed    Where the cursor's last row is not in the history any more (it was pruned, is another's, or from a
//            backup), and where the cursor is that of a pipe, rows up to the cursor's time are behind it, as Behind
//            has it. Rows that are judged again keep their ids, and do not come again.
//
// Memory   a few rows.
// Errors   pos::Error as of Connection; Fault::io where the file was removed or replaced.
class Follower {
 public:
  using Take = std::function<void(const Record&)>;

  // Errors: also Fault::no_input where there is no file.
  explicit Follower(const std::string& path, std::string_view stream = {});
  ~Follower();

  // False: nothing was committed since advance() had no more.
  [[nodiscard]] bool may_have_news();

  // About 10,000 rows that were not dealt with, whole minutes of them, as the history stands now; the cursor moves on.
  // `now` is local. True: there are more.
  [[nodiscard]] bool advance(std::optional<Cursor>& cursor, LocalSeconds now, const Take& take);

  // As Reader has it.
  [[nodiscard]] std::optional<std::string> volume();
  // A hundred rows and more, and none of this status.
  [[nodiscard]] bool lacks(const std::string& status);
  // The columns that keys are of, as Reader has them; nothing: there are not a hundred rows yet.
  [[nodiscard]] std::optional<std::vector<std::string>> families();
  [[nodiscard]] bool has_keys_or_places();
  [[nodiscard]] bool has_amounts();
  // False: nobody has ever opened it to store rows.
  [[nodiscard]] bool has_models();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace pos::history
