// SPDX-License-Identifier: MIT
#include "list.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "base/text.hpp"
#include "cli/period.hpp"
#include "cli/terminal.hpp"
#include "incident/silence_wish.hpp"
#include "ledger/alert_store.hpp"
#include "render/terminal/table.hpp"
#include "write/table.hpp"

namespace pos::tools {
namespace {

using Cells = std::vector<std::string>;

// One table of the three: a kind, its columns, its rows.
struct Table {
  std::string kind;
  std::vector<render::TableColumn> columns;
  std::vector<Cells> rows;
};

using incident::ClockSeconds;

constexpr int sent_shown = 100;
constexpr ClockSeconds failed_shown = 7 * 86'400;
constexpr int no_limit = 1'000'000;

render::TableColumn column(const std::string& name, int least = 0, int spare = 0) {
  return {name, render::Align::left, least, spare, true};
}
render::TableColumn number(const std::string& name, int spare = 0) {
  return {name, render::Align::right, 0, spare, true};
}

std::string state_of(const incident::Incident& incident) {
  if (!incident.open()) return "resolved";
  return incident.acknowledged ? "acknowledged" : "open";
}

std::string verdict_of(const incident::Incident& incident) {
  if (!incident.acknowledged) return {};
  const incident::Verdict verdict = incident.acknowledged->verdict;
  return verdict == incident::Verdict::true_alarm ? "true" : verdict == incident::Verdict::false_alarm ? "false" : "";
}

std::string statuses_by_age(const incident::Incident& incident) {
  std::string joined;
  for (const incident::Part& part : incident.parts) joined += (joined.empty() ? "" : "+") + part.status;
  return joined;
}

Table incidents(ledger::AlertReader& reader, const Options& options) {
  Table table{
      "incident",
      {number("id"), column("state"), column("severity"), column("status", 8), column("group", 6, 3), column("first"),
       column("last"), number("lost"), column("verdict", 0, 2), column("by", 6, 4), column("comment", 8, 5)},
      {}};
  const auto shown = reader.incidents(options.all ? ledger::Which::all : ledger::Which::open);
  const bool has_places =
      std::any_of(shown.begin(), shown.end(), [](const auto& one) { return !incident::where(one).empty(); });
  if (has_places) table.columns.push_back(column("where", 8, 3));
  const bool has_amounts =
      std::any_of(shown.begin(), shown.end(), [](const auto& one) { return one.usual_amount.has_value(); });
  if (has_amounts) table.columns.push_back(number("lost_amount"));
  for (const auto& incident : shown) {
    std::string lost;
    if (const auto known = reader.lost(incident.id)) append_decimal(lost, *known, 1);
    const auto& noted = incident.acknowledged;
    table.rows.push_back({std::to_string(incident.id), state_of(incident),
                          std::string(severity_name(incident.severity)), statuses_by_age(incident), incident.group,
                          to_date_time(incident.first), to_date_time(incident.last), lost, verdict_of(incident),
                          noted ? noted->author : "", noted ? noted->comment : ""});
    if (has_places) table.rows.back().emplace_back(incident::where(incident));
    std::string amount;
    if (const auto known = in_units(incident::lost_amount(incident))) append_decimal(amount, *known, 2);
    if (has_amounts) table.rows.back().push_back(amount);
  }
  return table;
}

// When it holds, held, or will hold: by the clock on the wall.
struct Holds {
  std::string state, begin, end;
};
Holds holds(const incident::Silence& silence, ClockSeconds now, const read::TimeZone& zone) {
  const LocalSeconds wall = zone.local(now);
  const auto next = silence.span ? silence.span->begin_of(wall) : std::nullopt;
  const bool over = now >= silence.end || (silence.span && !next);
  const LocalSeconds begin = silence.span ? next.value_or(silence.span->first) : zone.local(silence.begin);
  const LocalSeconds end = silence.span ? begin + silence.span->length : zone.local(silence.end);
  return {over ? "over" : silence.active(now, wall) ? "active" : "waiting", to_date_time(begin), to_date_time(end)};
}

Table silences(ledger::AlertReader& reader, const Options& options, const read::TimeZone& zone) {
  Table table{"silence",
              {number("id"), column("state"), column("severity"), column("status", 8), column("group", 6),
               column("begin", 0, 1), column("end"), column("every"), column("by", 6), column("comment", 8)},
              {}};
  const ClockSeconds now = cli::now();
  for (incident::Silence silence : reader.silences()) {
    silence.begin_by(now);
    const auto [state, begin, end] = holds(silence, now, zone);
    if (state == "over" && !options.all) continue;
    table.rows.push_back({std::to_string(silence.id), state, std::string(severity_name(silence.severity)),
                          silence.status, silence.group, begin, end,
                          silence.span ? incident::every_words(silence.span->days) : "", silence.author, silence.comment});
  }
  return table;
}

// Why nothing was sent of what is to be told.
void add_untold(Table& table, const ledger::AlertState& state, const read::TimeZone& zone) {
  const auto add = [&](std::string_view how, std::int64_t incident, std::string_view event, const std::string& created,
                       const std::string& why) {
    table.rows.push_back(
        {"", std::string(how), std::to_string(incident), std::string(event), "", "", "", created, "", "", why});
  };
  for (const incident::Held& held : state.tracker.held)
    add("held", held.incident, held.events, to_date_time(zone.local(held.time)), "kept back for the next digest");
  for (const incident::Incident& incident : state.tracker.incidents) {
    if (!incident.open() || !incident.hushed || incident.owed == incident::Owed::nothing) continue;
    const bool opening = incident.owed == incident::Owed::opening;
    add("suppressed", incident.id, what_name(opening ? incident::What::opened : incident::What::updated), "",
        "kept back by a silence; sent if it is still open when that ends");
  }
}

Table messages(ledger::AlertReader& reader, const Options& options, const read::TimeZone& zone) {
  Table table{"message",
              {number("id"), column("state"), number("incident"), column("event"), column("channel"), column("to", 12),
               number("attempts"), column("created", 0, 2), column("next", 0, 3), column("message_id", 0, 4),
               column("error", 16, 5)},
              {}};
  // What was given up of late will not be sent, and somebody should know.
  const auto shown = options.all ? reader.newest(sent_shown) : reader.waiting_or_failed(cli::now() - failed_shown);
  for (const auto& message : shown) {
    const bool waits = message.state == ledger::MessageState::queued || message.state == ledger::MessageState::sending;
    const auto& envelope = message.envelope;
    table.rows.push_back({std::to_string(message.id), std::string(ledger::message_state_name(message.state)),
                          envelope.incident == 0 ? "" : std::to_string(envelope.incident), envelope.event,
                          envelope.channel, envelope.target, std::to_string(message.attempts),
                          to_date_time(zone.local(message.created)),
                          waits ? to_date_time(zone.local(message.next)) : "", envelope.message_id, message.error});
  }
  add_untold(table, reader.state(), zone);
  return table;
}

void append_text(std::string& out, const Table& table) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> titles = {
      {{"incident", "Incidents"}, {"silence", "Silences"}, {"message", "Messages"}}};
  if (table.rows.empty()) return;
  const auto title = std::find_if(titles.begin(), titles.end(), [&](const auto& t) { return t.first == table.kind; });
  (out += out.empty() ? "" : "\n") += std::string(title->second) + "\n";
  // What went wrong has a line of its own.
  const bool has_errors = table.columns.back().name == "error";
  render::TextTable text({table.columns.begin(), table.columns.end() - (has_errors ? 1 : 0)});
  for (const Cells& row : table.rows) {
    text.row(std::span(row).first(row.size() - (has_errors ? 1 : 0)));
    if (has_errors && !row.back().empty()) text.note(row.back());
  }
  // What a pipe takes has no width: nothing is cut or left out.
  const int width = cli::stdout_is_terminal() ? cli::terminal_size().columns : no_limit;
  text.append_to(out, {width, false, !cli::locale_is_utf8()});
}

std::vector<std::string> names_of(const Table& table) {
  std::vector<std::string> names = {"kind"};
  for (const render::TableColumn& column : table.columns) names.push_back(column.name);
  return names;
}

// A record says what it is. Columns that its table has not are empty.
void add_records(write::Table& to, const Table& table) {
  const std::vector<std::string> own = names_of(table);
  for (const Cells& row : table.rows) {
    std::vector<write::TableCell>& cells = to.rows.emplace_back();
    for (const std::string& name : to.names) {
      const auto at = static_cast<std::size_t>(std::find(own.begin(), own.end(), name) - own.begin());
      if (at == 0) {
        cells.push_back({table.kind});
      } else if (at == own.size()) {
        cells.emplace_back();
      } else {
        cells.push_back({row[at - 1], table.columns[at - 1].align == render::Align::right});
      }
    }
  }
}

// In CSV all records have the columns that all tables have together, in NDJSON each its own.
void append_records(std::string& out, write::Line form, std::span<const Table> tables) {
  write::Table records;
  for (const Table& table : tables) {
    for (const std::string& name : names_of(table)) {
      if (std::find(records.names.begin(), records.names.end(), name) == records.names.end())
        records.names.push_back(name);
    }
  }
  for (const Table& table : tables) add_records(records, table);
  if (!records.rows.empty()) write::append_table(out, form, records);
}

}  // namespace

bool list(const Options& options, const read::TimeZone& zone, cli::Output& out) {
  ledger::AlertReader reader(options.db);
  const std::vector<Table> tables = {incidents(reader, options), silences(reader, options, zone),
                                     messages(reader, options, zone)};
  if (options.shape == Shape::csv) append_records(out.buffer(), write::Line::csv, tables);
  for (const Table& table : tables) {
    if (options.shape == Shape::ndjson) append_records(out.buffer(), write::Line::ndjson, {&table, 1});
    if (options.shape == Shape::same || options.shape == Shape::text) append_text(out.buffer(), table);
  }
  return !reader.incidents(ledger::Which::open).empty();
}

}  // namespace pos::tools
