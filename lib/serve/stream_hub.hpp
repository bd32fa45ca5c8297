// SPDX-License-Identifier: MIT
// The live stream: what is new in the history, to everybody who looks on.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.hpp"
#include "serve/engine.hpp"
#include "history/reader.hpp"
#include "serve/http.hpp"

namespace pos::serve {

// Server-sent events (WHATWG HTML, section 9.2):
//
//   event: rows     id: N     data: [record, ...]   new rows; N is the highest id among them
//   event: decided            data: [record, ...]   rows of minutes that got their final verdict
//   event: more     id: N     data: {"rows": R}     there is too much to send: fetch it
//   event: people             data: {}              an incident was taken, or a silence made or ended: fetch it
//   : keep                                          every 15 seconds, so that nobody takes the line for dead
//
// A record is that of pos-formats(5) with `id` and `open` before it; those of an event stand in order of time. Each event is rendered once, for all; there are
// at most 4 a second and kind. Who comes back with the id of the last event gets what came since. Errors: as Reader.
class StreamHub {
 public:
  explicit StreamHub(history::Reader& reader) : reader_(reader), sent_id_(reader.last_id()) {}

  void add(std::shared_ptr<Viewer> viewer, std::optional<std::int64_t> last_event_id);
  void tell(const News& news);
  // Somebody has taken an incident, or silenced something.
  void tell_people();
  // Call it four times a second.
  void tick();
  [[nodiscard]] std::size_t viewers() const { return viewers_.size(); }

 private:
  using Clock = std::chrono::steady_clock;

  void note_decided(const std::vector<LocalSeconds>& minutes);
  void send_news();
  void send_all(const Text& text);
  [[nodiscard]] std::string rows_event(std::int64_t after);
  [[nodiscard]] std::string decided_event(const std::vector<LocalSeconds>& minutes);
  [[nodiscard]] std::string replay(std::int64_t after);

  history::Reader& reader_;
  std::vector<std::shared_ptr<Viewer>> viewers_;
  std::int64_t sent_id_;  // up to here rows were told
  std::int64_t newest_id_ = 0;
  std::vector<LocalSeconds> decided_;  // not told yet
  Clock::time_point told_at_{}, kept_at_ = Clock::now();
  // A server that comes back has all its viewers ask for the same.
  std::int64_t replayed_after_ = -1, replayed_to_ = -1;
  Text replayed_;
};

}  // namespace pos::serve
