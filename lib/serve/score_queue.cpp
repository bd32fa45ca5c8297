// SPDX-License-Identifier: MIT
#include "serve/score_queue.hpp"

#include <algorithm>
#include <new>
#include <utility>

#include "base/error.hpp"

namespace pos::serve {
namespace {

constexpr std::size_t most_gathered = 64;
constexpr std::size_t most_bytes = std::size_t{64} << 20;
// Then other connections have their turn: a small request shall not wait for a hundred large ones.
constexpr std::size_t bytes_at_once = std::size_t{2} << 20;

const char* type_of(const Job& job) {
  if (job.status != 200 || job.kind == BodyKind::json) return "application/json";
  return job.kind == BodyKind::csv ? "text/csv; charset=utf-8" : "application/x-ndjson";
}

}  // namespace

ScoreQueue::ScoreQueue(const WallClock& clock, Metrics& metrics, Engine& engine, Post post, Later later, Scored scored)
    : clock_(clock),
      metrics_(metrics),
      engine_(&engine),
      post_(std::move(post)),
      later_(std::move(later)),
      scored_(std::move(scored)) {}

void ScoreQueue::add(Job job, Respond respond) {
  if (!waiting_.empty() && bytes_ + job.body.size() > most_bytes) {
    respond(busy_response("too many rows are waiting to be scored"));
    return;
  }
  bytes_ += job.body.size();
  waiting_.push_back({std::move(job), std::move(respond), Clock::now()});
  if (waiting_.size() == 1) post_([this] { gather(); });
}

// As long as each turn of the loop brings more requests, they are waited for: clients that were answered together come
// again together.
void ScoreQueue::gather() {
  if (waiting_.size() > gathered_ && gathered_ < most_gathered) {
    gathered_ = waiting_.size();
    post_([this] { gather(); });
    return;
  }
  gathered_ = 0;
  score_some();
}

void ScoreQueue::score_some() {
  if (commits_ || waiting_.empty()) return;  // finish() goes on with them
  take_batch();
  give_up_at_ = batch_.front().since + Engine::patience;
  run([this] { return engine_->score(jobs_, clock_.time()); });
}

void ScoreQueue::take_batch() {
  batch_.reserve(waiting_.size());
  jobs_.reserve(waiting_.size());
  std::size_t bytes = 0;
  const auto fits = [&](const Waiting& one) {
    return batch_.empty() || (!one.alone && !batch_.back().alone && bytes + one.job.body.size() <= bytes_at_once);
  };
  while (!waiting_.empty() && fits(waiting_.front())) {
    bytes += waiting_.front().job.body.size();
    batch_.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
    jobs_.push_back(std::move(batch_.back().job));
  }
  bytes_ -= bytes;
}

void ScoreQueue::pass_time() {
  if (commits_) return;
  give_up_at_ = Clock::now() + Engine::patience;
  run([this] { return engine_->pass_time(clock_.time()); });
}

// Of the engine: one that ends with a commit.
template <typename Step>
void ScoreQueue::run(Step step) {
  try {
    commits_ = step() == Commit::later;
  } catch (const Error& error) {
    if (error.fault() == Fault::system) return run_out_of_memory();
    return fail(error.what());
  } catch (const std::bad_alloc&) {
    return run_out_of_memory();
  }
  if (!commits_) return finish();
  if (Clock::now() < give_up_at_) return commit_later();
  engine_->give_up();
  fail("the history is in use by another program for too long");
}

void ScoreQueue::commit_later() {
  constexpr std::chrono::milliseconds shortest(1), longest(25);
  pause_ = std::clamp(2 * pause_, shortest, longest);
  later_(pause_, [this] { run([this] { return engine_->commit(); }); });
}

void ScoreQueue::finish() {
  auto batch = std::exchange(batch_, {});
  auto jobs = std::exchange(jobs_, {});
  go_on();
  if (!batch.empty()) ++metrics_.commits;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    batch[i].job = std::move(jobs[i]);
    answer(batch[i]);
  }
  scored_({});
}

void ScoreQueue::fail(const std::string& problem) {
  const auto batch = std::exchange(batch_, {});
  jobs_.clear();
  go_on();
  if (!batch.empty()) ++metrics_.commit_failures;
  for (const Waiting& one : batch) one.respond(busy_response("the rows could not be stored: none of them is"));
  refuse_late();
  scored_(problem);
}

// They have waited as long, and would wait in vain.
void ScoreQueue::refuse_late() {
  const auto late = Clock::now() - Engine::patience;
  while (!waiting_.empty() && waiting_.front().since <= late) {
    bytes_ -= waiting_.front().job.body.size();
    waiting_.front().respond(busy_response("the rows could not be stored: none of them is"));
    waiting_.pop_front();
  }
}

// Whose body it is shows when each is scored alone.
void ScoreQueue::run_out_of_memory() {
  auto batch = std::exchange(batch_, {});
  auto jobs = std::exchange(jobs_, {});
  if (batch.size() == 1) {
    jobs.clear();  // first, so that there is enough for the answer
    batch.front().respond(busy_response("there is not enough memory to score this body: send it in parts"));
  } else {
    for (std::size_t i = batch.size(); i-- > 0;) {
      batch[i].job = std::move(jobs[i]);
      batch[i].alone = true;
      bytes_ += batch[i].job.body.size();
      waiting_.push_front(std::move(batch[i]));
    }
  }
  go_on();
}

void ScoreQueue::go_on() {
  commits_ = false;
  pause_ = {};
  if (!waiting_.empty()) post_([this] { gather(); });
}

void ScoreQueue::answer(Waiting& waiting) {
  metrics_.scoring.add(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - waiting.since));
  Job& job = waiting.job;
  if (job.status == 200) {
    metrics_.rows += static_cast<std::uint64_t>(job.rows);
    metrics_.alerts += static_cast<std::uint64_t>(job.alerts);
  }
  waiting.respond(text_response(job.status, type_of(job), std::move(job.answer)));
}

}  // namespace pos::serve
