// SPDX-License-Identifier: MIT
// Whether input goes on with the stream of a history, or is another feed.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.hpp"
#include "base/local_time.hpp"
#include "base/record.hpp"
#include "history/store.hpp"
#include "options.hpp"

namespace pos::tools {

// Where another model has judged the end of the stream, this one may be a retrained one, whose new rows are later than
// all, or the one of another feed. The first new rows tell; until then nothing is stored.
class OtherFeed {
 public:
  OtherFeed(const Options& options, history::Store& store, LocalSeconds end)
      : options_(options), store_(store), end_(end) {
    store_.hold(true);
  }

  void begin_file() { new_ = before_ = stored_ = 0; }
  void see_stored() { ++stored_; }
  // Errors, as of end_file(): pos::Error(Fault::bad_data) for another feed.
  void see_new(LocalTime time, const std::string& file) {
    constexpr std::int64_t enough = 20;
    ++new_;
    if (minute_begin(to_seconds(time)) < minute_begin(end_)) ++before_;
    if (!goes_on_ && new_ >= enough) decide(file);
  }
  void end_file(const std::string& file) {
    if (!goes_on_ && new_ > 0) decide(file);
  }

 private:
  void decide(const std::string& file) {
    goes_on_ = before_ <= new_ / 2 || stored_ >= new_;
    if (goes_on_) return store_.hold(false);
    throw Error(Fault::bad_data,
                file + ": has new rows of before " + to_date_time(end_) + ", to where another model has judged " +
                    options_.history +
                    ": another feed needs a stream of its own (--stream NAME); a new model of the same "
                    "feed, the file that was read before");
  }

  const Options& options_;
  history::Store& store_;
  LocalSeconds end_;
  bool goes_on_ = false;
  std::int64_t new_ = 0, before_ = 0;  // rows of this file, and of them those of before the end
  std::int64_t stored_ = 0;
};

}  // namespace pos::tools
