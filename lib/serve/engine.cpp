// SPDX-License-Identifier: MIT
#include "serve/engine.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/count.hpp"
#include "base/error.hpp"
#include "cli/input.hpp"
#include "clock/dater.hpp"
#include "clock/feed_clock.hpp"
#include "clock/lead.hpp"
#include "history/row_hash.hpp"
#include "history/store.hpp"
#include "history/stream_models.hpp"
#include "model/training.hpp"
#include "pipeline/intake.hpp"
#include "pipeline/model_age.hpp"
#include "pipeline/resume.hpp"
#include "pipeline/status_watch.hpp"
#include "pipeline/stream.hpp"
#include "serve/body.hpp"
#include "serve/body_limits.hpp"
#include "read/fields.hpp"
#include "write/recommendation.hpp"

namespace pos::serve {
namespace {

constexpr std::string_view source = "pos-serve";  // what the history calls posted rows

// A key stands for one request: its kind and its bytes.
std::uint64_t request_hash(const Job& job) { return history::row_hash(static_cast<LocalSeconds>(job.kind), job.body); }

// A request while it is dealt with.
struct Work {
  Body body;
  std::uint64_t request = 0;
  std::size_t first = 0;             // of its rows, among those of all requests
  std::optional<std::string> added;  // to its rows, when it was sent before
  const Job* same = nullptr;         // one before it in this call
};

void refuse(Job& job, const Refusal& refusal) {
  job.status = refusal.status;
  job.answer = refusal.to_json();
}

}  // namespace

model::Model load_model(const EngineSettings& settings) {
  if (settings.model.empty()) return model::untrained();
  model::Model model = model::parse_model(cli::read_file(settings.model), settings.model);
  pipeline::refuse_blind(model, settings.scoring, settings.model);
  return model;
}

struct Engine::State {
  State(const EngineSettings& engine_settings, const read::TimeZone& time_zone);

  void open_stream();
  void begin_dates();
  bool is_sent_again(const Job& job, Work& work, std::span<const Job> before);
  void read(Job& job, Work& work, std::span<const Job> before);
  std::optional<Refusal> read_body(const Job& job, Body& body, std::optional<clock::Dater>& to);
  [[nodiscard]] bool is_recording(const Body& body) const;
  [[nodiscard]] std::string why_unjudged(LocalTime time, bool is_wrong) const;
  void answer(Job& job, Work& work);
  void score(std::span<Job> jobs);
  Commit commit();
  void undo();
  void close();
  void expect_more_rows();
  void count(const Transaction& row);
  template <typename Step>
  Commit all_or_none(Step step);

