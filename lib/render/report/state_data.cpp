// SPDX-License-Identifier: MIT
#include "render/report/state_data.hpp"

#include "base/json.hpp"
#include "base/money.hpp"
#include "incident/words.hpp"
#include "render/report/numbers.hpp"
#include "render/words/state.hpp"
#include "render/words/text.hpp"

namespace pos::render {
namespace {

void add_time(JsonObject& object, std::string_view name, std::optional<LocalSeconds> time) {
  object.text_or_null(name, time ? to_date_time(*time) : std::string());
}

void add_worst(JsonObject& state, const incident::Incident* worst, bool with_amounts) {
  if (!worst || worst->parts.empty()) {
    state.raw("worst", "null");
    return;
  }
  const incident::Part& part = worst->parts.front();
  JsonObject object(state.member("worst"));
  object.number("incident", worst->id).boolean("open", worst->open()).text("status", part.status);
  object.text_or_null("severity", severity_name(worst->severity));
  add_time(object, "first", worst->first);
  add_time(object, "last", worst->last);
  object.number("count", part.count).decimal("expected", part.expected, 2);
  object.decimal("lost", incident::lost(*worst), 2).text("words", harmless(incident::what_words(part, worst->volume)));
  if (with_amounts) object.decimal(lost_amount_column, in_units(incident::lost_amount(*worst)), 2);
  object.text_or_null("reason", part.reason).text_or_null("key", worst->group).text_or_null("where", part.where).end();
}

}  // namespace

void append_state(std::string& out, const report::Report& report, const PageText& text, std::string_view zone) {
  const report::State state = report::state_of(report);
  const StateWords words = state_words(state, report, text.language);
  JsonObject object(out);
  object.text("state", condition_name(state.condition));
  object.text("headline", harmless(words.headline)).text("detail", harmless(words.detail));
  add_time(object, "since", state.since);
  add_worst(object, state.worst, report.has_amounts);
  object.number("open", state.running).number("incidents", state.incidents).decimal("lost", state.lost, 2);
  if (report.has_amounts) object.decimal(lost_amount_column, in_units(state.lost_amount), 2);
  const bool is_of_now = state.last.has_value();
  add_time(object, "last_record", is_of_now ? std::optional(state.last->time) : report.last_real);
  object.number("age", is_of_now ? std::optional(state.last->age) : std::nullopt);
  object.boolean("overdue", is_of_now && state.last->overdue);
  add_time(object, "begin", report.period.begin);
  add_time(object, "end", report.period.end);
  add_time(object, "now", text.now);
  object.text_or_null("zone", zone).text("title", text.title).text("version", text.version).end();
  out += '\n';
}

}  // namespace pos::render
