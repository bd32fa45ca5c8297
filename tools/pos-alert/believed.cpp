// SPDX-License-Identifier: MIT
#include "believed.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace pos::tools {
namespace {

constexpr LocalSeconds an_hour = 3600;
constexpr LocalSeconds some_minutes = 600;

}  // namespace

void Believed::push(Record&& record) {
  ++rows_;
  const LocalTime time = to_local_time(record.time);
  if (record.scored.expected) {
    if (!std::exchange(judged_, true)) {
      left_out_ += static_cast<std::int64_t>(waiting_.size());
      waiting_.clear();
    }
    return give(std::move(record));
  }
  if (judged_) {
    ++left_out_;
    return;
  }
  using Says = clock::Belief::Says;
  const Says says = belief_.hear(time);
  release();
  if (says == Says::believed) {
    give(std::move(record));
  } else if (says == Says::waits) {
    waiting_.push_back(std::move(record));
  } else {
    ++left_out_;
  }
}

void Believed::give(Record&& record) {
  if (newest_ != INT64_MIN && record.time < newest_ - some_minutes) ++late_;
  newest_ = std::max(newest_, record.time);
  take_(std::move(record));
}

// Those of which it is known now whether they are believed.
void Believed::release() {
  const std::vector<bool>& believed = belief_.settled();
  if (believed.empty() || waiting_.empty()) return;
  std::vector<Record> waited = std::exchange(waiting_, {});
  for (std::size_t i = 0; i < waited.size(); ++i) {
    if (believed[i]) {
      give(std::move(waited[i]));
    } else {
      ++left_out_;
    }
  }
}

void Believed::confirm(LocalSeconds now) {
  const bool is_live = newest_ == INT64_MIN || std::abs(now - newest_) <= an_hour;
  if (judged_ || waiting_.empty() || !is_live) return;
  const auto at = [now](LocalSeconds later) { return to_local_time(now + later); };
  belief_.confirm(at(-an_hour), at(some_minutes), at(an_hour));
  release();
}

void Believed::settle(LocalSeconds now) {
  if (judged_ || waiting_.empty()) return;
  belief_.settle_begin(to_local_time(now + an_hour));
  release();
}

void Believed::finish(LocalSeconds now) {
  if (judged_ || waiting_.empty()) return;
  belief_.finish(to_local_time(now + an_hour));
  release();
}

}  // namespace pos::tools
