// SPDX-License-Identifier: MIT
#include "dispatch/event_log.hpp"

#include "base/money.hpp"
#include "write/record_line.hpp"

namespace pos::dispatch {
namespace {

using write::Line;

// Columns stand in each line of CSV, or in none.
void append_key(write::RecordLine& line, Line form, bool has_columns, const incident::Incident& incident) {
  const std::string_view where = incident::where(incident);
  const bool is_object = form == Line::ndjson;
  if (is_object ? !incident.group.empty() : has_columns) line.text(key_column, incident.group);
  if (is_object ? !where.empty() : has_columns) line.text(where_column, where);
}

// Likewise.
void append_amount(write::RecordLine& line, Line form, bool has_column, const incident::Incident& incident) {
  const auto amount = in_units(incident::lost_amount(incident));
  if (form == Line::ndjson ? amount.has_value() : has_column) line.decimal(lost_amount_column, amount, 2);
}

void append_line(std::string& out, Line form, EventLog::MoreColumns more, const EventLog::Entry& entry) {
  const incident::Incident& incident = entry.incident;
  const incident::Part worst = incident::leading_part(incident);
  const bool known = incident.id != 0;
  const auto if_known = [known](auto value) { return known ? std::optional(value) : std::nullopt; };
  write::RecordLine line(out, form);
  line.time("time", entry.time).number("incident", if_known(incident.id)).text("event", entry.event);
  line.text("channel", entry.envelope.channel).text("to", entry.envelope.target);
  line.text("severity", severity_name(incident.severity)).text("status", incident::statuses(incident));
  line.text("first", known ? to_date_time(incident.first) : "").text("last", known ? to_date_time(incident.last) : "");
  line.number("count", if_known(worst.count)).decimal("expected", worst.expected, 1);
  line.decimal("lost", known ? incident::lost(incident) : std::nullopt, 1);
  line.text("reason", entry.reason.empty() ? worst.reason : entry.reason);
  line.text("message_id", entry.envelope.message_id);
  append_key(line, form, more.keys, incident);
  append_amount(line, form, more.amounts, incident);
  line.end();
}

}  // namespace

void EventLog::write(const Entry& entry) {
  if (out_ == nullptr) return;
  const bool csv = format_ == Format::csv;
  if (!std::exchange(begun_, true)) {
    columns_ = shows_;
    if (csv) append_line(*out_, Line::csv_header, columns_, {});
  }
  append_line(*out_, csv ? Line::csv : Line::ndjson, columns_, entry);
}

}  // namespace pos::dispatch
