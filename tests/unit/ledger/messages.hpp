// SPDX-License-Identifier: MIT
// Messages to put into an outbox.
#pragma once

#include <string>
#include <vector>

#include "ledger/alert_store.hpp"

namespace pos::ledger {

inline Outgoing message(const std::string& id, std::int64_t incident, const std::string& target = "ops@example.com") {
  return {{id, incident, "opened", "mail", target}, "payload of " + id};
}

inline void add(AlertStore& store, const Outgoing& outgoing, ClockSeconds now = 100) {
  store.change(now, [&](AlertState&, std::vector<Outgoing>& messages) { messages.push_back(outgoing); });
}

inline bool anything(const StoredMessage&) { return true; }

}  // namespace pos::ledger
