// SPDX-License-Identifier: MIT
// Which status of a stream of scored records measures business, where no model is at hand to say so.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "base/record.hpp"
#include "base/volume.hpp"

namespace pos::incident {

// As pos-train chooses, but by what was expected rather than by what came, so that an outage changes nothing:
// `approved` in any letter case where it is no stray, else the status that more than half of all that was expected is
// of, else every_status. Where nothing says what was expected, by what came. A record of every_status says outright
// that the model has no other volume.
//
// Memory   1,000 statuses; what comes after them is passed over.
class VolumeFinder {
 public:
  void push(const Record& record);
  // By the records so far; `approved` before the first.
  [[nodiscard]] std::string volume() const;
  // A hundred records and more, and none of this status, which may be every_status.
  [[nodiscard]] bool lacks(const std::string& status) const;

 private:
  struct Seen {
    double count = 0;
    double expected = 0;
    LocalSeconds minute = 0;  // the last one in `expected`: several rows of a minute all tell its expectation
  };
  std::map<std::string, Seen, std::less<>> statuses_;
  std::int64_t records_ = 0;
  bool is_sum_ = false;
};

}  // namespace pos::incident
