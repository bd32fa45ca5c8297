// SPDX-License-Identifier: MIT
#include "pipeline/recorder.hpp"

#include <string>

#include "history/row_hash.hpp"
#include "pipeline/resume.hpp"

namespace pos::pipeline {

void Recorder::reopen(Stream& stream) {
  if (!stream.monitors()) return;  // their decision is the monitor's: that of another policy would take its place
  stream.start_file();
  for (const history::StoredRow& row : store_.open_rows()) {
    stream.push(transaction_of(row.record), to_date_time(row.record.time), {}, {0, row.id});
  }
}

void Recorder::begin_file(Stream& stream, std::string_view source) {
  commit(stream);
  store_.begin_file(source);
  recalled_.reset();
}

bool Recorder::recall(Stream& stream, const Transaction& row, std::string_view bytes, std::string_view time_text,
                      std::string_view columns) {
  hash_ = history::row_hash(to_seconds(row.time), bytes);
  const history::StoredRow* stored = store_.find(to_seconds(row.time), hash_);
  const LocalSeconds minute = minute_begin(to_seconds(row.time));
  recall_silences(stream, minute);
  if (stored == nullptr) {
    recalled_.reset();
    return false;
  }
  Scored scored = stored->record.scored;
  if (stream.explains()) scored.explanation = stream.score_alone(row).explanation;
  next_.row({columns, row.time, row.status, row.count, {}}, scored);
  if (!recalled_ || minute > *recalled_) {
    recalled_ = minute;
    time_like_ = time_text;
  }
  stream.continue_file(row.time, time_text);
  return true;
}

void Recorder::end_file(const Stream& stream) {
  if (recalled_) recall_silences(stream, *recalled_ + 60);
}

void Recorder::recall_silences(const Stream& stream, LocalSeconds until) {
  if (!recalled_ || until <= *recalled_) return;
  for (const history::StoredRow& stored : store_.made_up({*recalled_, until})) {
    const Transaction row = transaction_of(stored.record);
    Scored scored = stored.record.scored;
    if (stream.explains()) scored.explanation = stream.score_alone(row).explanation;
    next_.silence({row.status, time_like_, (stored.record.time - *recalled_) / 60, row.time}, scored);
  }
}

void Recorder::commit(const Stream& stream) {
  if (store_.waiting() > 0) store_.commit(stream.monitors() ? stream.monitor_state() : std::string());
}

void Recorder::row(const Decided& row, const Scored& scored) {
  if (row.origin.stored_id != 0) {
    if (!row.open) store_.decide(row.origin.stored_id, scored);
    return;
  }
  next_.row(row, scored);
  store_.add({to_seconds(row.time), row.status, row.count, row.origin.hash, false, row.open}, scored);
}

void Recorder::silence(const Silence& silence, const Scored& scored) {
  next_.silence(silence, scored);
  const LocalSeconds time = to_seconds(silence.time);
  store_.add({time, silence.status, 0, history::row_hash(time, silence.status), true, silence.open}, scored);
}

}  // namespace pos::pipeline
