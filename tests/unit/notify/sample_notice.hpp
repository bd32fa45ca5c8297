// SPDX-License-Identifier: MIT
// An outage as the tests tell it.
#pragma once

#include <string>

#include "notify/message.hpp"

namespace pos::notify {

inline constexpr LocalSeconds sample_day = 1'773'014'400;  // 2026-03-09 00:00
inline constexpr LocalSeconds at(int hour, int minute) { return sample_day + hour * 3600 + minute * 60; }

// denied at 3.5 times its normal since 10:17, told at 10:29.
inline Notice sample_notice() {
  Notice notice;
  incident::Incident& incident = notice.event.incident;
  incident.id = 42;
  incident.severity = Severity::critical;
  incident.parts = {{"denied",
                     Severity::critical,
                     at(10, 17),
                     at(10, 28),
                     9,
                     151,
                     43.2,
                     7.8,
                     "above: 151 in 1 min, 43 expected",
                     0,
                     0,
                     {}}};
  incident.first = at(10, 17);
  incident.last = at(10, 28);
  incident.volume = "approved";
  incident.missing = 59.2;
  notice.now = at(10, 29);
  notice.sent_utc = at(9, 29) + 7;
  notice.zone_offset = std::chrono::hours(1);
  notice.next_reminder = at(14, 29);
  notice.host = "till.example.com";
  notice.message_id = make_message_id("00112233445566778899aabbccddeeff", "example.com");
  return notice;
}

inline MailHeaders sample_headers() { return {{"", "alerts@example.com"}, {{"", "ops@example.com"}}}; }

inline std::string sample_mail(const Notice& notice) {
  return render_mail(notice, sample_headers(), Template::built_in());
}

}  // namespace pos::notify
