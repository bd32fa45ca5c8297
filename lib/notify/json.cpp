// SPDX-License-Identifier: MIT
// Notices as JSON, for webhooks and commands (pos-formats(5)).
#include <algorithm>
#include <vector>

#include "base/json.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "incident/words.hpp"
#include "notify/message.hpp"

namespace pos::notify {
namespace {

// Input may make up statuses; a message stays within what receivers take.
constexpr std::size_t max_elements = 1000;

template <typename Element>
std::vector<Element> first_of(const std::vector<Element>& list) {
  return {list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), max_elements))};
}

// Control characters become visible, card numbers are masked, long text is cut.
std::string safe(std::string_view text) { return printable(text, 1000); }

void add_facts(JsonObject& object, const incident::Part& part) {
  object.number("alerts", part.alerts).number("count", part.count);
  object.decimal("expected", part.expected, 2).decimal("surprise", part.surprise, 3);
}

void append_part(std::string& out, const incident::Part& part, const Notice& notice) {
  JsonObject object(out);
  object.text("status", safe(part.status)).text("severity", severity_name(part.severity));
  object.text("first", to_date_time(part.first)).text("last", to_date_time(part.last));
  add_facts(object, part);
  object.text("words", safe(incident::part_words(part, notice.event.incident.volume, notice.now)));
  object.text("reason", safe(part.reason));
  if (!part.where.empty()) object.text("where", safe(part.where));
  object.end();
}

void append_event(std::string& out, const incident::KnownEvent& event) {
  JsonObject object(out);
  object.text("name", safe(event.name)).text("kind", safe(event.kind));
  object.number("minutes_after", event.minutes_after).text("words", safe(incident::event_words(event))).end();
}

// Seconds of UTC as RFC 3339 has them.
std::string utc_text(std::int64_t utc) {
  std::string text = to_date_time(utc);
  text[10] = 'T';
  return text + "Z";
}

}  // namespace

std::string render_json(const Notice& notice) {
  const incident::Incident& incident = notice.event.incident;
  const incident::Part worst = incident::leading_part(incident);
  const bool has_incident = incident.id != 0;
  std::string json;
  JsonObject object(json);
  object.number("version", 1).text("event", what_name(notice.event.what)).number("incident", incident.id);
  object.text("subject", safe(subject(notice))).text("severity", severity_name(notice.severity()));
  object.text("status", safe(worst.status)).text("group", safe(incident.group));
  if (!incident.group.empty()) object.text("key", safe(incident.group));
  if (const std::string_view where = incident::where(incident); !where.empty()) object.text("where", safe(where));
  object.text("first", to_date_time(notice.first())).text("last", to_date_time(notice.last()));
  object.text("time", to_date_time(notice.now)).text("sent", utc_text(notice.sent_utc));
  object.number("zone_offset_seconds", notice.zone_offset.count());
  if (has_incident) {
    add_facts(object, worst);
  } else {
    for (const char* unknown : {"alerts", "count", "expected", "surprise"}) object.raw(unknown, "null");
  }
  object.decimal("lost", has_incident ? incident::lost(incident) : std::nullopt, 2).text("reason", safe(worst.reason));
  if (!notice.known.empty()) object.array("events", notice.known, append_event);
  if (const auto amount = incident::lost_amount(incident); has_incident && amount)
    object.decimal(lost_amount_column, in_units(amount), 2);
  object.number("reminder", notice.event.reminder).number("flaps", incident.flaps);
  object.text("accepted", safe(incident::new_normal(incident)));
  object.number("resolved_after_seconds", has_incident ? incident.resolve_after.count() : 0);
  object.text_or_null("next_reminder", notice.next_reminder ? to_date_time(*notice.next_reminder) : "");
  if (!notice.url.empty()) object.text("url", notice.url);
  object.text("host", safe(notice.host));
  // Ids are ours: their digits are no card's.
  object.text("message_id", notice.message_id).array("references", first_of(notice.references), append_json_string);
  object.array("statuses", first_of(incident.parts),
               [&](std::string& out, const incident::Part& part) { append_part(out, part, notice); });
  object.array("entries", first_of(notice.event.entries),
               [](std::string& out, const incident::Held& held) { append_json_string(out, safe(digest_line(held))); });
  object.end();
  return json;
}

}  // namespace pos::notify
