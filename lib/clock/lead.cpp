// SPDX-License-Identifier: MIT
#include "clock/lead.hpp"

#include <algorithm>

namespace pos::clock {
namespace {

constexpr std::chrono::seconds honest(honest_lead);
constexpr std::chrono::minutes witnessed(5);
constexpr std::chrono::hours off(1), one_day(24);

}  // namespace

void Lead::go_on(LocalSeconds end, LocalSeconds now) { feed_ = Seconds(std::max<LocalSeconds>(end - now, 0)); }

bool Lead::is_of_feed(Seconds lead) const { return lead <= feed_ + (feed_ > off ? Seconds(one_day) : honest); }

void Lead::believe(Seconds lead, const LocalTime& now) {
  // One that is off goes on as its rows do; else it would creep ahead, three minutes at a time.
  if (feed_ > off) feed_ = std::max(feed_, lead);
  led_at_ = now;
  leader_.reset();
}

bool Lead::believes(const LocalTime& row, const LocalTime& now, bool is_recording) {
  const Seconds lead = seconds_between(now, row);
  if (lead <= honest) {
    leader_.reset();
    const bool nobody_leads = feed_ > Seconds(0) && led_at_.dated() && seconds_between(led_at_, now) >= witnessed;
    if (nobody_leads) feed_ = Seconds(0);
    return true;
  }
  if (is_of_feed(lead)) {
    believe(lead, now);
    return true;
  }
  if (is_recording && lead > off) {
    feed_ = lead;
    believe(lead, now);
    return true;
  }
  if (!leader_ || std::chrono::abs(lead - leader_->lead) > honest) leader_ = Leader{lead, now};
  leader_->lead = lead;
  if (seconds_between(leader_->since, now) < witnessed) return false;
  feed_ = lead;
  news_ = lead;
  believe(lead, now);
  return true;
}

}  // namespace pos::clock
