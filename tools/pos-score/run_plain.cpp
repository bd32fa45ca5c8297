// SPDX-License-Identifier: MIT
// Rows that need no closer look, many at a time. All others, and the first of each status, go one by one (run.cpp).
#include <algorithm>
#include <array>

#include "read/plain_rows.hpp"
#include "run.hpp"

namespace pos::tools {

// Nothing is asked of each row that only the other way does, and what begins a file is over.
bool Run::may_be_plain(Format format) const {
  const bool is_begun = !stream_->monitors() || (stream_->newest() && minutes_to_look_at_ <= 0);
  return is_begun && !recorder_ && !dater_ && status_watch_->is_settled() && writer_.writes_alone(format);
}

void Run::push_plain(std::span<const PlainRow> rows, read::RowReader& reader, const std::string& name) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const PlainRow& row = rows[i];
    const bool is_known = row.status < statuses_.size() && !model::MinuteTotals::looks_at(row.count);
    const bool is_again = is_known && may_begin_again_ && !repeated_.is_new(row.time, row.raw);
    if (is_known && !is_again) continue;
    judge_plain(rows.subspan(begin, i - begin), reader);
    begin = i + 1;
    if (is_again) {
      notes_.read_before(name + ":" + std::to_string(row.line));
      continue;
    }
    while (statuses_.size() <= row.status) learn_status(reader);
    Row whole;
    read::to_row(row, reader.status(row.status), reader.header().format, whole);
    push(whole, reader, name);
  }
  judge_plain(rows.subspan(begin), reader);
}

void Run::judge_plain(std::span<const PlainRow> rows, const read::RowReader& reader) {
  if (rows.empty()) return;
  if (state_) state_->see_rows(rows.size());
  live_rows_.see(rows.front().time);
  live_rows_.see(rows.back().time);
  has_news_ = true;
  if (!stream_->monitors()) {
    newest_ = rows.back().time;
    return write_alone(rows, reader);
  }
  for (const PlainRow& row : rows) {
    own_columns_.clear();
    writer_.own_columns(row, reader.header().format, own_columns_);
    const bool believed = stream_->push({row.time, reader.status(row.status), row.count, row.labels}, row.time_text,
                                        own_columns_, {row.line});
    if (believed) newest_ = row.time;
  }
}

// The next one in order of its number.
void Run::learn_status(const read::RowReader& reader) {
  const pipeline::RowScorer& scorer = stream_->scorer();
  const auto& status =
      statuses_.emplace_back(scorer.status(reader.status(static_cast<std::uint32_t>(statuses_.size()))));
  if (stream_->monitors()) return;
  auto& patterns = patterns_.emplace_back();
  write::AloneRows& alone = writer_.alone(reader.header().format);
  for (const bool alert : {false, true}) {
    const auto judge = [&](double score) { return scorer.judge(status, score, alert); };
    patterns[alert ? 1 : 0] = {judge(0).decision == Decision::alert, alone.pattern(judge)};
  }
}

void Run::write_alone(std::span<const PlainRow> rows, const read::RowReader& reader) {
  const pipeline::RowScorer& scorer = stream_->scorer();
  write::AloneRows& alone = writer_.alone(reader.header().format);
  std::array<double, read::PlainRows::at_once> scores;
  scorer.score(rows, statuses_, scores);
  std::size_t alerts = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const PlainRow& row = rows[i];
    const auto [is_alert, pattern] = patterns_[row.status][scorer.is_alert(scores[i]) ? 1 : 0];
    alerts += is_alert ? 1 : 0;
    if ((options_.alerts_only && !is_alert) || alone.append(row.raw, scores[i], pattern)) continue;
    writer_.alone_as_row(row, reader.header().format,
                         scorer.judge(statuses_[row.status], scores[i], scorer.is_alert(scores[i])));
  }
  writer_.count_alone(rows.size(), alerts);
}

}  // namespace pos::tools
