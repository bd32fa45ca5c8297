// SPDX-License-Identifier: MIT
// Records of files, which are all decided, in order of time, however many they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/record.hpp"
#include "report/temporary_file.hpp"

namespace pos::report {

//   for each record: store.add(record, its time);
//   store.sort();
//   store.each(take);   // as often as wanted
//
// Memory   `memory` bytes of records, twice that while they are sorted, and the names of the statuses. What is beyond
//          goes to a temporary file, as runs of that size, which each() merges.
// Size     56 bytes a record, and its reason; where it has them also its key, which is then all that is known of its
//          keys, and its place.
class RecordStore {
 public:
  // 300,000 records without reasons.
  static constexpr std::size_t usual_memory = std::size_t{16} << 20;

  explicit RecordStore(std::string folder, std::size_t memory = usual_memory);

  // `time` says when it was, whatever record.time says; it may have no date yet.
  void add(const Record& record, const LocalTime& time);
  // So far.
  [[nodiscard]] std::int64_t size() const { return size_; }

  // The records from number `from` on, in the order they were added. What `date` makes of their times stays.
  void date(std::int64_t from, const std::function<void(LocalTime& time, std::string_view status)>& date);

  // By time, those of one time as they were added. Nothing is added after that.
  void sort();
  void each(const std::function<void(const Record&)>& take) const;

  // Of all that were added.
  [[nodiscard]] const std::vector<std::string>& statuses() const { return statuses_; }
  // Some record has a key, or a place.
  [[nodiscard]] bool has_keys() const { return has_keys_; }
  [[nodiscard]] bool has_places() const { return has_places_; }
  [[nodiscard]] bool has_amounts() const { return has_amounts_; }
  // Times of the first and the last one, once they are sorted; nothing where there is none.
  [[nodiscard]] std::optional<LocalSeconds> first() const { return first_; }
  [[nodiscard]] std::optional<LocalSeconds> last() const { return last_; }

 private:
  struct Run {
    std::int64_t begin = 0;  // in the file
    std::size_t size = 0;    // bytes
  };

  std::uint32_t number_of(const std::string& status);
  void spill();
  void each_run(const std::function<bool(std::string& run)>& changes);
  bool sort_run(std::string& run);
  void take(std::string_view bytes, Record& record) const;
  void merge(const std::function<void(const Record&)>& take) const;

  std::size_t memory_;
  TemporaryFile file_;
  std::vector<Run> runs_;  // in the file
  std::int64_t end_ = 0;   // of the file
  std::string run_;        // in memory: what came last, all where there are no others
  std::int64_t size_ = 0;
  std::optional<LocalSeconds> first_, last_;
  bool has_keys_ = false, has_places_ = false, has_amounts_ = false;
  std::vector<std::string> statuses_;  // by number
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace pos::report
