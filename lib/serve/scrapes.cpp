// SPDX-License-Identifier: MIT
#include "serve/scrapes.hpp"

namespace pos::serve {

void Scrapes::add(const Respond& respond, ReportOrder order, const std::string& tag) {
  constexpr std::chrono::milliseconds moment(500);
  waiting_.emplace_back(respond, Clock::now() + moment);
  if (tag.empty() || tag == today_tag_) return answer(Clock::time_point::max());
  desk_.order(std::move(order), tag, [this, tag](const Response& response) {
    if (response.status == 200) {
      today_ = *response.body;
      today_tag_ = tag;
    }
    answer(Clock::time_point::max());
  });
}

void Scrapes::tick() { answer(Clock::now()); }

// Those who wait until then, or less long.
void Scrapes::answer(Clock::time_point until) {
  std::vector<Respond> ready;
  std::erase_if(waiting_, [&](const auto& one) {
    if (one.second > until) return false;
    ready.push_back(one.first);
    return true;
  });
  if (ready.empty()) return;
  const Response response = text_response(200, "text/plain; version=0.0.4; charset=utf-8", counted_() + today_);
  for (const Respond& respond : ready) respond(response);
}

}  // namespace pos::serve
