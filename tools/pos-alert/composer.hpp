// SPDX-License-Identifier: MIT
// What the tracker tells, as messages for every channel.
#pragma once

#include <string>
#include <vector>

#include "channels.hpp"
#include "clock.hpp"
#include "incident/event.hpp"
#include "incident/rules.hpp"
#include "ledger/alert_store.hpp"
#include "notify/notice.hpp"

namespace pos::tools {

class Composer {
 public:
  // `history`: where the rows of reports to attach are; empty: none are attached. `places`: for the
  // commands that a message suggests.
  Composer(const Channels& channels, const Clock& clock, std::string history, dispatch::Places places,
           const incident::Rules& rules = {})
      : channels_(channels), clock_(clock), history_(std::move(history)), places_(std::move(places)), rules_(rules) {}

  // One message per target, the same id in each. `thread`: ids of those before on the incident.
  [[nodiscard]] std::vector<ledger::Outgoing> compose(const incident::Event& event, const std::string& message_id,
                                                      std::vector<std::string> thread) const;
  [[nodiscard]] notify::Notice test_notice(const std::string& message_id) const;
  [[nodiscard]] std::string new_message_id() const;

 private:
  [[nodiscard]] notify::Notice notice(const incident::Event& event, const std::string& message_id) const;

  const Channels& channels_;
  const Clock& clock_;
  std::string history_;
  dispatch::Places places_;
  incident::Rules rules_;
};

}  // namespace pos::tools
