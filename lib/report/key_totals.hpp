// SPDX-License-Identifier: MIT
// What came of each key, and what it lost.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/report.hpp"

namespace pos::report {

// Memory   about 300 bytes a key.
class KeyTotals {
 public:
  // Of the keys of a family (`merchant`); empty: of all. `volume`: the status that measures business, or every_status.
  KeyTotals(std::string_view family, std::string volume) : family_(family), volume_(std::move(volume)) {}

  // A record that is to be counted, in order of time.
  void add(const Record& record);
  // As Report::keys has them. `incidents`: all of the report. The counter is spent.
  [[nodiscard]] std::vector<KeyTotal> finish(const std::vector<incident::Incident>& incidents);

 private:
  struct Entry {
    KeyTotal total;
    std::optional<LocalSeconds> last_alert;  // begin of that minute
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  [[nodiscard]] bool wants(std::string_view key) const { return family_.empty() || column_of_key(key) == family_; }
  Entry& entry_of(std::string_view key);
  void count(std::string_view key, const Record& record);
  void add_incident(const incident::Incident& incident);

  std::string family_, volume_;
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
};

}  // namespace pos::report
