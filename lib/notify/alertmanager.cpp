// SPDX-License-Identifier: MIT
#include "notify/alertmanager.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/json.hpp"
#include "base/keys.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "incident/words.hpp"
#include "notify/message.hpp"

namespace pos::notify {
namespace {

using incident::Incident;
using incident::Part;

constexpr std::size_t max_value = 300;

// Card numbers are masked, control characters visible.
std::string label_text(std::string_view text) { return printable(text, max_value); }

// It stays the same when others join, and when weights change.
std::string_view first_status(const Incident& incident) {
  const auto earlier = [](const Part& a, const Part& b) {
    return a.first != b.first ? a.first < b.first : a.status < b.status;
  };
  const auto first = std::min_element(incident.parts.begin(), incident.parts.end(), earlier);
  return first == incident.parts.end() ? std::string_view() : first->status;
}

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

std::string labels_of(const Notice& notice, std::string_view stream) {
  const Incident& incident = notice.event.incident;
  std::string json;
  JsonObject object(json);
  object.text("alertname", "PosIncident").text("incident", std::to_string(incident.id));
  object.text("severity", severity_name(incident.severity)).text("status", label_text(first_status(incident)));
  object.text("instance", label_text(notice.host));
  if (!stream.empty()) object.text("stream", label_text(stream));
  if (!incident.group.empty()) {
    const std::string_view column = column_of_key(incident.group);
    object.text("key", label_text(incident.group));
    if (!column.empty()) object.text(label_name(column), label_text(value_in_keys(incident.group, column)));
  }
  object.end();
  return json;
}

std::string summary(const Notice& notice) {
  const Incident& incident = notice.event.incident;
  const Part part = incident::leading_part(incident);
  return label_text(incident::of_group(incident.group,
                                 incident::part_words(part, incident.volume, notice.now, notice.language)));
}

// A line for each status, then what is known of all of it.
std::string description(const Fields& fields, Language language) {
  std::string text;
  const auto add = [&](const std::string& line) { text += (text.empty() ? "" : "\n") + line; };
  for (const Fields& part : fields.lists.at("statuses")) {
    const std::string& reason = part.texts.at("reason");
    add(part.texts.at("words") + (reason.empty() ? "" : ": " + reason));
  }
  const auto& of = fields.texts;
  if (!of.at("statuses_left_out").empty()) add(trf(language, "and {} more", of.at("statuses_left_out")));
  if (!of.at("where").empty()) add(fmt::format("{}: {}", tr(language, "Where"), of.at("where")));
  if (!of.at("during").empty()) add(fmt::format("{}: {}", tr(language, "Events"), of.at("during")));
  if (const std::string lost = lost_text(fields, language); !lost.empty())
    add(fmt::format("{}: {}", tr(language, "Lost"), lost));
  return text;
}

std::string look_command(const Fields& fields) {
  const auto& of = fields.texts;
  return fmt::format("pos-report{}{} -s '{}' -r all", of.at("history").empty() ? "" : " ", of.at("history"),
                     of.at("hour_before"));
}

// `ana: acquirer called`
std::string acknowledged(const incident::Acknowledgement& by) {
  return label_text(by.author + (by.author.empty() || by.comment.empty() ? "" : ": ") + by.comment);
}

std::string annotations_of(const Notice& notice) {
  const Fields fields = notice_fields(notice);
  const auto& by = notice.event.incident.acknowledged;
  std::string json;
  JsonObject object(json);
  object.text("summary", summary(notice)).text("description", description(fields, notice.language));
  object.text("command", look_command(fields));
  if (!notice.url.empty()) object.text("page", notice.url);
  if (by) object.text("acknowledged", acknowledged(*by));
  object.end();
  return json;
}

std::string rfc_time(std::int64_t utc) {
  std::string text = to_date_time(utc);
  text[10] = 'T';
  return text + "Z";
}

void append_alert(std::string& out, const Alert& alert) {
  JsonObject object(out);
  object.raw("labels", alert.labels).raw("annotations", alert.annotations);
  object.text("startsAt", rfc_time(alert.starts)).text("endsAt", rfc_time(alert.ends));
  if (!alert.url.empty()) object.text("generatorURL", alert.url);
  object.end();
}

}  // namespace

std::string label_name(std::string_view column) {
  constexpr std::array<std::string_view, 7> taken = {"alertname", "incident", "severity", "status",
                                                     "instance",  "stream",   "key"};
  std::string name(column);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !is_word(c); }, '_');
  const bool is_free = std::find(taken.begin(), taken.end(), name) == taken.end();
  const bool begins_well = !name.empty() && !(name[0] >= '0' && name[0] <= '9') && !name.starts_with("__");
  return is_free && begins_well ? name : "key_" + name;
}

Alert alert_of(const Notice& notice, std::string_view stream) {
  return {labels_of(notice, stream), annotations_of(notice), notice.url, 0, 0};
}

std::string render_alerts(std::span<const Alert> alerts) {
  std::string json;
  append_json_array(json, alerts, append_alert);
  return json;
}

std::string render_test_alert(const Notice& notice) {
  Alert alert;
  JsonObject(alert.labels)
      .text("alertname", "PosAlertTest")
      .text("severity", "none")
      .text("instance", label_text(notice.host))
      .end();
  JsonObject(alert.annotations).text("summary", subject(notice)).end();
  alert.url = notice.url;
  alert.starts = notice.sent_utc;
  alert.ends = notice.sent_utc + 60;
  return render_alerts(std::span(&alert, 1));
}

std::string alerts_url(std::string base) {
  constexpr std::string_view path = "/api/v2/alerts";
  while (base.ends_with('/')) base.pop_back();
  return base.ends_with(path) ? base : base.append(path);
}

}  // namespace pos::notify
