// SPDX-License-Identifier: MIT
#include "pipeline/stream.hpp"

#include <algorithm>
#include <utility>

#include "model/monitor/calendar.hpp"

namespace pos::pipeline {

namespace {

model::Monitor follow(model::Monitor monitor, const Zone& zone) {
  monitor.follow(zone);
  return monitor;
}

}  // namespace

Stream::Stream(model::Model model, const Settings& settings, Sink& sink)
    : settings_(settings),
      sink_(sink),
      model_(std::move(model)),
      scorer_(model_, settings),
      monitor_(follow(model_.monitor ? *model_.monitor : model::Monitor(), settings.zone)),
      parts_(monitors() ? std::exchange(model_.keys, std::nullopt) : std::nullopt, settings.where, settings.split),
      belief_(monitor_.last_minute()),
      minutes_(monitor_.last_minute(), monitor_.grace(), settings.zone) {
  if (settings.budget) monitor_.set_budget(*settings.budget);
}

void Stream::start_file() {
  belief_.finish(latest_);
  settle_waiting();
  belief_.start_file();
  minutes_.start_file();
  starts_file_ = true;
}

bool Stream::push(const Transaction& transaction, std::string_view time_text, std::string_view columns,
                  const Origin& origin) {
  if (!monitors()) {
    pass(transaction, columns, origin, Standing::judged);
    return true;
  }
  using Says = clock::Belief::Says;
  const Says says = belief_.hear(transaction.time);
  settle_waiting();
  if (says == Says::believed) {
    admit(transaction, time_text, columns, origin);
  } else if (says == Says::not_believed) {
    pass(transaction, columns, origin, Standing::not_believed);
  } else {
    waiting_.push_back({transaction.time,
                        std::string(transaction.status),
                        transaction.count,
                        std::string(time_text),
                        std::string(columns),
                        {},
                        origin});
    append_labels(waiting_.back().labels, transaction.labels);
  }
  return says == Says::believed;
}

void Stream::restore(const Transaction& transaction, const Origin& origin) {
  belief_.trust(transaction.time);
  admit(transaction, {}, {}, origin);
}

// Those of which it is known now whether they are believed.
void Stream::settle_waiting() {
  if (belief_.settled().empty()) return;
  const std::vector<Waiting> waited = std::exchange(waiting_, {});
  SplitLabels split;  // its own: minutes that are decided meanwhile split those of their rows
  for (std::size_t i = 0; i < waited.size(); ++i) {
    const Waiting& row = waited[i];
    const std::size_t labels = parts_.columns().size();
    const Transaction transaction{row.time, row.status, row.count, split.of(row.labels, labels)};
    if (belief_.settled()[i]) {
      admit(transaction, row.time_text, row.columns, row.origin);
    } else {
      pass(transaction, row.columns, row.origin, Standing::not_believed);
    }
  }
}

bool Stream::is_total(const Transaction& transaction) const {
  if (!settings_.split) return false;
  const auto keys = transaction.labels.first(std::min(transaction.labels.size(), parts_.columns().by.size()));
  return !keys.empty() && std::ranges::all_of(keys, [](std::string_view value) { return value == "*"; });
}

void Stream::pass(const Transaction& transaction, std::string_view columns, const Origin& origin, Standing standing) {
  if (is_total(transaction)) return;
  std::string labels;
  if (!transaction.labels.empty()) append_labels(labels, transaction.labels);
  sink_.row({columns, transaction.time, transaction.status, transaction.count, origin, false, standing, labels},
            scorer_.score(transaction));
}

void Stream::admit(const Transaction& transaction, std::string_view time_text, std::string_view columns,
                   const Origin& origin) {
  dated_ = transaction.time.dated();
  const auto place = this->place(transaction, model::MinuteAssembler::Leap::believed);
  const bool is_twice = transaction.time.clock == LocalTime::Clock::twice;
  if (!place) return pass(transaction, columns, origin, is_twice ? Standing::twice : Standing::late);
  if (is_total(transaction)) return;
  auto [held, is_new] = open_.try_emplace(place->minute);
  Minute& open = held->second;
  if (is_new) {
    std::swap(open, spare_);
    open.time_text = time_text;
  } else if (open.time_text.empty()) {
    open.time_text = time_text;
  }
  if (last_time_text_.empty() || place->minute != last_time_minute_) {
    last_time_text_ = time_text;
    last_time_minute_ = place->minute;
  }
  open.hold(place->status, transaction, columns, origin);
}

void Stream::Minute::hold(model::StatusId status, const Transaction& transaction, std::string_view columns,
                          const Origin& origin) {
  text += transaction.status;
  const std::size_t status_end = text.size();
  text += columns;
  const std::size_t columns_end = text.size();
  if (!transaction.labels.empty()) append_labels(text, transaction.labels);
  rows.push_back({status, transaction.time, transaction.count, origin, status_end, columns_end, text.size()});
}

// Counts the row for its minute, unless that is decided.
std::optional<Counted::Place> Stream::place(const Transaction& transaction, model::MinuteAssembler::Leap leap) {
  if (settings_.over_until) look_at_clock(transaction.time);
  by_instants_ = transaction.time.clock == LocalTime::Clock::instant;
  const auto minute = minutes_.place(transaction.time, leap);
  close_minutes();
  if (!minute) return std::nullopt;
  newest_placed_ = std::max(newest_placed_.value_or(*minute), *minute);
  if (std::exchange(begins_midway_, false)) begun_midway_ = *minute;
  const model::StatusId status = monitor_.intern(transaction.status);
  const bool is_part = settings_.split && !is_total(transaction);
  minutes_.add(*minute, status, is_part ? 0 : static_cast<std::uint64_t>(transaction.count));
  if (parts_.columns().size() > 0 && (!settings_.split || is_part)) parts_.add(*minute, status, transaction);
  return Counted::Place{*minute, status};
}

// A file that begins near where the stream stands is taken to go on from there; when the stream was left, that was a
// minute ago, and late rows were waited for. One that begins an hour before is a recording of other days
// (minute_assembler.hpp).
void Stream::look_at_clock(const LocalTime& time) {
  constexpr LocalSeconds hour = 3600;
  if (const auto stands = std::exchange(starts_file_, false) ? stands_at_time() : std::nullopt) {
    const LocalSeconds ahead = seconds_between(*stands, time).count();
    const LocalSeconds waited = LocalSeconds{minutes_.grace() + 1} * 60;
    if (-hour <= ahead && ahead < waited + back_at_once_seconds) continue_file();
  }
  if (!is_over(time)) reach_clock();
}

// Minutes that are over are decided, whether they have rows or not; what comes next is for now.
void Stream::reach_clock() {
  if (before_end_) return;
  const auto next = next_time();
  if (stands_at() && (!next || is_over(*next))) {
    LocalTime until = *settings_.over_until;
    until.clock = by_instants_ ? LocalTime::Clock::instant : LocalTime::Clock::wall;  // as the rows are
    static_cast<void>(minutes_.place(until, model::MinuteAssembler::Leap::believed));
    close_minutes();
  }
  stand_before_end();
  more_rows_ = true;
}

void Stream::pass_until(LocalTime until) {
  const auto next = next_time();
  if (!newest_placed_ || (next && minute_of(*next) >= minute_of(until))) return;
  until.clock = by_instants_ ? LocalTime::Clock::instant : LocalTime::Clock::wall;  // as the rows are
  static_cast<void>(minutes_.place(until, model::MinuteAssembler::Leap::believed));
  close_minutes();
}

// What is decided from here on is for now: the next run goes on from what is known here.
void Stream::stand_before_end() {
  pieces_before_end_ = parts_.take_pieces();
  before_end_ = monitor_now();
}

Counted Stream::count(const Transaction& transaction) {
  Counted counted{scorer_.score(transaction), std::nullopt};
  if (monitors()) counted.place = place(transaction, model::MinuteAssembler::Leap::needs_witness);
  return counted;
}

Counted Stream::count_believed(const Transaction& transaction) {
  Counted counted{scorer_.score(transaction), std::nullopt};
  if (!monitors()) return counted;
  belief_.trust(transaction.time);
  counted.place = place(transaction, model::MinuteAssembler::Leap::believed);
  return counted;
}

void Stream::learn(const Transaction& transaction) {
  if (!monitors()) return;
  belief_.trust(transaction.time);
  static_cast<void>(place(transaction, model::MinuteAssembler::Leap::believed));
}

void Stream::confirm(LocalTime earliest, LocalTime latest, LocalTime impossible) {
  belief_.confirm(earliest, latest, impossible);
  settle_waiting();
}

void Stream::settle_begin(LocalTime latest) {
  belief_.settle_begin(latest);
  settle_waiting();
}

std::optional<LocalTime> Stream::newest() const {
  const auto minute = belief_.newest();
  if (!minute) return std::nullopt;
  if (dated_) return settings_.zone.local(*minute);
  return LocalTime{LocalTime::no_day, model::minute_of_day(*minute) * 60};
}

void Stream::judge_open(const std::function<void(const JudgedMinute&)>& take) const {
  model::Monitor monitor = monitor_;
  model::MinuteAssembler minutes = minutes_;
  minutes.finish();
  while (const auto closed = minutes.take()) {
    const auto verdicts =
        monitor.step(closed->at(), closed->counts, model::Report::rows, model::Extent::part, kind_of(closed->minute));
    take({closed->minute, begin_of(closed->minute), verdicts, true});
  }
}

void Stream::continue_file(LocalTime time, std::string_view time_text) {
  belief_.trust(time);
  continue_file();
  last_time_text_ = time_text;
  last_time_minute_ = minute_of(time) + minutes_.shift_days() * model::minutes_per_day;
  if (const auto held = open_.find(last_time_minute_); held != open_.end()) held->second.time_text = time_text;
}

void Stream::continue_file() {
  starts_file_ = false;
  minutes_.continue_file();
}

void Stream::finish() {
  belief_.finish(latest_);
  settle_waiting();
  minutes_.finish();
  close_minutes();
}

void Stream::finish_for_now() {
  belief_.finish(latest_);
  settle_waiting();
  stand_before_end();
  finish();
}

void Stream::finish_by_clock() {
  belief_.finish(latest_);
  settle_waiting();
  continue_file();
  reach_clock();
  finish();
}

void Stream::release() {
  for (auto& [minute, open] : open_) {
    open.for_each([this](const Held& row, Decided decided) {
      decided.open = true;
      sink_.row(decided, scorer_.score({row.time, decided.status, row.count}));
    });
  }
  open_.clear();
  for (const Waiting& row : waiting_) {
    const std::size_t labels = parts_.columns().size();
    const Transaction transaction{row.time, row.status, row.count, split_labels_.of(row.labels, labels)};
    if (is_total(transaction)) continue;
    sink_.row({row.columns, row.time, row.status, row.count, row.origin, true, Standing::judged, row.labels},
              scorer_.score(transaction));
  }
  waiting_.clear();
}

bool Stream::pass_time(LocalTime now) {
  const bool live = minutes_.pass_time(now);
  close_minutes();
  return live;
}

std::optional<LocalSeconds> Stream::next_minute() const {
  const auto next = next_time();
  return next ? std::optional(to_seconds(*next)) : std::nullopt;
}

std::optional<LocalTime> Stream::next_time() const {
  const auto last = monitor_.last_minute();
  return last ? std::optional(begin_of(*last + 1)) : std::nullopt;
}

LocalTime Stream::time_of(LocalSeconds stored) const {
  const LocalTime time = settings_.zone.settle(to_local_time(stored));
  const auto stands = later_of_next_and_placed();
  return stands ? settings_.zone.near(time, minute_of(*stands)) : time;
}

std::optional<LocalTime> Stream::later_of_next_and_placed() const {
  const auto next = next_time();
  if (!newest_placed_) return next;
  const LocalTime placed = begin_of(*newest_placed_);
  return next && minute_of(*next) > minute_of(placed) ? *next : placed;
}

std::optional<LocalTime> Stream::stands_at_time() const {
  return newest_placed_ || goes_on_ ? later_of_next_and_placed() : std::nullopt;
}

std::optional<LocalSeconds> Stream::stands_at() const {
  const auto stands = stands_at_time();
  return stands ? std::optional(to_seconds(*stands)) : std::nullopt;
}

LocalTime Stream::begin_of(std::int64_t minute) const { return minutes_.begin_of(minute); }

model::DayKind Stream::kind_of(std::int64_t minute) const {
  return settings_.days.at(to_seconds(begin_of(minute)) / 60);
}

model::Model Stream::snapshot() const {
  model::Model copy = model_;
  copy.monitor = monitor_now();
  copy.keys = parts_.keys();
  return copy;
}

std::vector<StatePiece> Stream::take_pieces() {
  return before_end_ ? std::exchange(pieces_before_end_, {}) : parts_.take_pieces();
}

model::Monitor Stream::monitor_now() const {
  if (before_end_) return *before_end_;
  model::Monitor now = monitor_;
  now.set_grace(minutes_.grace());
  now.move_days(-minutes_.shift_days());  // to where its rows were
  return now;
}

void Stream::close_minutes() {
  while (const auto closed = minutes_.take()) {
    const bool part = more_rows_ || closed->minute == begun_midway_;
    decide(closed->minute, monitor_.step(closed->at(), closed->counts, model::Report::rows,
                                         part ? model::Extent::part : model::Extent::whole, kind_of(closed->minute)));
  }
}

}  // namespace pos::pipeline
