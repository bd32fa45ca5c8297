// SPDX-License-Identifier: MIT
#include "run.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "history/stream_models.hpp"
#include "model/training.hpp"
#include "pipeline/resume.hpp"
#include "read/fields.hpp"

namespace pos::tools {

Run::Run(const Options& options)
    : options_(options),
      settings_(options.scoring),
      zone_(options.input.zone()),
      clock_(options.grace),
      columns_(options.input.column_names()),
      notes_(options.common.quiet),
      unjudged_(options.common.quiet),
      bad_rows_(tool, options.input.on_error, options.input.rejects),
      writer_(options, unjudged_) {
  settings_.zone = zone_.wall();
  model::Model model = load_model();
  status_watch_.emplace(pipeline::volume_of(model), options.scoring);
  trained_to_ = pipeline::trained_to(model);
  if (options.history.empty()) {
    look_at_clock();
    if (!options.state.empty()) open_state(model);
    whole_ = std::make_unique<pipeline::WholeFile>(writer_);
    own_stream_ = std::make_unique<pipeline::Stream>(std::move(model), settings_, *whole_);
    stream_ = own_stream_.get();
    if (state_ && state_->saved() != nullptr) {
      state_->saved()->restore(*stream_);
      state_->forget_saved();
    } else {
      stream_->start_file();
    }
    date_rows();
    add_columns();
    return;
  }
  store_ = std::make_unique<history::Store>(
      options.history, history::ModelName{model.sha256, options.model, trained_to_}, options.stream);
  wait_for_turn();
  look_at_clock();
  if (options.model.empty()) tell_no_model();
  if (options.scoring.policy == pipeline::Policy::above_normal) {
    if (const auto end = store_->models().end_of_others()) other_feed_.emplace(options, *store_, *end);
  }
  recorder_ = std::make_unique<pipeline::Recorder>(*store_, writer_);
  whole_ = std::make_unique<pipeline::WholeFile>(*recorder_);
  open_stream(std::move(model));
  left_at_ = stream_->stands_at();
  date_rows();
  add_columns();
}

// What an earlier run has learnt goes into the model.
void Run::open_state(model::Model& model) {
  state_.emplace(options_, model.sha256);
  if (state_->saved() == nullptr) return;
  const pipeline::StateNotes& notes = state_->saved()->notes();
  if (notes.header) writer_.go_on(*notes.header, notes.output, options_.state);
  state_->saved()->take_learnt(model);
}

// Those of the output, which the input must not have.
void Run::add_columns() {
  const bool by = !stream_->labels().by.empty();
  if (options_.scoring.split && !by)
    throw Error(Fault::usage, "--split: the model has no keys (pos-train --by makes one that has)");
  writer_.add_columns(by);
  reserved_.assign(scored_columns.begin(), scored_columns.end());
  if (by) reserved_.push_back(key_column);
  if (!stream_->labels().where.empty()) reserved_.push_back(where_column);
  if (options_.scoring.explain) reserved_.push_back(explain_column);
}

// Times without a date get one where something asks for it.
void Run::date_rows() {
  if (state_) return;  // they have one, or go on from the clock of the row before
  if (options_.date) {
    dater_.emplace(*options_.date, zone_.wall());
  } else if (now_) {
    dater_.emplace(*now_, zone_.wall());
  } else if (store_) {
    dater_.emplace(local_now().day, zone_.wall());
  }
}

// Where the history has it.
void Run::open_stream(model::Model model) {
  recorder_->open(std::move(model), settings_, *whole_);
  stream_ = &recorder_->stream();
}

int Run::all() {
  const auto inputs = options_.input.inputs();
  for (const std::string& path : inputs) {
    if (!cli::stop_requested()) score(path, &path == &inputs.back());
  }
  note_state();
  if (state_) writer_.sync();  // before the state that takes its rows for given
  writer_.close();
  if (state_) state_->save(*stream_);
  if (recorder_) recorder_->commit();
  bad_rows_.close();
  notes_.absent(*status_watch_);
  notes_.crowded(stream_->take_crowded());
  sum_up();
  if (status_watch_->is_worthless() && !cli::stop_requested()) return cli::exit_bad_data;
  if (unjudged_.sum_up() && !cli::stop_requested()) return cli::exit_bad_data;
  if (bad_rows_.exit_status() != cli::exit_ok) return bad_rows_.exit_status();
  return options_.exit_status && writer_.alerts() > 0 ? cli::exit_found : cli::exit_ok;
}

void Run::save() {
  writer_.flush();
  try {
    store(true);
  } catch (const Error&) {  // it is the first error that is told
  }
}

model::Model Run::load_model() const {
  if (options_.model.empty()) return model::untrained();
  model::Model model = model::parse_model(cli::read_file(options_.model), options_.model);
  if (!model.monitor && options_.scoring.policy == pipeline::Policy::above_normal) {
    notes_.say(options_.model +
               ": has no monitor; one that knows nothing yet is used (alerts from its 41st minute on)");
  }
  pipeline::refuse_blind(model, options_.scoring, options_.model);
  return model;
}

void Run::tell_no_model() const {
  if (const std::string note = pipeline::note_without_model(*store_); !note.empty()) notes_.say(note);
}

// Where another program takes this stream of the history on, until it has ended.
void Run::wait_for_turn() const {
  if (options_.scoring.policy != pipeline::Policy::above_normal) return;
  for (bool told = false; !cli::stop_requested() && !store_->try_lock_monitor(); told = true) {
    if (!told)
      notes_.say(options_.history +
                 ": waits for another program that stores rows of this stream (--stream NAME keeps two feeds apart)");
    static_cast<void>(cli::wait_readable(-1));  // a second, or until a signal comes
  }
}

void Run::score(const std::string& path, bool is_last) {
  const std::string name = cli::display_name(path);
  // Before the first read, which may wait: until a row comes, no clock closes minutes. What has a state is one stream.
  if (!state_) stream_->start_file();
  if (recorder_) recorder_->begin_file(name);
  if (dater_) dater_->start_file();
  cli::InputFile in(path, {[this] { came(); }, [this] { wait_on(); }});
  is_live_ = !in.can_rewind();
  may_begin_again_ = !state_ && (is_live_ || (!stream_->monitors() && !recorder_));
  bad_rows_.begin_file(name);
  if (other_feed_) other_feed_->begin_file();
  using Input = Unjudged::Input;
  unjudged_.begin_file(name, state_ ? Input::part : is_live_ ? Input::pipe : Input::file);
  has_news_ = false;
  amounts_told_.clear();
  repeated_ = {};
  clock::FileOrder order;
  const bool as_it_comes = is_live_ || state_.has_value() || survey(in, name, order);
  if (cli::stop_requested()) return;
  if (as_it_comes && !is_live_) refuse_undated(in, name);
  if (as_it_comes) {
    if (store_) store_->show_rows();
    return read_as_it_comes(in, name, is_last);
  }
  if (store_) store_->hide_rows();
  read_whole(in, name, order, is_last);
  if (!store_ || cli::stop_requested()) return;
  writer_.flush();
  recorder_->commit();
  store_->show_rows();
}

void Run::read_as_it_comes(cli::InputFile& in, const std::string& name, bool is_last) {
  const auto rows = open(in, name, [this](const BadRow& row) {
    bad_rows_.add(row);
    if (state_) state_->see_row();
  });
  const Header& header = rows->header();
  const bool is_empty = header.format == Format::csv && header.line.empty();  // which says nothing about a format
  if (is_empty && state_) return finish(name, is_last);
  if (is_empty && !(now_ && is_last)) return;
  if (!is_empty) writer_.begin_file(header, name);
  std::optional<std::int64_t> first;  // its line
  bool begun = false;                 // the stream has believed a row
  const auto begin = [&] {
    begun = true;
    if (first && stream_->replays() && !other_feed_) notes_.replay(name + ":" + std::to_string(*first));
    if (has_news_ && stream_->newest()) refuse_earlier(*stream_->newest(), name);
  };
  statuses_.clear();
  patterns_.clear();
  for (;;) {
    while (begun && may_be_plain(header.format)) {
      const auto plain = rows->plain_rows();
      if (plain.empty()) break;
      push_plain(plain, *rows, name);
    }
    const Row* row = rows->next();
    if (row == nullptr) break;
    if (!first) {
      first = row->line;
      if (!header.amount) tell_amounts(*rows, name);
    }
    push(*row, *rows, name);
    if (!begun && (!stream_->monitors() || stream_->newest())) begin();
  }
  stream_->allow_until(in_an_hour());
  if (recorder_) recorder_->end_file();
  if (other_feed_) other_feed_->end_file(name);
  if (std::exchange(holds_back_, false)) store_->hold(false);
  if (state_) {
    if (!cli::stop_requested()) finish(name, is_last);  // what is open stays so, for the next run
  } else if (cli::stop_requested()) {
    stream_->release();
  } else if ((is_last && (recorder_ || now_)) || has_news_) {
    finish(name, is_last);  // a minute that an earlier run left open is not over because its file is read again
  }
  writer_.end_file();
  tell_amounts(*rows, name);
  if (!begun) begin();
  if (has_news_ && stream_->newest()) note_end(*stream_->newest(), name);
}

// A stream goes on in time. Two exports of one time, as of two terminals, make half of what a minute had each, and a
// file of before cannot be judged any more.
void Run::refuse_earlier(const LocalTime& first, const std::string& name) const {
  constexpr clock::Minute some_minutes = 10;  // a file may go on in the last minute of the one before
  if (!stream_->monitors() || !first.dated() || !end_ || minute_of(first) >= minute_of(end_->time) - some_minutes)
    return;
  throw Error(Fault::bad_data, name + ": has rows of " + to_text(first) + ", and " + end_->file + " ends at " +
                                   to_text(end_->time) +
                                   ": give files in the order of their time, or all rows in one file, in any order");
}

void Run::tell_age(const LocalTime& newest) {
  if (!trained_to_ || !newest.dated()) return;
  const std::string age = pipeline::model_age(options_.model, trained_to_, to_seconds(newest), options_.max_model_age);
  if (age.empty()) return;
  notes_.say(age);
  trained_to_.reset();
}

void Run::note_end(const LocalTime& time, const std::string& name) {
  tell_age(time);
  if (time.dated() && (!end_ || minute_of(time) > minute_of(end_->time))) end_ = FileEnd{time, name};
}

void Run::push(const Row& row, read::RowReader& rows, const std::string& name) {
  if (state_) state_->see_row();
  if (was_read(row, repeated_, true)) return notes_.read_before(name + ":" + std::to_string(row.line));
  Transaction transaction = row.transaction;
  if (dater_) transaction.time = dater_->date(transaction.time);
  if (now_ && is_live_ && dater_ && !row.transaction.time.dated()) {
    if (store_) store_->hold(holds_back_ = true);
    refuse_undated(row.transaction.time, transaction.time, name + ":" + std::to_string(row.line));
  }
  see_time(transaction.time);
  see_assumed_day(row.transaction.time, transaction.time, name);
  if (!adds_up(row, rows, transaction)) return;
  if (minutes_to_look_at_ > 0) refuse_bins(transaction.time, name);
  write_columns(row, rows);
  status_watch_->push(transaction.status);
  if (recorder_ && recorder_->recall(transaction, row.raw, row.time_text, own_columns_)) {
    newest_ = transaction.time;
    if (other_feed_) other_feed_->see_stored();
    return;
  }
  if (other_feed_) other_feed_->see_new(transaction.time, name);
  live_rows_.see(transaction.time);
  tell_news(row, name);
  has_news_ = true;
  const bool believed = recorder_ ? recorder_->push(transaction, row.time_text, own_columns_, row.line)
                                  : stream_->push(transaction, row.time_text, own_columns_, {row.line});
  if (believed) newest_ = transaction.time;
}

// The file begins once more, and this row was in it before.
bool Run::was_read(const Row& row, clock::RepeatedRows& repeated, bool as_it_comes) {
  if (!may_begin_again_) return false;
  const LocalTime& time = row.transaction.time;
  const bool is_another = row.begins_file && !repeated.begin_again(time, row.raw);
  if (is_another && !time.dated() && as_it_comes) {  // its clock may be of the next day
    stream_->start_file();
    if (dater_) dater_->start_file();
  }
  return !repeated.is_new(time, row.raw);
}

// False: the row is told as a bad one.
bool Run::adds_up(const Row& row, const read::RowReader& rows, const Transaction& transaction) {
  if (totals_.takes(transaction)) return true;
  const std::string reason = model::MinuteTotals::reason(transaction);
  bad_rows_.add({row.line, reason, row.raw, false, rows.header().line});
  return false;
}

// Rows of several minutes are no rows of a minute: the first hours tell, and not a quiet night alone.
void Run::refuse_bins(const LocalTime& time, const std::string& name) {
  if (!stream_->monitors() || !grain_.see(minute_of(time))) return;
  --minutes_to_look_at_;
  if (grain_.minutes() >= model::Grain::surely && grain_.step())
    throw Error(Fault::bad_data, name + ": " + grain_.reason());
}

// The row as the output has it; of one that cannot be written, nothing.
void Run::write_columns(const Row& row, read::RowReader& rows) {
  own_columns_.clear();
  if (const std::string reason = writer_.columns(row, rows, own_columns_); !reason.empty()) {
    own_columns_.clear();
    bad_rows_.add({row.line, reason, row.raw, false, rows.header().line});
  }
}

void Run::tell_news(const Row& row, const std::string& name) {
  if (!stream_->is_news(row.transaction.status)) return;
  notes_.say(name + ":" + std::to_string(row.line) + ": status '" + printable(row.transaction.status) +
             "' is not in the model; its score is that of one far from all others");
}

void Run::see_time(const LocalTime& time) {
  if (dater_ || time.dated() || options_.scoring.days.empty() || !stream_->monitors()) return;
  notes_.no_dates(options_.events);
}

// The first row without a date tells; where rows come as they happen, their day is no guess.
void Run::see_assumed_day(const LocalTime& claimed, const LocalTime& dated, const std::string& name) {
  if (claimed.dated() || !dater_ || options_.date || now_ || std::exchange(saw_no_date_, true)) return;
  constexpr std::int64_t hour = 3600;
  if (is_live_ && std::abs(to_seconds(dated) - to_seconds(local_now())) <= hour) return;
  notes_.assumed_day(name, dated);
}

std::unique_ptr<read::RowReader> Run::open(cli::InputFile& in, const std::string& name,
                                           read::BadRowHandler on_bad) const {
  return read::open_rows(in, name, read_options(), zone_, std::move(on_bad));
}

// Once, for a feed that has no end too.
void Run::tell_amounts(const read::RowReader& rows, const std::string& name) {
  const std::string problem = rows.amount_problem();
  if (std::exchange(amounts_told_, problem) != problem && !problem.empty()) notes_.say(name + ":" + problem);
}

void Run::sum_up() const {
  if (!options_.common.verbose) return;
  cli::say(tool, std::to_string(writer_.rows()) + " rows scored, " + std::to_string(writer_.alerts()) + " alerts, " +
                     std::to_string(bad_rows_.count()) + " bad rows");
}

read::ReadOptions Run::read_options() const {
  return {.format = options_.input.format,
          .columns = columns_,
          .reserved = reserved_,
          .labels = stream_->labels().all(),
          .amounts = recorder_ != nullptr};  // else they pass through, among the columns of their rows
}

}  // namespace pos::tools
