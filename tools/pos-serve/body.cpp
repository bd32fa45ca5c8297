// SPDX-License-Identifier: MIT
#include "pos-serve/body.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/error.hpp"
#include "base/record.hpp"
#include "base/text.hpp"
#include "history/row_hash.hpp"
#include "read/bad_rows.hpp"
#include "read/byte_source.hpp"
#include "read/fields.hpp"
#include "read/json_rows.hpp"

namespace pos::tools {
namespace {

// Columns that are added, and so cannot come in.
constexpr auto added_names = [] {
  std::array<std::string_view, scored_columns.size() + 2> names{};
  std::copy(scored_columns.begin(), scored_columns.end(), names.begin());
  names[scored_columns.size()] = recommendation_column;
  names.back() = explain_column;
  return names;
}();

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

read::Dater begin_today(LocalTime first, LocalTime now) {
  const bool of_yesterday = !first.dated() && first.second_of_day > now.second_of_day + 3600;
  return read::Dater(now.day - (of_yesterday ? 1 : 0));
}

}  // namespace

std::string Refusal::to_json() const {
  std::string json = "{\"error\":";
  append_json_string(json, error);
  if (row) json += ",\"row\":" + std::to_string(*row);
  if (!column.empty()) append_json_string(json += ",\"column\":", column);
  return json + "}\n";
}

std::optional<Refusal> Body::read(const EngineSettings& settings, const read::TimeZone& zone, BodyKind kind,
                                  std::string_view bytes, std::optional<read::Dater>& dates, LocalTime now) {
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
  const bool explain = settings.scoring.explain;
  const Format format = kind == BodyKind::csv ? Format::csv : Format::ndjson;
  format_ = write::make_scored_format(format, {.explain = explain, .recommend = true});
  const auto reserved = std::span(added_names).first(explain ? added_names.size() : added_names.size() - 1);
  BodySource source(bytes);
  std::optional<Refusal> bad;
  const auto tell = [&](const BadRow& row) {
    if (!bad) bad = refuse_row(row.reason, static_cast<std::int64_t>(rows_.size()) + 1);
  };
  try {
    const auto rows =
        read::open_rows(source, "body", {format, settings.columns, read::Labels::ignore, reserved}, zone, tell);
    format_->header(rows->header(), "body", header_);
    return read_rows(*rows, bad, dates, now);
  } catch (const Error& error) {
    if (error.fault() != Fault::bad_data) throw;
    return Refusal{400, error.what(), std::nullopt};
  }
}

std::optional<Refusal> Body::read_rows(read::RowReader& rows, std::optional<Refusal>& bad,
                                       std::optional<read::Dater>& dates, LocalTime now) {
  std::optional<read::Dater> dater = dates;
  while (const pos::Row* row = rows.next()) {
    if (bad) break;
    if (!dater) dater = begin_today(row->transaction.time, now);
    const LocalTime time = dater->date(row->transaction.time);
    text_ += row->transaction.status;
    const std::size_t status_end = text_.size();
    format_->input_columns(*row, {}, text_);
    rows_.push_back(
        {time, row->transaction.count, history::row_hash(to_seconds(time), row->raw), status_end, text_.size()});
  }
  if (!bad && dates) dates = dater;
  return std::move(bad);
}

std::string Body::added(std::span<const Scored> scored) {
  std::string lines;
  for (const Scored& row : scored) format_->scored_columns(row, lines);
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

}  // namespace pos::tools
