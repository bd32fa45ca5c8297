// SPDX-License-Identifier: MIT
// Files that can be gone over more than once: are their rows in order of time, and if not, when were they?
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "cli/run_tool.hpp"
#include "cli/signals.hpp"
#include "clock/steps_back.hpp"
#include "model/grain.hpp"
#include "read/text_order.hpp"
#include "run.hpp"

namespace pos::tools {

// True: the rows of the file stand in order of time, and can be judged as they come.
bool Run::survey(cli::InputFile& in, const std::string& name, clock::FileOrder& order) {
  const auto first = look_at_begin(in, name);
  if (!stream_->monitors() && !recorder_) return true;
  const bool may_be_judged_again = recorder_ && stream_->monitors() && first && store_->holds_unjudged(*first);
  const bool plain = read::stands_in_order(in, name, read_options());
  in.rewind();
  if (plain && !may_be_judged_again) return true;
  clock::StepsBack steps;
  each_row(in, name, [&](const Row& row) {
    may_begin_again_ = may_begin_again_ || row.begins_file;
    order.see(row.transaction.time, row.transaction.status);
    steps.see(row.transaction.time, row.transaction.status);
  });
  if (const std::string words = steps.words(); !words.empty() && !may_begin_again_) cli::say(tool, name + ": " + words);
  if (may_begin_again_) {
    order = {};
    clock::RepeatedRows repeated;
    each_row(in, name, [&](const Row& row) {
      if (!was_read(row, repeated, false)) order.see(row.transaction.time, row.transaction.status);
    });
  }
  order.end_first(confirmed());
  return order.in_order() && !may_be_judged_again;
}

// Refuses bins, and words that the model does not have, before anything is shown. Returns when the first row was.
std::optional<LocalSeconds> Run::look_at_begin(cli::InputFile& in, const std::string& name) {
  const auto rows = open(in, name, [](const BadRow&) {});
  model::Grain grain;
  const Row* row = rows->next();
  std::optional<LocalSeconds> first;
  if (row != nullptr && row->transaction.time.dated()) first = to_seconds(row->transaction.time);
  if (row != nullptr && dater_ && !first) first = to_seconds(clock::Dater(*dater_).date(row->transaction.time));
  pipeline::StatusWatch words = *status_watch_;
  for (bool is_grain_known = !stream_->monitors(); row != nullptr && !(is_grain_known && words.is_settled());) {
    const bool may_know = !is_grain_known && grain.see(minute_of(row->transaction.time));
    is_grain_known = is_grain_known || (may_know && !grain.step());  // what looks like bins may be a quiet night
    words.push(row->transaction.status);
    row = rows->next();
  }
  if (stream_->monitors() && grain.step()) throw Error(Fault::bad_data, name + ": " + grain.reason());
  if (words.is_worthless()) throw Error(Fault::bad_data, name + ": " + words.why());
  in.rewind();
  return first;
}

// Judged in order of time, shown in their own.
void Run::read_whole(cli::InputFile& in, const std::string& name, clock::FileOrder& order, bool is_last) {
  whole_->begin();
  const Counted counted = count(in, name, order);
  if (cli::stop_requested()) return;
  order.reread();
  if (counted.is_worth_another_judgement()) {
    judge_again(in, name, order, counted.unjudged, is_last);
    order.reread();
  }
  if (recorder_) recorder_->begin_file(name);
  if (order.in_order()) return read_as_it_comes(in, name, is_last);
  if (const auto span = whole_->span(); span && order.dated()) {
    refuse_earlier(span->first, name);
    note_end(span->second, name);
  }
  if (counted.stored > 0) recorder_->go_on();
  const auto restore_until = [this](LocalSeconds time) {
    if (recorder_) recorder_->restore_until(time);
  };
  whole_->judge(*stream_, restore_until, [&] { finish(name, is_last); });
  if (order.dated() && stream_->replays()) notes_.replay(name);
  show(in, name, order);
}

// More than a few rows that could have a decision have none.
bool Run::Counted::is_worth_another_judgement() const {
  const std::size_t without = unjudged.size() + (stored > 0 ? late : 0);
  return without > (stored + fresh) / 100;
}

// Rows of this file were stored without a decision, as late ones of a pipe are, or would be late now. All that the
// history has of this model is judged from where the model begins, with them.
void Run::judge_again(cli::InputFile& in, const std::string& name, clock::FileOrder& order,
                      std::span<const std::int64_t> unjudged, bool is_last) {
  notes_.say(name + ": has rows that were not judged when they came; " + options_.history +
             " is judged again with them");
  whole_->begin();
  recorder_->begin_file(name);
  clock::RepeatedRows repeated;
  each_row(in, name, [&](const Row& row) {
    if (was_read(row, repeated, false)) return;
    const Transaction& claimed = row.transaction;
    const auto [minute, says] = order.place(claimed.time, claimed.status);
    const Transaction transaction{time_of(minute, claimed.time), claimed.status, claimed.count, claimed.labels,
                                  claimed.amount};
    const bool is_stored = recorder_->stored(transaction, row.raw) != nullptr;
    if (!is_stored && says == clock::FileOrder::Says::believed)
      recorder_->keep_open(transaction, stream_->score_alone(transaction));
  });
  store_->open_again(unjudged);
  open_stream(load_model());
  recorder_->settle_stored([&] {  // what is shown next has its decision
    is_last && !now_ ? stream_->finish_for_now() : stream_->finish();
  });
}

template <typename Take>
void Run::each_row(cli::InputFile& in, const std::string& name, Take take) {
  const auto rows = open(in, name, [](const BadRow&) {});  // told when they are shown
  while (const Row* row = rows->next()) take(*row);
  in.rewind();
}

LocalTime Run::time_of(clock::Minute minute, LocalTime claimed) const {
  if (claimed.dated()) return claimed;
  LocalTime time = to_local_time(minute * 60);
  time.day += first_day_;
  time.second_of_day = claimed.second_of_day;
  return zone_.wall().settle(time);
}

Run::Counted Run::count(cli::InputFile& in, const std::string& name, clock::FileOrder& order) {
  struct Undecided {
    LocalTime time;
    std::string status;
    std::int64_t count;
    std::string labels;
    bool is_new;
  };
  std::vector<Undecided> undecided;
  Counted counted;
  const auto next = recorder_ ? stream_->next_time() : std::nullopt;
  model::MinuteTotals totals;
  clock::RepeatedRows repeated;
  bool first = true;
  each_row(in, name, [&](const Row& row) {
    if (was_read(row, repeated, false)) return;
    const Transaction& claimed = row.transaction;
    if (std::exchange(first, false) && dater_) first_day_ = order.dated() ? 0 : dater_->date(claimed.time).day;
    const auto [minute, says] = order.place(claimed.time, claimed.status);
    const LocalTime time = time_of(minute, claimed.time);
    refuse_undated(claimed.time, time, name + ":" + std::to_string(row.line));
    see_assumed_day(claimed.time, time, name);
    const Transaction dated{time, claimed.status, claimed.count};
    if (!totals.takes(dated)) return;
    const history::StoredRow* stored = recorder_ ? recorder_->stored(dated, row.raw) : nullptr;
    const bool believed = says == clock::FileOrder::Says::believed;
    if (believed && now_ && (!newest_ || to_seconds(time) > to_seconds(*newest_))) newest_ = time;
    if (other_feed_) stored != nullptr ? other_feed_->see_stored() : other_feed_->see_new(time, name);
    if (stored != nullptr) {
      ++counted.stored;
      const bool could_be_judged = believed && stream_->monitors() && time.clock != LocalTime::Clock::twice;
      if (could_be_judged && !stored->record.open && !stored->record.scored.expected)
        counted.unjudged.push_back(stored->id);
    } else {
      has_news_ = true;
      ++counted.fresh;
      if (believed && next && time.clock != LocalTime::Clock::twice && minute_of(time) < minute_of(*next))
        ++counted.late;
    }
    if (says == clock::FileOrder::Says::undecided) {
      undecided.push_back({time, std::string(claimed.status), claimed.count, {}, stored == nullptr});
      pipeline::append_labels(undecided.back().labels, claimed.labels);
    } else if (believed && stored == nullptr) {
      whole_->count({time, claimed.status, claimed.count, claimed.labels});
    }
  });
  if (other_feed_) other_feed_->end_file(name);
  order.end_second();
  pipeline::SplitLabels split;
  for (std::size_t i = 0; i < undecided.size(); ++i) {
    const Undecided& row = undecided[i];
    if (!order.decided()[i] || !row.is_new) continue;
    whole_->count({row.time, row.status, row.count, split.of(row.labels, stream_->labels().size())});
  }
  return counted;
}

// What was made up before that time: stored by an earlier run, or now.
void Run::tell_made_up(const std::optional<LocalTime>& time, const std::string& time_like, const LocalTime& like) {
  if (recorder_) recorder_->recall_until(time, time_like, like);
  whole_->tell_until(time, time_like, like);
}

void Run::show(cli::InputFile& in, const std::string& name, clock::FileOrder& order) {
  const auto rows = open(in, name, [this](const BadRow& row) { bad_rows_.add(row); });
  writer_.begin_file(rows->header(), name);
  std::string time_like;
  LocalTime like{};
  LocalTime latest{};
  std::string labels;
  while (const Row* row = rows->next()) {
    if (was_read(*row, repeated_, false)) {
      notes_.read_before(name + ":" + std::to_string(row->line));
      continue;
    }
    const Transaction& claimed = row->transaction;
    const auto [minute, says] = order.place(claimed.time, claimed.status);
    const LocalTime time = time_of(minute, claimed.time);
    const Transaction transaction{time, claimed.status, claimed.count, claimed.labels, claimed.amount};
    if (stream_->is_total(transaction)) continue;
    labels.clear();
    pipeline::append_labels(labels, claimed.labels);
    see_time(claimed.time);
    if (!adds_up(*row, *rows, transaction)) continue;
    const bool believed = says == clock::FileOrder::Says::believed;
    if (believed) {
      const bool is_later = minute_of(time) > minute_of(latest);
      if (order.ascends() && !time_like.empty() && is_later) tell_made_up(time, time_like, like);
      time_like = row->time_text;
      like = time;
      if (is_later || to_seconds(time) > to_seconds(latest)) latest = time;
    }
    write_columns(*row, *rows);
    status_watch_->push(claimed.status);
    if (recorder_ && recorder_->recall_row(transaction, row->raw, own_columns_)) continue;
    tell_news(*row, name);
    const bool is_twice = time.clock == LocalTime::Clock::twice;          // which is no fault of the row
    const bool is_judged = believed || is_twice || !stream_->monitors();  // by the forest alone
    const auto standing = is_judged ? pipeline::Standing::judged : pipeline::Standing::not_believed;
    const pipeline::Origin origin = recorder_ ? recorder_->origin(row->line) : pipeline::Origin{row->line};
    whole_->show(*stream_, {own_columns_, time, claimed.status, claimed.count, origin, false, standing, labels});
  }
  tell_made_up(std::nullopt, time_like, like);
  whole_->end(time_like, like);
  writer_.end_file();
  tell_amounts(*rows, name);
  if (dater_) static_cast<void>(dater_->date(latest));
  in.rewind();
}

}  // namespace pos::tools
