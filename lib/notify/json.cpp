// SPDX-License-Identifier: MIT
// Notices as JSON, for webhooks and commands (pos-formats(5)).
#include <algorithm>
#include <vector>

#include "incident/words.hpp"
#include "notify/json_object.hpp"
#include "notify/message.hpp"

namespace pos::notify {
namespace {

// Input may make up statuses; a message stays within what receivers take.
constexpr std::size_t max_elements = 1000;

template <typename Element>
std::vector<Element> first_of(const std::vector<Element>& list) {
  return {list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), max_elements))};
}

std::string string_array(const std::vector<std::string>& texts) {
  return json_array(first_of(texts), [](const std::string& text) {
    std::string out;
    append_json_string(out, printable(text, 1000));
    return out;
  });
}

// Of ours: their digits are no card's.
std::string id_array(const std::vector<std::string>& ids) {
  return json_array(first_of(ids), [](const std::string& id) {
    std::string out;
    append_json_string(out, id);
    return out;
  });
}

void add_facts(JsonObject& object, const incident::Part& part) {
  object.integer("alerts", part.alerts).integer("count", part.count);
  object.decimal("expected", part.expected, 2).decimal("surprise", part.surprise, 3);
}

std::string part_object(const incident::Part& part, const Notice& notice) {
  JsonObject object;
  object.text("status", part.status).text("severity", severity_name(part.severity));
  object.text("first", to_date_time(part.first)).text("last", to_date_time(part.last));
  add_facts(object, part);
  object.text("words", incident::part_words(part, notice.event.incident.volume, notice.now));
  return object.text("reason", part.reason).str();
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
  const auto parts = notice.parts();
  const incident::Part worst = parts.empty() ? incident::Part{} : *parts.front();
  const bool has_incident = incident.id != 0;
  JsonObject object;
  object.integer("version", 1).text("event", what_name(notice.event.what)).integer("incident", incident.id);
  object.text("subject", subject(notice)).text("severity", severity_name(notice.severity()));
  object.text("status", worst.status).text("group", incident.group);
  object.text("first", to_date_time(notice.first())).text("last", to_date_time(notice.last()));
  object.text("time", to_date_time(notice.now)).text("sent", utc_text(notice.sent_utc));
  object.integer("zone_offset_seconds", notice.zone_offset.count());
  if (has_incident) {
    add_facts(object, worst);
  } else {
    for (const char* unknown : {"alerts", "count", "expected", "surprise"}) object.json(unknown, "null");
  }
  object.decimal("lost", has_incident ? incident::lost(incident) : std::nullopt, 2).text("reason", worst.reason);
  object.integer("reminder", notice.event.reminder).integer("flaps", incident.flaps);
  object.integer("resolved_after_seconds", has_incident ? incident.resolve_after.count() : 0);
  if (notice.next_reminder) {
    object.text("next_reminder", to_date_time(*notice.next_reminder));
  } else {
    object.json("next_reminder", "null");
  }
  object.text("host", notice.host).words("message_id", notice.message_id);
  object.json("references", id_array(notice.references));
  object.json("statuses",
              json_array(first_of(parts), [&](const incident::Part* part) { return part_object(*part, notice); }));
  std::vector<std::string> entries;
  for (const incident::Held& held : first_of(notice.event.entries)) entries.push_back(digest_line(held));
  return object.json("entries", string_array(entries)).str();
}

}  // namespace pos::notify
