// SPDX-License-Identifier: MIT
#include "notify/notice.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/money.hpp"
#include "base/text.hpp"
#include "base/volume.hpp"

namespace pos::notify {
namespace {

bool is_host_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

// What severity_name() and what_name() say, and Teller of an incident that is accepted.
[[maybe_unused]] constexpr std::string_view event_texts[] = {
    marked("warning"),  marked("critical"), marked("opened"),     marked("updated"),
    marked("reminded"), marked("resolved"), marked("suppressed"), marked("taken as normal")};

// What became of an incident, "opened, resolved".
std::string events_words(const std::string& held, Language language) {
  if (language == Language::en) return held;
  std::string out;
  for (const std::string& event : split_list(held)) (out += out.empty() ? "" : ", ") += tr(language, event);
  return out;
}

}  // namespace

Severity Notice::severity() const {
  Severity worst = event.incident.severity;
  for (const incident::Held& held : event.entries) worst = std::max(worst, held.severity);
  return worst;
}

LocalSeconds Notice::first() const {
  const auto& entries = event.entries;
  if (!entries.empty()) return std::ranges::min(entries, {}, &incident::Held::first).first;
  return event.incident.id != 0 ? event.incident.first : now;
}

LocalSeconds Notice::last() const {
  const auto& entries = event.entries;
  if (!entries.empty()) return std::ranges::max(entries, {}, &incident::Held::last).last;
  return event.incident.id != 0 ? event.incident.last : now;
}

std::string digest_line(const incident::Held& held, Language language) {
  const std::string group = held.group.empty() ? "" : " (" + held.group + ")";
  std::string line = trf(language, "{}: {}: {} {}{}, {} to {}", held.incident, events_words(held.events, language),
                         tr(language, severity_name(held.severity)), held.status, group,
                         date_in_language(language, to_date_time(held.first)),
                         date_in_language(language, to_date_time(held.last)));
  if (!held.lost || *held.lost < 0.5) return line;
  line += ", " + trf(language, "{:.0f} {} lost", *held.lost, volume_word(held.volume, 2, language));
  if (held.lost_amount) line += ", " + trf(language, "about {}", amount_words(*held.lost_amount, language));
  return line;
}

std::string make_message_id(std::string_view random_hex, std::string_view domain) {
  std::string host(domain.substr(0, 200));
  std::replace_if(
      host.begin(), host.end(), [](char c) { return !is_host_byte(c); }, '-');
  host.erase(0, host.find_first_not_of(".-"));
  host.erase(host.find_last_not_of(".-") + 1);
  if (host.empty()) host = "localhost";
  // Filters take a right side without a dot for a sign of spam.
  if (host.find('.') == std::string::npos) host += ".localdomain";
  return "<pos." + std::string(random_hex) + "@" + host + ">";
}

}  // namespace pos::notify
