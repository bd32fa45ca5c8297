// SPDX-License-Identifier: MIT
#include "read/scored_reader.hpp"

#include <cmath>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::read {
namespace {

std::string wrong(std::string_view name, std::string_view text, std::string_view wanted) {
  return std::string(name) + " '" + printable(text, 40) + "' is " + std::string(wanted);
}

// What a cell says; empty where there is none, and for null.
std::string_view text_of(const Cell* cell) {
  if (cell == nullptr || (cell->kind == Cell::Kind::json && cell->value == "null")) return {};
  return trim(cell->value);
}

// Empty text: nothing. False: it is no number.
bool read_number(std::string_view text, std::optional<double>& to) {
  to.reset();
  if (text.empty()) return true;
  to = parse_number<double>(text);
  return to && std::isfinite(*to);
}

std::string read_score(std::string_view text, double& to) {
  std::optional<double> score;
  if (!read_number(text, score) || score.value_or(0) < 0 || score.value_or(0) > 1)
    return wrong("score", text, "not a number from 0 to 1");
  to = score.value_or(0);
  return {};
}

std::string read_alert(std::string_view text, bool& to) {
  if (!text.empty() && text != "0" && text != "1") return wrong("alert", text, "neither 0 nor 1");
  to = text == "1";
  return {};
}

std::string read_expected(std::string_view text, std::optional<double>& to) {
  const bool good = read_number(text, to) && to.value_or(0) >= 0;
  return good ? std::string() : wrong("expected", text, "not a number from 0");
}

std::string read_surprise(std::string_view text, std::optional<double>& to) {
  return read_number(text, to) ? std::string() : wrong("surprise", text, "not a number");
}

std::string read_severity(std::string_view text, Severity& to) {
  for (const Severity severity : {Severity::none, Severity::warning, Severity::critical}) {
    if (text != severity_name(severity)) continue;
    to = severity;
    return {};
  }
  return wrong("severity", text, "neither warning nor critical");
}

std::string read_decision(std::string_view text, Decision& to) {
  if (text != "Alert" && text != "Approve") return wrong("final_decision", text, "neither Alert nor Approve");
  to = text == "Alert" ? Decision::alert : Decision::approve;
  return {};
}

std::string read_text(std::string_view name, std::string_view text, std::string& to) {
  if (!is_plain_text(text)) return wrong(name, text, "not plain text");
  hide_card_numbers(to = text);
  return {};
}

ReadOptions with_made_up_rows(ReadOptions options) {
  options.scored = options.amounts = true;
  return options;
}

}  // namespace

ScoredReader::ScoredReader(ByteSource& source, std::string name, const ReadOptions& options, const TimeZone& zone,
                           clock::Dater& dater, BadRowHandler on_bad)
    : name_(std::move(name)),
      on_bad_(std::move(on_bad)),
      rows_(open_rows(source, name_, with_made_up_rows(options), zone, on_bad_)),
      dater_(dater) {
  const Header& header = rows_->header();
  if (header.format != Format::csv || header.names.empty()) return;
  std::vector<Cell> names;
  for (const std::string& column : header.names) names.push_back({column, {}, Cell::Kind::text});
  find_columns(names);
  if (!places_[decision_place]) refuse(header.line_number);
}

void ScoredReader::refuse(std::int64_t line) const {
  throw Error(Fault::bad_data, name_ + ":" + std::to_string(line) + ": no column 'final_decision': these are not " +
                                   "scored records (pos-score makes them)");
}

void ScoredReader::find_columns(std::span<const Cell> cells) {
  places_ = {};
  key_ = where_ = std::nullopt;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (std::size_t column = 0; column < scored_columns.size(); ++column) {
      if (cells[i].name == scored_columns[column]) places_[column] = i;
    }
    if (!places_[decision_place]) continue;
    if (cells[i].name == key_column) key_ = i;
    if (cells[i].name == where_column) where_ = i;
  }
}

const Record* ScoredReader::next() {
  while (const Row* row = rows_->next()) {
    if (row->begins_file) dater_.start_file();
    const std::span<const Cell> cells = rows_->cells();
    if (row->format == Format::ndjson) {
      find_columns(cells);
      if (!places_[decision_place] && !decided_) refuse(row->line);
    }
    if (const std::string reason = read(cells); !reason.empty()) {
      on_bad_({row->line, reason, row->raw, false, rows_->header().line});
      continue;
    }
    decided_ = true;
    row_ = row;
    const Transaction& transaction = row->transaction;
    record_.time = to_seconds(dater_.date(transaction.time));
    record_.status = transaction.status;
    record_.count = transaction.count;
    record_.amount = transaction.amount;
    // What pos-score makes up for a status that is silent; a row that came looks the same, and stands for as little.
    const Scored& scored = record_.scored;
    const bool sum = record_.status == every_status;
    record_.keys = scored.key;
    record_.made_up = sum || (record_.count == 0 && scored.decision == Decision::alert && scored.expected.has_value());
    return &record_;
  }
  return nullptr;
}

// Into record_.scored. Returns why the row cannot be used; empty: it can.
std::string ScoredReader::read(std::span<const Cell> cells) {
  const auto text_at = [&](Place place) { return text_of(place ? &cells[*place] : nullptr); };
  const auto text = [&](std::size_t column) { return text_at(places_[column]); };
  if (!places_[decision_place]) return "no column 'final_decision'";
  Scored& to = record_.scored;
  std::string reason = read_score(text(0), to.score);
  if (reason.empty()) reason = read_alert(text(1), to.alert);
  if (reason.empty()) reason = read_expected(text(2), to.expected);
  if (reason.empty()) reason = read_surprise(text(3), to.surprise);
  if (reason.empty()) reason = read_severity(text(4), to.severity);
  if (reason.empty()) reason = read_decision(text(decision_place), to.decision);
  if (reason.empty()) reason = read_text("reason", text(6), to.reason);
  if (reason.empty()) reason = read_text(key_column, text_at(key_), to.key);
  if (reason.empty()) reason = read_text(where_column, text_at(where_), to.where);
  return reason;
}

}  // namespace pos::read
