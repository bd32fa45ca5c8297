// SPDX-License-Identifier: MIT
#include "pipeline/recorder.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/keys.hpp"
#include "history/row_hash.hpp"
#include "history/stream_models.hpp"
#include "pipeline/kept_rows.hpp"
#include "pipeline/resume.hpp"

namespace pos::pipeline {

void Recorder::open(model::Model model, const Settings& settings, Sink& first) {
  stored_ = {};
  stream_ = std::make_unique<Stream>(resume(store_, std::move(model)), settings, first);
  restore_parts(store_, *stream_);
  if (!stream_->monitors()) return;  // their decision is the monitor's: that of another policy would take its place
  reopening_ = true;
  if (!store_.models().monitor_state().empty()) stream_->go_on();
  stored_.run_to_open(store_, *stream_, [&](const history::StoredRow& row) { restore(row); });
  reopening_ = moved_ = false;
}

void Recorder::settle_stored(const std::function<void()>& finish) {
  reopening_ = true;
  restore_until(INT64_MAX);
  finish();
  reopening_ = false;
}

void Recorder::restore(const history::StoredRow& row) {
  const StoredTransaction stored(row, *stream_);
  stream_->restore(stored.transaction(), {0, 0, row.id});
  constexpr std::size_t rows_at_once = 10'000;
  if (store_.waiting() >= rows_at_once) commit();
}

// They go on where the stream stands; the file at hand may yet begin elsewhere.
void Recorder::restore_until(LocalSeconds time) {
  auto& later = stored_.later();
  if (later.empty() || minute_begin(later.front().record.time) > time) return;
  if (!goes_on_) stream_->continue_file();
  for (; !later.empty() && minute_begin(later.front().record.time) <= time; later.pop_front()) restore(later.front());
  if (!goes_on_) stream_->start_file();
}

void Recorder::go_on() {
  goes_on_ = true;
  stream_->continue_file();
}

void Recorder::begin_file(std::string_view source) {
  commit();
  store_.begin_file(source);
  recalled_.reset();
  recalled_span_.reset();
  told_made_up_ = false;
  goes_on_ = false;
}

const history::StoredRow* Recorder::find(const Transaction& row, std::string_view bytes) {
  const LocalSeconds time = to_seconds(row.time);
  hash_ = history::row_hash(time, bytes);
  amount_ = row.amount;
  return store_.find(time, hash_);
}

const history::StoredRow* Recorder::stored(const Transaction& row, std::string_view bytes) { return find(row, bytes); }

void Recorder::keep_open(const Transaction& row, const Scored& scored) {
  store_.add(to_keep_.of(row, hash_, true, stream_->labels()), scored);
}

history::NewRow Recorder::new_row(const Decided& row) {
  const LabelColumns& columns = stream_->labels();
  return to_keep_.of({row.time, row.status, row.count, split_.of(row.labels, columns.size()), row.origin.amount},
                     row.origin.hash, row.open, columns);
}

bool Recorder::recall_row(const Transaction& row, std::string_view bytes, std::string_view columns) {
  const history::StoredRow* stored = find(row, bytes);
  if (stored == nullptr) return false;
  const LocalSeconds minute = minute_begin(to_seconds(row.time));
  if (!recalled_span_) recalled_span_ = Period{minute, minute};
  if (!told_made_up_) recalled_span_->begin = std::min(recalled_span_->begin, minute);
  recalled_span_->end = std::max(recalled_span_->end, minute + 60);
  show_stored(*stored, row, columns);
  return true;
}

void Recorder::recall_until(const std::optional<LocalTime>& time, std::string_view time_like, const LocalTime& like) {
  if (!recalled_span_) return;
  const LocalSeconds end = std::min(recalled_span_->end, time ? minute_begin(to_seconds(*time)) : INT64_MAX);
  if (end <= recalled_span_->begin) return;
  recall_silences({recalled_span_->begin, end}, time_like, minute_begin(to_seconds(like)));
  recalled_span_->begin = end;
  told_made_up_ = true;
}

void Recorder::show_stored(const history::StoredRow& stored, const Transaction& row, std::string_view columns) {
  Scored scored = stored.record.scored;
  if (stream_->explains()) scored.explanation = stream_->score_alone(row).explanation;
  next_.row({columns, row.time, row.status, row.count, {}}, scored);
}

bool Recorder::recall(const Transaction& row, std::string_view bytes, std::string_view time_text,
                      std::string_view columns) {
  const history::StoredRow* stored = find(row, bytes);
  const LocalSeconds minute = minute_begin(to_seconds(row.time));
  recall_silences(minute);
  if (stored == nullptr) {
    recalled_.reset();
    return false;
  }
  show_stored(*stored, row, columns);
  if (!recalled_ || minute > *recalled_) {
    recalled_ = minute;
    time_like_ = time_text;
  }
  stream_->continue_file(row.time, time_text);
  goes_on_ = true;
  return true;
}

bool Recorder::push(const Transaction& row, std::string_view time_text, std::string_view columns, std::int64_t line) {
  restore_until(to_seconds(row.time));
  goes_on_ = true;
  return stream_->push(row, time_text, columns, origin(line));
}

void Recorder::end_file() {
  if (recalled_) recall_silences(*recalled_ + 60);
}

void Recorder::recall_silences(LocalSeconds until) {
  if (!recalled_ || until <= *recalled_) return;
  recall_silences({*recalled_, until}, time_like_, *recalled_);
}

void Recorder::recall_silences(const Period& period, std::string_view time_like, LocalSeconds like) {
  for (const history::StoredRow& stored : store_.made_up(period)) {
    const Transaction row = transaction_of(stored.record, *stream_);
    Scored scored = stored.record.scored;
    if (stream_->explains()) scored.explanation = stream_->score_alone(row).explanation;
    const auto family = column_of_key(scored.key);
    const auto value = value_in_keys(scored.key, family);
    next_.silence({row.status, time_like, (stored.record.time - like) / 60, row.time, false, row.count, family, value},
                  scored);
  }
}

void Recorder::commit() {
  if ((store_.waiting() == 0 && !moved_) || store_.is_held()) return;
  if (!stream_->monitors()) return store_.commit({});
  store_.commit(stream_->monitor_state(), stream_->take_pieces());
  moved_ = false;
}

void Recorder::row(const Decided& row, const Scored& scored) {
  if (row.origin.stored_id != 0) {
    using Finality = history::Store::Finality;
    store_.decide(row.origin.stored_id, scored, row.open ? Finality::for_now : Finality::final);
    return;
  }
  next_.row(row, scored);
  store_.add(new_row(row), scored);
}

void Recorder::minute(const JudgedMinute& minute) { moved_ = moved_ || !minute.open; }

void Recorder::silence(const Silence& silence, const Scored& scored) {
  const LocalSeconds time = to_seconds(silence.time);
  if (stored_.is_decided(time)) return;
  if (!reopening_) next_.silence(silence, scored);
  store_.add(made_up_row(silence, scored), scored);
}

}  // namespace pos::pipeline