  EngineSettings settings;
  const read::TimeZone& zone;
  clock::FeedClock clock;
  clock::Lead lead;
  model::Model model;
  history::Store store;
  std::unique_ptr<pipeline::Intake> intake;  // null after an error: what was counted may not be stored
  pipeline::StatusWatch status_watch;
  bool told_absent = false;
  std::optional<clock::Dater> dates;
  BodyLimits limits;
  std::map<std::string_view, std::size_t> keys;  // of this call's requests that are good
  std::vector<std::string> unjudged;             // why, of each row of theirs; empty: it was judged
  std::map<std::string, std::int64_t, std::less<>> uncommitted;  // transactions by status, what the commit is to tell
  LocalSeconds uncommitted_time = 0;                             // of the last row,
  std::string uncommitted_clock;                                 // and its text
  std::optional<PostedClock> last_clock;
  std::size_t bytes = 0;                         // that this call was to score,
  std::size_t most_unstored = 0;                 // and the most of one that could not be stored
  LocalTime now;
  News news;
  std::string note;
};

Engine::State::State(const EngineSettings& engine_settings, const read::TimeZone& time_zone)
    : settings(engine_settings),
      zone(time_zone),
      clock(settings.grace),
      model(load_model(settings)),
      store(settings.history, {model.sha256, settings.model, pipeline::trained_to(model)}, settings.stream),
      status_watch(pipeline::volume_of(model), settings.scoring) {
  settings.scoring.zone = zone.wall();
  if (settings.scoring.policy == pipeline::Policy::above_normal && !store.try_lock_monitor()) {
    throw Error(Fault::unavailable, settings.history + ": another program stores rows of this stream (--stream NAME " +
                                        "keeps two feeds apart)");
  }
  store.set_patience(patience);
  store.checkpoint_beside();
  store.begin_posts(source);
  if (settings.scoring.policy != pipeline::Policy::above_normal) store.settle_posts(source);
  if (settings.model.empty()) note = pipeline::note_without_model(store);
  open_stream();
  news.last_id = store.last_id();
  store.set_patience(std::chrono::seconds(0));
}

// Where the history ends: the state of the monitor, and the rows whose minute is open.
void Engine::State::open_stream() {
  store.drop_waiting();
  auto new_intake = std::make_unique<pipeline::Intake>(store, model, settings.scoring);
  begin_dates();
  intake = std::move(new_intake);
}

void Engine::State::begin_dates() {
  dates.reset();
  if (!settings.date) return;
  dates.emplace(*settings.date, zone.wall());
  const auto newest = store.newest_of(source);
  if (!newest) return;
  const LocalTime last = to_local_time(*newest);
  if (last.day >= *settings.date) static_cast<void>(dates->date(last));
}

// Anything that fails undoes all of it, in the history and here.
template <typename Step>
Commit Engine::State::all_or_none(Step step) {
  if (!intake) {
    store.check_in_place();
    open_stream();
  }
  try {
    step();
    return commit();
  } catch (const Error&) {
    undo();
    throw;
  } catch (...) {
    intake.reset();
    uncommitted.clear();
    throw;
  }
}

void Engine::State::undo() {
  constexpr std::size_t most = std::size_t{4} << 20;
  most_unstored = std::min(most, std::max(most_unstored, bytes));
  intake.reset();
  uncommitted.clear();
}

Commit Engine::State::commit() {
  try {
    intake->commit();
  } catch (const Error& error) {
    if (error.fault() == Fault::temporary) return Commit::later;
    throw;
  }
  for (const auto& [status, number] : uncommitted) add_count(news.counts[status], number);
  if (!uncommitted.empty()) {
    last_clock.reset();
    if (!uncommitted_clock.empty()) last_clock = {uncommitted_time, std::move(uncommitted_clock)};
  }
  uncommitted.clear();
  const auto decided = intake->take_decided();
  news.decided.insert(news.decided.end(), decided.begin(), decided.end());
  news.were_open = intake->stream().monitors();
  news.last_id = store.last_id();
  return Commit::done;
}

void Engine::State::score(std::span<Job> jobs) {
  std::vector<Work> works(jobs.size());
  keys.clear();
  unjudged.clear();
  uncommitted.clear();
  for (std::size_t i = 0; i < jobs.size(); ++i) read(jobs[i], works[i], jobs.first(i));
  intake->judge();
  for (std::size_t i = 0; i < jobs.size(); ++i) answer(jobs[i], works[i]);
}

// True: nothing of it is to be scored, whatever comes of it.
bool Engine::State::is_sent_again(const Job& job, Work& work, std::span<const Job> before) {
  if (job.key.empty()) return false;
  work.request = request_hash(job);
  if (const auto same = keys.find(job.key); same != keys.end()) {
    work.same = &before[same->second];
    return true;
  }
  auto kept = store.answer(job.key, to_seconds(now));
  if (!kept) return false;
  if (kept->request == work.request) work.added = std::move(kept->added);
  return true;
}

void Engine::State::read(Job& job, Work& work, std::span<const Job> before) {
  job.status = 200;
  job.rows = job.alerts = 0;
  const bool again = is_sent_again(job, work, before);
  const bool is_other = work.same != nullptr ? request_hash(*work.same) != work.request : again && !work.added;
  if (is_other) {
    work.same = nullptr;
    refuse(job, {422, "Idempotency-Key is that of another request", std::nullopt});
    return;
  }
  if (work.same != nullptr) return;
  std::optional<clock::Dater> then = dates;  // a row that is not scored again moves no date
  if (const auto refusal = read_body(job, work.body, again ? then : dates)) {
    refuse(job, *refusal);
    return;
  }
  if (again) return;
  if (const auto refusal = limits.take(work.body, intake->stream().monitors())) return refuse(job, *refusal);
  if (!job.key.empty()) keys.emplace(job.key, before.size());
  work.first = intake->judged().size();
  if (work.body.rows() > 0) uncommitted_clock = work.body.last_clock();
  const bool recording = is_recording(work.body);
  work.body.for_each([&](const Transaction& row, const Body::Row& told) {
    using Time = pipeline::Intake::Time;
    status_watch.push(row.status);
    count(row);
    const bool believed = told.believed && lead.believes(row.time, now, recording);
    // One client a little ahead of the others does not say what time it is for them.
    const LocalTime feed_now = later(now, lead.of_feed().count());
    clock::FeedClock next = clock;
    next.hear(seconds_between(feed_now, row.time) > std::chrono::seconds(0) ? feed_now : row.time, now);
    const Time time = !believed ? Time::wrong : next.is_live() ? Time::now : Time::other;
    intake->stream().hold_from(time == Time::now ? std::optional(feed_now) : std::nullopt);
    if (intake->take(row, told.hash, time) == pipeline::Standing::judged) {
      unjudged.emplace_back();
      clock = next;
    } else {
      unjudged.push_back(why_unjudged(row.time, time == Time::wrong));
      ++news.unjudged;
      news.last_unjudged = to_seconds(row.time);
    }
  });
  if (status_watch.misses() && !std::exchange(told_absent, true)) news.absent = status_watch.why();
}

void Engine::State::count(const Transaction& row) {
  const auto at = uncommitted.find(row.status);
  add_count(at != uncommitted.end() ? at->second : uncommitted[std::string(row.status)], row.count);
  uncommitted_time = to_seconds(row.time);
}

std::string Engine::State::why_unjudged(LocalTime time, bool is_wrong) const {
  if (!is_wrong) return write::not_judged(write::Unjudged::late, intake->late_by(time).count());
  const auto ahead = seconds_between(now, time);
  return write::not_judged(ahead.count() > 0 ? write::Unjudged::ahead : write::Unjudged::alone, ahead.count());
}

// What keeps us from reading it, such as a library that is missing, is no trouble of the history.
std::optional<Refusal> Engine::State::read_body(const Job& job, Body& body, std::optional<clock::Dater>& to) {
  try {
    return body.read(settings, intake->stream().labels(), zone, job.kind, job.body, to, now);
  } catch (const Error& error) {
    return Refusal{503, error.what(), std::nullopt};
  }
}

// Of more than a few minutes, all of them over an hour ahead, where no row has come that went by the clock.
bool Engine::State::is_recording(const Body& body) const {
  constexpr std::size_t many = 5;
  if (clock.is_live() && clock.has_heard()) return false;
  std::set<std::int64_t> minutes;
  bool is_ahead = true;
  body.for_each([&](const Transaction& row, const Body::Row&) {
    if (minutes.empty()) is_ahead = seconds_between(now, row.time) > std::chrono::hours(1);
    if (minutes.size() < many) minutes.insert(minute_of(row.time));
  });
  return minutes.size() >= many && is_ahead;
}

void Engine::State::answer(Job& job, Work& work) {
  if (job.status != 200) return;
  if (work.same != nullptr) {
    job.status = work.same->status;
    job.answer = work.same->answer;
    return;
  }
  if (work.added) {
    job.answer = work.body.answer(*work.added);
    return;
  }
  const auto scored = intake->judged().subspan(work.first, work.body.rows());
  job.rows = static_cast<std::int64_t>(scored.size());
  job.alerts =
      std::count_if(scored.begin(), scored.end(), [](const Scored& row) { return row.decision == Decision::alert; });
  std::string added = work.body.added(scored, std::span(unjudged).subspan(work.first, scored.size()));
  job.answer = work.body.answer(added);
  if (!job.key.empty()) store.keep_answer(job.key, {work.request, std::move(added)}, to_seconds(now));
}

Engine::Engine(const EngineSettings& settings, const read::TimeZone& zone, LocalTime now)
    : state_(std::make_unique<State>(settings, zone)) {
  state_->now = now;
  if (const auto end = state_->intake->end()) state_->lead.go_on(*end, to_seconds(now));
}

Engine::~Engine() = default;

Commit Engine::score(std::span<Job> jobs, LocalTime now) {
  State& s = *state_;
  s.now = now;
  s.bytes = 0;
  for (const Job& job : jobs) s.bytes += job.body.size();
  return s.all_or_none([&] { s.score(jobs); });
}

Commit Engine::pass_time(LocalTime now) {
  State& s = *state_;
  s.now = now;
  s.bytes = 0;
  return s.all_or_none([&] {
    if (const auto then = s.clock.at(now)) s.intake->pass_time(*then);
  });
}

Commit Engine::commit() {
  return state_->all_or_none([] {});
}

void Engine::give_up() { state_->undo(); }

void Engine::prove_storable() {
  constexpr std::size_t least = std::size_t{256} << 10;
  state_->store.check_writable(std::max(least, 2 * state_->most_unstored));
  state_->most_unstored = 0;
}

void Engine::check_in_place() { state_->store.check_in_place(); }

void Engine::State::expect_more_rows() {
  const auto then = clock.at(now);
  LocalSeconds end = 0;  // of the last open minute
  intake->stream().judge_open([&end](const pipeline::JudgedMinute& minute) { end = to_seconds(minute.begin) + 60; });
  if (then && to_seconds(*then) < end) intake->stream().expect_more_rows();
}

void Engine::State::close() {
  const Commit closed = all_or_none([this] {
    expect_more_rows();
    intake->stream().finish_for_now();
  });
  if (closed == Commit::done) return;
  intake.reset();
  throw Error(Fault::temporary, store.path() + ": in use by another program for too long");
}

void Engine::close(LocalTime now) {
  state_->now = now;
  state_->store.set_patience(patience);
  state_->close();
}

void Engine::use(model::Model model, model::SpecialDays days, LocalTime now) {
  State& s = *state_;
  s.now = now;
  s.close();
  static_cast<void>(s.all_or_none([&] {
    s.store.models().use({model.sha256, s.settings.model, pipeline::trained_to(model)});
    s.model = std::move(model);
    s.settings.scoring.days = std::move(days);
    s.status_watch = pipeline::StatusWatch(pipeline::volume_of(s.model), s.settings.scoring);
    s.told_absent = false;
    s.open_stream();
  }));
}

News Engine::take_news() {
  News news = state_->news;
  news.lead = state_->lead.take_news();
  news.is_live = !state_->intake || !state_->intake->stream().monitors() || state_->clock.is_live();
  state_->news.decided.clear();
  state_->news.unjudged = 0;
  state_->news.absent.clear();
  state_->news.counts.clear();
  return news;
}

std::optional<LocalSeconds> Engine::trained_to() const { return pipeline::trained_to(state_->model); }
const model::SpecialDays& Engine::days() const { return state_->settings.scoring.days; }
const std::optional<Engine::PostedClock>& Engine::last_clock() const { return state_->last_clock; }
const std::string& Engine::note() const { return state_->note; }
const std::string& Engine::model_sha256() const { return state_->model.sha256; }

}  // namespace pos::serve
