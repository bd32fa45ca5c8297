// SPDX-License-Identifier: MIT
#include "serve/body.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <utility>

#include "base/error.hpp"
#include "base/json.hpp"
#include "base/record.hpp"
#include "base/text.hpp"
#include "clock/file_order.hpp"
#include "clock/repeated_rows.hpp"
#include "history/row_hash.hpp"
#include "read/bad_rows.hpp"
#include "read/byte_source.hpp"
#include "read/fields.hpp"
#include "read/json_rows.hpp"
#include "write/recommendation.hpp"

namespace pos::serve {
namespace {

// Columns that are added, and so cannot come in.
std::vector<std::string_view> names_of(const write::ExtraColumns& extra) {
  std::vector<std::string_view> names(scored_columns.begin(), scored_columns.end());
  if (extra.key) names.push_back(key_column);
  if (extra.where) names.push_back(where_column);
  if (extra.explain) names.push_back(explain_column);
  names.push_back(recommendation_column);
  names.push_back(write::judged_column);
  return names;
}

class BodySource final : public read::ByteSource {
 public:
  explicit BodySource(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(char* to, std::size_t size) override {
    const std::size_t n = std::min(size, bytes_.size());
    std::memcpy(to, bytes_.data(), n);
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
};

// A row may be no JSON at all, and then the body is none; else it is the row that is wrong.
Refusal refuse_row(std::string_view reason, std::optional<std::int64_t> row) {
  Refusal refusal{reason.starts_with(read::not_json) ? 400U : 422U, std::string(reason), row};
  for (const std::string_view column : {"time", "status", "count"}) {
    if (reason.starts_with(column) && reason.substr(column.size()).starts_with(' ')) refusal.column = column;
  }
  return refusal;
}

clock::Dater begin_today(LocalTime first, LocalTime now, const Zone& zone) {
  const bool of_yesterday = !first.dated() && first.second_of_day > now.second_of_day + 3600;
  return clock::Dater(now.day - (of_yesterday ? 1 : 0), zone);
}

void append_error(std::string& out, const Refusal* refusal) {
  JsonObject object(out);
  object.number("row", refusal->row);
  if (!refusal->column.empty()) object.text("column", refusal->column);
  object.text("message", refusal->error).end();
}

// Of rows that cannot be used.
void add(std::optional<Refusal>& bad, Refusal refusal) {
  if (!bad) {
    bad = std::move(refusal);
  } else if (bad->more.size() + 1 < Refusal::most_told) {
    bad->more.push_back(std::move(refusal));
  }
}

std::size_t number_of(const std::optional<Refusal>& bad) { return bad ? 1 + bad->more.size() : 0; }

}  // namespace

std::string Refusal::to_json() const {
  std::string json;
  JsonObject object(json);
  object.text("error", error);
  if (row) object.number("row", *row);
  if (!column.empty()) object.text("column", column);
  if (row) {
    std::vector<const Refusal*> all = {this};
    for (const Refusal& one : more) all.push_back(&one);
    object.array("errors", all, append_error);
  }
  object.end();
  return json + "\n";
}

std::optional<Refusal> Body::read(const EngineSettings& settings, const pipeline::LabelColumns& columns,
                                  const read::TimeZone& zone, BodyKind kind, std::string_view bytes,
                                  std::optional<clock::Dater>& dates, LocalTime now) {
  kind_ = kind;
  blank_ = bytes.find_first_not_of(" \t\r\n") == std::string_view::npos;
  if (blank_) return std::nullopt;
  read::JsonRows json;
  if (kind == BodyKind::json) {
    json = read::json_rows(bytes);
    if (!json.problem.empty()) return refuse_row(json.problem, json.row);
    array_ = json.array;
    bytes = json.lines;
  }
  label_columns_ = columns.size();
  const Format format = kind == BodyKind::csv ? Format::csv : Format::ndjson;
  const write::ExtraColumns extra{.key = !columns.by.empty(),
                                  .where = !columns.where.empty(),
                                  .explain = settings.scoring.explain,
                                  .recommend = true};
  format_ = write::make_scored_format(format, extra);
  const std::vector<std::string_view> reserved = names_of(extra);
  BodySource source(bytes);
  std::optional<Refusal> bad;
  const auto tell = [&](const BadRow& row) {
    if (!row.goes_on) add(bad, refuse_row(row.reason, static_cast<std::int64_t>(rows_.size() + number_of(bad)) + 1));
  };
  unsigned status = 400;
  try {
    const auto rows = read::open_rows(
        source, "body",
        {.format = format, .columns = settings.columns, .reserved = reserved, .labels = columns.all(), .amounts = true},
        zone, tell);
    format_->header(rows->header(), "body", header_);
    status = 422;  // from here on it is a row that says the header is not understood
    return read_rows(*rows, bad, dates, now, zone.wall());
  } catch (const Error& error) {
    if (error.fault() != Fault::bad_data) throw;
    return Refusal{status, error.what(), std::nullopt};
  }
}

std::optional<Refusal> Body::read_rows(read::RowReader& rows, std::optional<Refusal>& bad,
                                       std::optional<clock::Dater>& dates, LocalTime now, const Zone& zone) {
  clock::RepeatedRows repeated;
  std::vector<std::string> raw, clocks;  // of rows whose time has no date yet
  while (const pos::Row* row = rows.next()) {
    if (number_of(bad) >= Refusal::most_told) break;
    const Transaction& transaction = row->transaction;
    if (row->begins_file) static_cast<void>(repeated.begin_again(transaction.time, row->raw));
    if (!repeated.is_new(transaction.time, row->raw)) {
      add(bad, {422, "the header stands before it once more, and this row was there before: post each row once",
                static_cast<std::int64_t>(rows_.size() + number_of(bad)) + 1});
      break;
    }
    const bool dated = transaction.time.dated();
    const std::uint64_t hash = dated ? history::row_hash(to_seconds(transaction.time), row->raw) : 0;
    raw.emplace_back(dated ? std::string_view() : row->raw);
    clocks.emplace_back(dated ? std::string_view() : row->time_text);
    text_ += transaction.status;
    const std::size_t status_end = text_.size();
    format_->input_columns(*row, {}, text_);
    pipeline::append_labels(label_text_, transaction.labels);
    label_ends_.push_back(label_text_.size());
    rows_.push_back({transaction.time, static_cast<std::int64_t>(rows_.size()) + 1, true, transaction.count,
                     transaction.amount, hash, status_end, text_.size()});
  }
  if (bad || rows_.empty()) return std::move(bad);
  find_labels();
  std::optional<clock::Dater> dater = dates;
  if (!dater) dater = begin_today(rows_.front().time, now, zone);
  find_times(*dater, zone);
  if (dates) dates = dater;
  last_clock_ = std::move(clocks[order_.back()]);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (!raw[i].empty()) rows_[i].hash = history::row_hash(to_seconds(rows_[i].time), raw[i]);
  }
  return std::nullopt;
}

// Once their text grows no more.
void Body::find_labels() {
  if (label_columns_ == 0) return;
  pipeline::SplitLabels split;
  std::size_t begin = 0;
  for (const std::size_t end : label_ends_) {
    const auto of_row = split.of(std::string_view(label_text_).substr(begin, end - begin), label_columns_);
    labels_.insert(labels_.end(), of_row.begin(), of_row.end());
    begin = end;
  }
}

std::string_view Body::status(std::size_t row) const {
  const std::size_t begin = row > 0 ? rows_[row - 1].end : 0;
  return std::string_view(text_).substr(begin, rows_[row].status_end - begin);
}

// When the rows were, which of them no other confirms, and their order of time.
void Body::find_times(clock::Dater& dater, const Zone& zone) {
  order_.resize(rows_.size());
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  clock::FileOrder order;
  for (std::size_t i = 0; i < rows_.size(); ++i) order.see(rows_[i].time, status(i));
  order.end_first();
  if (order.in_order()) {
    for (Row& row : rows_) row.time = dater.date(row.time);
    return;
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) static_cast<void>(order.place(rows_[i].time, status(i)));
  order.end_second();
  order.reread();
  constexpr std::size_t enough = 20;  // rows to say of one that it stands alone
  const std::int32_t first_day = order.dated() ? 0 : dater.date(rows_.front().time).day;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_[i];
    const auto [minute, says] = order.place(row.time, status(i));
    row.believed = rows_.size() < enough || says == clock::FileOrder::Says::believed;
    if (row.time.dated()) continue;
    row.time = zone.settle({first_day + to_local_time(minute * 60).day, row.time.second_of_day});
  }
  std::ranges::stable_sort(order_, {}, [this](std::size_t i) { return minute_of(rows_[i].time); });
  const auto last = std::find_if(order_.rbegin(), order_.rend(), [this](std::size_t i) { return rows_[i].believed; });
  if (last != order_.rend()) static_cast<void>(dater.date(rows_[*last].time));
}

std::string Body::added(std::span<const Scored> scored, std::span<const std::string> unjudged) {
  std::vector<std::size_t> by_row(scored.size());
  for (std::size_t i = 0; i < order_.size(); ++i) by_row[order_[i]] = i;
  std::string lines;
  for (const std::size_t i : by_row) format_->added_columns(scored[i], unjudged[i], lines);
  return lines;
}

std::string Body::answer(std::string_view added) const {
  if (blank_) return {};
  std::string answer = array_ ? "[" : header_;
  answer.reserve(answer.size() + text_.size() + added.size() + 2);
  std::size_t begin = 0;
  for (const Row& row : rows_) {
    const std::size_t line = std::min(added.find('\n'), added.size() - 1) + 1;
    if (array_ && begin > 0) answer += ',';
    answer.append(text_, row.status_end, row.end - row.status_end);
    answer += added.substr(0, array_ ? line - 1 : line);
    added.remove_prefix(line);
    begin = row.end;
  }
  if (array_) answer += "]\n";
  return answer;
}

}  // namespace pos::serve
