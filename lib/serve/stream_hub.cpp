// SPDX-License-Identifier: MIT
#include "serve/stream_hub.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "base/json.hpp"
#include "write/record_line.hpp"

namespace pos::serve {
namespace {

constexpr std::chrono::milliseconds between_events(250);
constexpr std::chrono::seconds between_keeps(15);
constexpr std::size_t most_event_rows = 1000;
// Minutes before the last one told whose verdicts may have come since: as long as minutes stay open.
constexpr LocalSeconds open_seconds = 6 * 60;

struct EnoughRows {};

// Rows as a JSON array in order of time, up to a number of them.
class RowList {
 public:
  void add(const history::ReadRow& row) {
    if (rows_.size() >= most_event_rows) throw EnoughRows();
    std::string text;
    write::RecordLine line(text, write::Line::ndjson);
    line.number("id", row.id).raw("open", row.open ? "true" : "false");
    write::append_record(line, row.record, write::places_of(row.record));
    line.end();
    text.pop_back();
    rows_.emplace_back(row.record.time, std::move(text));
    last_id_ = std::max(last_id_, row.id);
  }
  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  [[nodiscard]] std::int64_t last_id() const { return last_id_; }
  // They come in the order they were stored, which is not that of time where many post.
  [[nodiscard]] std::string text() {
    std::ranges::stable_sort(rows_, {}, [](const auto& row) { return row.first; });
    std::string text;
    append_json_array(text, rows_, [](std::string& out, const auto& row) { out += row.second; });
    return text;
  }

 private:
  std::vector<std::pair<LocalSeconds, std::string>> rows_;
  std::int64_t last_id_ = 0;
};

std::string more_event(std::int64_t id, std::int64_t rows) {
  return fmt::format("event: more\nid: {}\ndata: {{\"rows\":{}}}\n\n", id, rows);
}

Text shared(std::string text) { return std::make_shared<const std::string>(std::move(text)); }

}  // namespace

void StreamHub::add(std::shared_ptr<Viewer> viewer, std::optional<std::int64_t> last_event_id) {
  viewer->send(shared("retry: 2000\n\n"));
  if (viewers_.empty()) {  // nobody was told until now, and nothing is kept for nobody
    newest_id_ = sent_id_ = reader_.last_id();
    decided_.clear();
  }
  if (last_event_id) {
    if (replayed_after_ != *last_event_id || replayed_to_ != sent_id_ || !replayed_) {
      replayed_ = shared(replay(*last_event_id));
      replayed_after_ = *last_event_id;
      replayed_to_ = sent_id_;
    }
    if (!replayed_->empty()) viewer->send(replayed_);
  }
  viewers_.push_back(std::move(viewer));
}

void StreamHub::tell(const News& news) {
  newest_id_ = news.last_id;
  if (newest_id_ < sent_id_) sent_id_ = 0;  // all rows were pruned, and ids began anew
  replayed_.reset();
  if (viewers_.empty()) return;
  if (news.were_open) note_decided(news.decided);
  if (Clock::now() - told_at_ >= between_events) send_news();
}

void StreamHub::tell_people() { send_all(shared("event: people\ndata: {}\n\n")); }

void StreamHub::note_decided(const std::vector<LocalSeconds>& minutes) {
  for (const LocalSeconds minute : minutes) {
    if (std::find(decided_.begin(), decided_.end(), minute) == decided_.end()) decided_.push_back(minute);
  }
}

void StreamHub::tick() {
  std::erase_if(viewers_, [](const auto& viewer) { return viewer->is_gone(); });
  if (viewers_.empty()) return;
  if (Clock::now() - told_at_ >= between_events) send_news();
  if (Clock::now() - kept_at_ < between_keeps) return;
  kept_at_ = Clock::now();
  send_all(shared(": keep\n\n"));
}

void StreamHub::send_news() {
  if (newest_id_ <= sent_id_ && decided_.empty()) return;
  told_at_ = Clock::now();
  std::string events;
  if (newest_id_ > sent_id_) events += rows_event(sent_id_);
  if (!decided_.empty()) events += decided_event(std::exchange(decided_, {}));
  if (!events.empty()) send_all(shared(std::move(events)));
}

void StreamHub::send_all(const Text& text) {
  for (const auto& viewer : viewers_) viewer->send(text);
}

// What came behind `after`; all of it is told then.
std::string StreamHub::rows_event(std::int64_t after) {
  RowList list;
  try {
    reader_.rows_after(after, most_event_rows + 1, [&list](const auto& row) { list.add(row); });
  } catch (const EnoughRows&) {
    sent_id_ = std::max(newest_id_, reader_.last_id());
    return more_event(sent_id_, sent_id_ - after);
  }
  sent_id_ = std::max(sent_id_, std::max(newest_id_, list.last_id()));
  if (list.rows() == 0) return {};
  return fmt::format("event: rows\nid: {}\ndata: {}\n\n", list.last_id(), list.text());
}

std::string StreamHub::decided_event(const std::vector<LocalSeconds>& minutes) {
  RowList list;
  try {
    for (const LocalSeconds minute : minutes) {
      reader_.rows_of({minute, minute + 60}, [&list](const auto& row) { list.add(row); });
    }
  } catch (const EnoughRows&) {
    return more_event(sent_id_, static_cast<std::int64_t>(list.rows()));
  }
  return list.rows() == 0 ? std::string() : "event: decided\ndata: " + list.text() + "\n\n";
}

// Rows behind `after` up to what all others were told; then the verdicts that may have come since on rows before.
std::string StreamHub::replay(std::int64_t after) {
  std::optional<LocalSeconds> minute;
  reader_.rows_after(after - 1, 1, [&](const auto& row) {
    if (row.id == after) minute = minute_begin(row.record.time);
  });
  if (!minute || after > sent_id_) return more_event(sent_id_, std::max<std::int64_t>(sent_id_ - after, 0));
  RowList fresh;
  RowList decided;
  try {
    reader_.rows_after(after, most_event_rows + 1, [&](const auto& row) {
      if (row.id <= sent_id_) fresh.add(row);
    });
    std::size_t seen = 0;
    constexpr LocalSeconds end_of_time = std::numeric_limits<LocalSeconds>::max();
    reader_.rows_of({*minute - open_seconds, end_of_time}, [&](const auto& row) {
      if (++seen > 4 * most_event_rows) throw EnoughRows();
      if (row.id <= after && !row.open) decided.add(row);
    });
  } catch (const EnoughRows&) {
    return more_event(sent_id_, std::max<std::int64_t>(sent_id_ - after, 0));
  }
  std::string events;
  if (fresh.rows() > 0) events += fmt::format("event: rows\nid: {}\ndata: {}\n\n", fresh.last_id(), fresh.text());
  if (decided.rows() > 0) events += "event: decided\ndata: " + decided.text() + "\n\n";
  return events;
}

}  // namespace pos::serve
