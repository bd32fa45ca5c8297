// SPDX-License-Identifier: MIT
#include "write/record_line.hpp"

#include "base/money.hpp"
#include "write/recommendation.hpp"

namespace pos::write {

void append_scored(RecordLine& row, const Scored& scored) {
  row.decimal("score", scored.score, 6).raw("alert", scored.alert ? "1" : "0");
  row.decimal("expected", scored.expected, 2).decimal("surprise", scored.surprise, 3);
  row.word("severity", severity_name(scored.severity));
  row.word("final_decision", scored.decision == Decision::alert ? "Alert" : "Approve");
  row.text_or_null("reason", scored.reason);
}

void append_places(RecordLine& row, const Scored& scored, PlaceColumns with) {
  if (with.key) row.text_or_null(key_column, scored.key);
  if (with.where) row.text_or_null(where_column, scored.where);
}

void append_recommendation(RecordLine& row, const Scored& scored, std::string_view unjudged) {
  const bool judged = unjudged.empty();
  row.text(recommendation_column, judged ? recommendation(scored) : std::string(unjudged));
  row.raw(judged_column, judged ? "true" : "false");
}

void append_record(RecordLine& row, const Record& record, PlaceColumns with) {
  row.time("time", record.time).text("status", record.status).number("count", record.count);
  append_scored(row, record.scored);
  if (with.key || with.where) append_places(row, record.scored, with);
  if (with.amount) row.raw(amount_column, record.amount ? decimal_amount(*record.amount) : std::string());
}

void append_record_line(std::string& out, Line line, const Record& record, PlaceColumns with) {
  RecordLine row(out, line);
  append_record(row, record, with);
  row.end();
}

}  // namespace pos::write
