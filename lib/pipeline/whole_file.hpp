// SPDX-License-Identifier: MIT
// Rows that can be gone over twice, judged in order of time whatever order they stand in.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/record.hpp"
#include "base/row.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {

// Stands between a stream and the sink that shows its rows, and passes on what comes, but between begin() and end():
//
//     file.begin();
//     for each row: file.count(row);
//     file.judge(stream, before_minute, finish);
//     for each row: file.show(stream, row);        // in the order they stand; file.tell_until() where they ascend
//     file.end(time_text, minute);                 // what is silent, in order of time
//
// Memory   About 100 bytes for each minute and status of the file; where rows have labels, as many again for each that
//          are alike in a minute.
class WholeFile final : public Sink {
 public:
  // `next` must outlive it.
  explicit WholeFile(Sink& next) : next_(next) {}

  void begin();
  void count(const Transaction& row);  // dated
  // From the first minute that has rows to the last; nothing where none has.
  [[nodiscard]] std::optional<std::pair<LocalTime, LocalTime>> span() const;
  // `before_minute` hears of each minute, its begin, before its rows count; `finish` ends the stream.
  void judge(Stream& stream, const std::function<void(LocalSeconds)>& before_minute,
             const std::function<void()>& finish);

  // With the decision on its minute: none where the stream had decided that before, and so the row is late.
  void show(const Stream& stream, const Decided& row);
  // What is silent before that time (none: all) and was not told. `time_like` is how the file writes `like`, as Silence
  // has them.
  void tell_until(const std::optional<LocalTime>& time, std::string_view time_like, const LocalTime& like);
  void end(std::string_view time_like, const LocalTime& like);

  void row(const Decided& row, const Scored& scored) override { next_.row(row, scored); }
  void silence(const Silence& silence, const Scored& scored) override;
  void minute(const JudgedMinute& minute) override;

 private:
  struct Cell {
    std::uint32_t status = 0;  // in statuses_
    model::StatusId id = 0;    // the monitor's
    enum class State : std::uint8_t { late, open, decided } state = State::late;
    std::int64_t count = 0;
    Scored scored;  // what its minute adds
  };
  // What a key said.
  struct OfKey {
    std::string name, value, where;
    std::size_t family = 0;
    std::uint32_t status = 0;
    model::KeyAlert alert;
  };
  struct Silent {
    std::string status;
    LocalTime time;
    bool open = false;
    std::int64_t count;  // as of Silence
    std::string family, value;
    Scored scored;
  };

  [[nodiscard]] static Cell* find(std::vector<Cell>& cells, std::uint32_t status);
  std::uint32_t number_of(std::string_view status);

  Sink& next_;
  bool collecting_ = false;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::vector<std::string_view> statuses_;
  struct Minute {
    LocalTime time;  // of its first row
    std::vector<Cell> cells;
    std::map<std::pair<std::string, std::uint32_t>, std::int64_t> parts;  // counts by labels and status
    std::vector<OfKey> keys;
  };
  void judge(Stream& stream, Minute& minute);
  void add_key(const Stream& stream, const Minute& minute, const Decided& row, Scored& scored);
  SplitLabels split_;
  std::map<std::int64_t, Minute> minutes_;
  std::vector<Silent> silent_;
  std::size_t told_ = 0;  // of those
};

}  // namespace pos::pipeline
