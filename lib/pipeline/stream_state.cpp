// SPDX-License-Identifier: MIT
// A stream as text, and back: what is learnt, where it stands, and the rows that are not decided.
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hex.hpp"
#include "base/text.hpp"
#include "model/monitor/calendar.hpp"
#include "model/monitor/state_text.hpp"
#include "pipeline/state_text.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {
namespace {

using model::StateReader;
using model::StateWriter;

constexpr std::size_t most_bytes = std::size_t{1} << 40U;  // a number that is none is met by the end of the text
constexpr std::int64_t most_rows = std::int64_t{1} << 40U;
constexpr std::int64_t most_minutes = model::max_minute;

void save_block(StateWriter& out, std::string_view key, const std::string& text) {
  out.begin(key);
  out.integer(static_cast<std::int64_t>(text.size()));
  out.end();
  out.block(text);
}

std::string_view restore_block(StateReader& in, std::string_view key) {
  in.begin(key);
  const auto bytes = static_cast<std::size_t>(in.integer(0, most_bytes));
  in.end();
  return in.block(bytes);
}

std::optional<std::int64_t> take_minute(StateReader& in, std::string_view key) {
  return in.optional_line(key, -most_minutes, most_minutes);
}

void put(StateWriter& out, const LocalTime& time) {
  for (const std::int64_t value : {std::int64_t{time.day}, std::int64_t{time.second_of_day}, std::int64_t{time.offset},
                                   static_cast<std::int64_t>(time.clock)})
    out.integer(value);
}

LocalTime take_time(StateReader& in) {
  LocalTime time;
  time.day = static_cast<std::int32_t>(in.integer(INT32_MIN, INT32_MAX));
  time.second_of_day = static_cast<std::int32_t>(in.integer(0, 86'399));
  time.offset = static_cast<std::int16_t>(in.integer(-model::minutes_per_day, model::minutes_per_day));
  time.clock = static_cast<LocalTime::Clock>(in.integer(0, static_cast<std::int64_t>(LocalTime::Clock::twice)));
  return time;
}

void save(StateWriter& out, const clock::Belief::State& state) {
  out.optional_line("believed", state.newest);
  out.optional_line("before", state.before);
  out.begin("belief");
  for (const double value : {state.usual_gap, state.rows_a_minute, state.minutes}) out.number(value);
  for (const std::int64_t value : {std::int64_t{state.rows_in_newest}, static_cast<std::int64_t>(state.believed),
                                   std::int64_t{state.dated}, std::int64_t{state.offset}})
    out.integer(value);
  for (const std::int64_t minute : state.waiting) out.integer(minute);
  out.end();
}

clock::Belief::State restore_belief(StateReader& in) {
  clock::Belief::State state;
  state.newest = take_minute(in, "believed");
  state.before = take_minute(in, "before");
  in.begin("belief");
  state.usual_gap = in.number(0.0, 1e6);
  state.rows_a_minute = in.amount();
  state.minutes = in.number(0.0, 1e6);
  state.rows_in_newest = static_cast<int>(in.integer(0, INT32_MAX));
  state.believed = static_cast<std::size_t>(in.integer(0, most_rows));
  state.dated = in.integer(0, 1) != 0;
  state.offset = static_cast<std::int16_t>(in.integer(-model::minutes_per_day, model::minutes_per_day));
  while (in.more()) state.waiting.push_back(in.integer(-most_minutes, most_minutes));
  in.end();
  return state;
}

// A row: numbers, then texts with TABs between them.
// Its line was of a file that is not there any more.
void save_row(StateWriter& out, const LocalTime& time, std::int64_t count,
              std::initializer_list<std::string_view> texts) {
  out.begin("row");
  put(out, time);
  out.integer(count);
  std::string rest;
  for (const std::string_view text : texts) {
    if (!rest.empty()) rest += '\t';
    rest += escaped(text);
  }
  out.rest(rest);
  out.end();
}

struct SavedRow {
  LocalTime time;
  std::int64_t count = 0;
  std::vector<std::string> texts;
};

SavedRow take_row(StateReader& in, std::size_t texts) {
  SavedRow row;
  in.begin("row");
  row.time = take_time(in);
  row.count = in.integer(0, Transaction::max_count);
  std::string_view rest = in.rest();
  for (std::size_t i = 0; i < texts; ++i) {
    const std::size_t end = std::min(rest.find('\t'), rest.size());
    row.texts.push_back(unescaped(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  in.end();
  return row;
}

}  // namespace

void Stream::save(StateWriter& out) const {
  if (before_end_) throw std::logic_error("a stream that is finished for now is saved");
  model::Monitor monitor = monitor_;
  monitor.move_days(-minutes_.shift_days());  // to where its rows were, by whose days a zone's clock is known
  save_block(out, "monitor", monitor.state());
  save_block(out, "keys", parts_.keys() ? parts_.keys()->state() : std::string());
  save_text(out, "places", to_hex(parts_.places_state()));
  out.begin("form");
  for (const bool value : {dated_, by_instants_}) out.integer(value ? 1 : 0);
  out.end();
  out.optional_line("newest", newest_placed_);
  out.optional_line("last", last_time_minute_);
  save_text(out, "time", last_time_text_);
  pipeline::save(out, belief_.state());
  minutes_.save(out);
  out.begin("waiting");
  out.integer(static_cast<std::int64_t>(waiting_.size()));
  out.end();
  for (const Waiting& row : waiting_)
    save_row(out, row.time, row.count, {row.status, row.columns, row.labels, row.time_text});
  out.begin("open");
  out.integer(static_cast<std::int64_t>(open_.size()));
  out.end();
  for (const auto& [minute, open] : open_) {
    out.begin("minute");
    out.integer(minute);
    out.integer(static_cast<std::int64_t>(open.rows.size()));
    out.rest(escaped(open.time_text));
    out.end();
    std::size_t begin = 0;
    for (const Held& row : open.rows) {
      const std::string_view text = open.text;
      save_row(
          out, row.time, row.count,
          {text.substr(begin, row.status_end - begin), text.substr(row.status_end, row.columns_end - row.status_end),
           text.substr(row.columns_end, row.end - row.columns_end)});
      begin = row.end;
    }
  }
}

void Stream::take_learnt(StateReader& in, model::Model& model) {
  model.monitor = model::Monitor::from_state(restore_block(in, "monitor"));
  const std::string_view keys = restore_block(in, "keys");
  if (keys.empty() == model.keys.has_value()) in.fail("of a model with other keys");
  if (!keys.empty()) model.keys = model::KeyMonitor::from_state(keys);
}

void Stream::restore(StateReader& in) {
  const std::string places = take_text(in, "places");
  const auto bytes = from_hex(places);
  if (!bytes) in.fail("not hexadecimal");
  parts_.restore_places(*bytes);
  in.begin("form");
  for (bool* value : {&dated_, &by_instants_}) *value = in.integer(0, 1) != 0;
  in.end();
  newest_placed_ = take_minute(in, "newest");
  last_time_minute_ = take_minute(in, "last").value_or(0);
  last_time_text_ = take_text(in, "time");
  clock::Belief::State belief = restore_belief(in);
  const std::size_t waiting = belief.waiting.size();
  belief_.go_on_from(std::move(belief));
  minutes_.restore(in);
  monitor_.move_days(minutes_.shift_days());
  if (const auto last = monitor_.last_minute(); last && !(minutes_.oldest_open() > last))
    in.fail("minutes that are decided");
  if (in.integer_line("waiting", 0, most_rows) != static_cast<std::int64_t>(waiting))
    in.fail("other rows than minutes wait");
  for (std::size_t i = 0; i < waiting; ++i) {
    SavedRow row = take_row(in, 4);
    if (!is_status_name(row.texts[0])) in.fail("not a status name");
    waiting_.push_back({row.time, row.texts[0], row.count, row.texts[3], row.texts[1], row.texts[2], {}});
  }
  for (std::int64_t left = in.integer_line("open", 0, most_rows); left > 0; --left) restore_minute(in);
}

void Stream::restore_minute(StateReader& in) {
  in.begin("minute");
  const std::int64_t minute = in.integer(-most_minutes, most_minutes);
  std::int64_t rows = in.integer(1, most_rows);
  std::string time_text = unescaped(in.rest());
  in.end();
  if (!open_.empty() && minute <= open_.rbegin()->first) in.fail("minute out of place");
  open_[minute].time_text = std::move(time_text);
  for (; rows > 0; --rows) restore_row(in, minute);
}

void Stream::restore_row(StateReader& in, std::int64_t minute) {
  const SavedRow row = take_row(in, 3);
  const Transaction transaction{row.time, row.texts[0], row.count,
                                split_labels_.of(row.texts[2], parts_.columns().size())};
  try {
    const model::StatusId status = monitor_.intern(transaction.status);
    minutes_.add(minute, status, static_cast<std::uint64_t>(row.count));
    if (parts_.columns().size() > 0) parts_.add(minute, status, transaction);
    open_[minute].hold(status, transaction, row.texts[1], {});
  } catch (const std::logic_error& error) {  // std::invalid_argument is one
    in.fail(error.what());
  }
}

}  // namespace pos::pipeline
