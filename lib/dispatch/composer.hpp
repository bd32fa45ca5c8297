// SPDX-License-Identifier: MIT
// What the tracker tells, as messages for every channel.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/event.hpp"
#include "dispatch/attachment.hpp"
#include "dispatch/audience.hpp"
#include "dispatch/channels.hpp"
#include "dispatch/clock.hpp"
#include "incident/event.hpp"
#include "ledger/outbox.hpp"
#include "notify/notice.hpp"

namespace pos::dispatch {

// What people know of days and hours, as far as it is known now: a deployment may be told just before the incident.
using EventsNow = std::function<const std::vector<pos::Event>&()>;

// `channels` and `clock` must outlive it. Message ids are random; all else depends on the event alone, and on the
// history where reports are attached. Errors: those of the history.
class Composer {
 public:
  Composer(const Channels& channels, const Clock& clock, Places places = {},
           std::optional<AttachedReports> reports = {}, EventsNow events = {})
      : channels_(channels),
        clock_(clock),
        places_(std::move(places)),
        reports_(std::move(reports)),
        events_(std::move(events)) {}

  // One message per copy that is to be told, all of one event, the same id in each; of a digest in all that tell the
  // same. `thread`: ids of those before on the incident.
  [[nodiscard]] std::vector<ledger::Outgoing> compose(const std::vector<Copy>& copies, const std::string& message_id,
                                                      std::vector<std::string> thread) const;
  // The template of a webhook has no words for it.
  [[nodiscard]] bool leaves_out(const Copy& copy) const;
  // As it is now, in no message.
  [[nodiscard]] notify::Notice notice_of(const incident::Incident& incident) const;
  [[nodiscard]] notify::Notice test_notice(const std::string& message_id) const;
  [[nodiscard]] std::string new_message_id() const;

 private:
  [[nodiscard]] std::optional<notify::Attachment> report(const std::vector<Copy>& copies) const;
  [[nodiscard]] std::string id_of(const std::vector<Copy>& copies, std::size_t at,
                                  const std::vector<ledger::Outgoing>& before, const std::string& first) const;
  [[nodiscard]] notify::Notice notice(const incident::Event& event, const std::string& message_id) const;

  const Channels& channels_;
  const Clock& clock_;
  Places places_;
  std::optional<AttachedReports> reports_;  // none are attached
  EventsNow events_;                        // empty: nobody knows any
};

}  // namespace pos::dispatch
