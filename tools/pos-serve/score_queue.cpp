// SPDX-License-Identifier: MIT
#include "score_queue.hpp"

#include <utility>

#include "base/error.hpp"

namespace pos::tools {
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

ScoreQueue::ScoreQueue(const WallClock& clock, Metrics& metrics, Engine& engine, Post post, Scored scored)
    : clock_(clock), metrics_(metrics), engine_(&engine), post_(std::move(post)), scored_(std::move(scored)) {}

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
  std::vector<Waiting> batch;
  std::size_t bytes = 0;
  while (!waiting_.empty() && (batch.empty() || bytes + waiting_.front().job.body.size() <= bytes_at_once)) {
    bytes += waiting_.front().job.body.size();
    batch.push_back(std::move(waiting_.front()));
    waiting_.pop_front();
  }
  bytes_ -= bytes;
  if (!waiting_.empty()) post_([this] { gather(); });
  score(batch);
}

void ScoreQueue::score(std::vector<Waiting>& batch) {
  std::vector<Job> jobs;
  jobs.reserve(batch.size());
  for (Waiting& one : batch) jobs.push_back(std::move(one.job));
  try {
    engine_->score(jobs, clock_.time());
  } catch (const Error& error) {
    ++metrics_.commit_failures;
    for (Waiting& one : batch) one.respond(busy_response("the rows could not be stored: none of them is"));
    scored_(error.what());
    return;
  }
  ++metrics_.commits;
  for (std::size_t i = 0; i < batch.size(); ++i) {
    batch[i].job = std::move(jobs[i]);
    answer(batch[i]);
  }
  scored_({});
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

}  // namespace pos::tools
