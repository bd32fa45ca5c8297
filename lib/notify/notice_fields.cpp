// SPDX-License-Identifier: MIT
// Facts of a notice as the words of a template: safe for one line, numbers as people say them.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "base/plain_number.hpp"
#include "base/money.hpp"
#include "base/reworded.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"
#include "incident/words.hpp"
#include "notify/message.hpp"

namespace pos::notify {
namespace {

using incident::Part;
using incident::What;
using Parts = std::vector<Part>;

constexpr std::size_t max_word_bytes = 300;
constexpr std::size_t max_lines = 100;  // of a list: input may make up statuses
constexpr std::size_t max_others = 3;

std::string flag(bool is_set) { return is_set ? "1" : ""; }
std::string unless_zero(std::int64_t value) { return value != 0 ? std::to_string(value) : ""; }

using incident::clock_words;

std::string duration(std::int64_t seconds) {
  seconds = std::max<std::int64_t>(seconds, 0);
  const std::int64_t minutes = seconds / 60;
  if (minutes == 0) return fmt::format("{} s", seconds);
  if (minutes < 60) return fmt::format("{} min", minutes);
  const bool in_days = minutes >= 2880;
  const std::int64_t whole = in_days ? minutes / 1440 : minutes / 60;
  const std::int64_t rest = in_days ? minutes % 1440 / 60 : minutes % 60;
  const std::string text = fmt::format("{} {}", whole, in_days ? "d" : "h");
  return rest == 0 ? text : fmt::format("{} {} {}", text, rest, in_days ? "h" : "min");
}

std::string minute_words(LocalSeconds time, const Notice& notice) { return incident::date_words(time, notice.language); }

std::string zone(std::chrono::seconds offset) {
  const auto minutes = std::abs(offset.count()) / 60;
  return fmt::format("{}{:02}:{:02}", offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

// How far from normal: in words, and for words of other languages one of ratio, below, silent, or none of them.
void add_level(Fields& fields, const Part& part, Language language) {
  fields.texts["level"] = incident::level_words(part, language);
  const double expected = part.expected.value_or(0);
  const auto count = static_cast<double>(part.count);
  std::string ratio;
  std::string below;
  if (expected > 0 && count > expected) ratio = in_language(language, plain_number(count / expected));
  if (expected > 0 && count > 0 && count < expected) below = fmt::format("{:.0f}", 100 * (1 - count / expected));
  fields.texts["ratio"] = ratio;
  fields.texts["below"] = below;
  fields.texts["silent"] = flag(expected > 0 && part.count == 0);
}

void add_severity(Fields& fields, Severity severity, Language language) {
  fields.texts["severity"] = tr(language, severity_name(severity));
  fields.texts["warning"] = flag(severity == Severity::warning);
  fields.texts["critical"] = flag(severity == Severity::critical);
}

std::string part_words(const Part& part, const Notice& notice) {
  return printable(incident::part_words(part, notice.event.incident.volume, notice.now, notice.language),
                   max_word_bytes);
}

void add_part(Fields& fields, const Part& part, const Notice& notice) {
  auto& texts = fields.texts;
  const LocalSeconds now = notice.now;
  const Language language = notice.language;
  texts["status"] = printable(part.status, max_status_bytes);
  texts["words"] = part_words(part, notice);
  texts["name"] = printable(incident::name_words(part.status, notice.event.incident.volume, language),
                            max_status_bytes);
  texts["since"] = clock_words(part.first, now, language);
  texts["until"] = clock_words(part.last, now, language);
  texts["alerts"] = std::to_string(part.alerts);
  texts["count"] = std::to_string(part.count);
  texts["expected"] = part.expected ? in_language(language, plain_number(*part.expected)) : "";
  texts["surprise"] = part.surprise ? in_language(language, fmt::format("{:.1f}", *part.surprise)) : "";
  texts["reason"] = printable(reason_words(language, part.reason), max_word_bytes);
  texts["where"] = printable(place_words(language, part.where), max_word_bytes);
  add_severity(fields, part.severity, language);
  add_level(fields, part, language);
}

std::string others(const Parts& parts, Language language) {
  std::string out;
  for (std::size_t i = 1; i < std::min(parts.size(), 1 + max_others); ++i) {
    if (!out.empty()) out += ", ";
    out += printable(parts[i].status, max_status_bytes);
  }
  if (parts.size() > 1 + max_others) out += trf(language, ", {} more", parts.size() - 1 - max_others);
  return out;
}

void add_lists(Fields& fields, const Notice& notice, const Parts& parts) {
  auto& statuses = fields.lists["statuses"];
  for (std::size_t i = 0; i < std::min(parts.size(), max_lines); ++i) {
    add_part(statuses.emplace_back(), parts[i], notice);
  }
  auto& entries = fields.lists["entries"];
  const auto& held = notice.event.entries;
  for (std::size_t i = 0; i < std::min(held.size(), max_lines); ++i) {
    entries.emplace_back().texts["entry"] = printable(digest_line(held[i], notice.language), max_word_bytes);
  }
  for (auto* list : {&statuses, &entries})
    for (Fields& element : *list) element.texts["more"] = flag(&element != &list->back());
  const auto left_out = [](std::size_t size) { return size > max_lines ? std::to_string(size - max_lines) : ""; };
  fields.texts["statuses_left_out"] = left_out(parts.size());
  fields.texts["entries_left_out"] = left_out(held.size());
  fields.texts["entry_count"] = std::to_string(held.size());
}

// `59 approvals`, in two fields, and what they were worth.
void add_lost(Fields& fields, const Notice& notice) {
  const double lost = incident::lost(notice.event.incident).value_or(0);
  fields.texts["lost"] = lost >= 0.5 ? fmt::format("{:.0f}", lost) : "";
  fields.texts["lost_what"] =
      lost >= 0.5 ? printable(volume_word(notice.event.incident.volume, 2, notice.language), max_status_bytes) : "";
  const auto amount = incident::lost_amount(notice.event.incident);
  fields.texts["lost_amount"] = lost >= 0.5 && amount ? amount_words(*amount, notice.language) : "";
}

void add_times(Fields& fields, const Notice& notice) {
  auto& texts = fields.texts;
  texts["first"] = minute_words(notice.first(), notice);
  texts["last"] = minute_words(notice.last(), notice);
  texts["now"] = minute_words(notice.now, notice);
  texts["now_iso"] = to_date_time(notice.now).substr(0, 16);  // for a command
  texts["since"] = clock_words(notice.first(), notice.now, notice.language);
  texts["until"] = clock_words(notice.last(), notice.now, notice.language);
  texts["hour_before"] = to_date_time(notice.first() - 3600).substr(0, 16);
  // The minute of the last alert was part of it.
  texts["duration"] =
      duration(notice.event.what == What::resolved ? notice.last() + 60 - notice.first() : notice.now - notice.first());
  texts["next_reminder"] = notice.next_reminder ? clock_words(*notice.next_reminder, notice.now, notice.language) : "";
  texts["resolved_after"] = notice.event.incident.id != 0 ? duration(notice.event.incident.resolve_after.count()) : "";
  texts["zone"] = zone(notice.zone_offset);
}

// Of the first message on the incident, whose Message-ID nobody else has: the number alone may be that of an incident in
// another database, and the name of the host is another one in each container.
std::string dedup_key(const Notice& notice) {
  const std::string& id = notice.first_id.empty() ? notice.message_id : notice.first_id;
  std::string key = "pos-";
  for (const char c : id.substr(0, id.find('@'))) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')) key += c;
  }
  return key;
}

}  // namespace

std::string lost_text(const Fields& fields, Language language) {
  const auto& of = fields.texts;
  if (of.at("lost").empty()) return {};
  std::string text = trf(language, "about {} {}", of.at("lost"), of.at("lost_what"));
  if (of.at("lost_amount").empty()) return text;
  return text + ", " + trf(language, "about {}", of.at("lost_amount"));
}

const std::vector<std::string_view>& field_names() {
  static const std::vector<std::string_view> names = {"event",
                                                      "opened",
                                                      "updated",
                                                      "reminded",
                                                      "resolved",
                                                      "digest",
                                                      "test",
                                                      "incident",
                                                      "severity",
                                                      "warning",
                                                      "critical",
                                                      "status",
                                                      "others",
                                                      "group",
                                                      "ratio",
                                                      "below",
                                                      "silent",
                                                      "count",
                                                      "expected",
                                                      "lost",
                                                      "alerts",
                                                      "surprise",
                                                      "reason",
                                                      "first",
                                                      "last",
                                                      "now",
                                                      "now_iso",
                                                      "since",
                                                      "until",
                                                      "hour_before",
                                                      "duration",
                                                      "zone",
                                                      "reminder",
                                                      "next_reminder",
                                                      "resolved_after",
                                                      "flaps",
                                                      "accepted",
                                                      "host",
                                                      "attachment",
                                                      "statuses",
                                                      "statuses_left_out",
                                                      "entries",
                                                      "entry",
                                                      "entries_left_out",
                                                      "entry_count",
                                                      "lost_what",
                                                      "level",
                                                      "words",
                                                      "db",
                                                      "history",
                                                      "name",
                                                      "key",
                                                      "url",
                                                      "subject",
                                                      "dedup_key",
                                                      "more",
                                                      "where",
                                                      "during",
                                                      "lost_amount"};
  return names;
}

Fields notice_fields(const Notice& notice) {
  Fields fields;
  auto& texts = fields.texts;
  const incident::Incident& incident = notice.event.incident;
  const Parts& parts = notice.event.incident.parts;
  add_part(fields, incident::leading_part(notice.event.incident), notice);
  texts["event"] = what_name(notice.event.what);
  for (const What what : {What::opened, What::updated, What::reminded, What::resolved, What::digest, What::test}) {
    texts[std::string(what_name(what))] = flag(notice.event.what == what);
  }
  add_severity(fields, notice.severity(), notice.language);
  add_times(fields, notice);
  add_lists(fields, notice, parts);
  texts["incident"] = unless_zero(incident.id);
  texts["others"] = others(parts, notice.language);
  texts["group"] = texts["key"] = printable(incident.group, max_word_bytes);
  texts["where"] = printable(place_words(notice.language, incident::where(incident)), max_word_bytes);
  texts["during"] = printable(incident::events_words(notice.known, notice.language), max_word_bytes);
  add_lost(fields, notice);
  texts["reminder"] = unless_zero(notice.event.reminder);
  texts["flaps"] = unless_zero(incident.flaps);
  texts["accepted"] = printable(reason_words(notice.language, incident::new_normal(incident)), max_word_bytes);
  texts["host"] = printable(notice.host, max_word_bytes);
  texts["db"] = printable(notice.db, max_word_bytes);
  texts["history"] = printable(notice.history, max_word_bytes);
  texts["url"] = notice.url;  // cut it leads nowhere, and it is ASCII without control characters
  texts["dedup_key"] = dedup_key(notice);
  texts["attachment"] = notice.attachment ? printable(notice.attachment->name, max_word_bytes) : "";
  texts["subject"] = Template::built_in(notice.language).subject(fields);
  return fields;
}

}  // namespace pos::notify
