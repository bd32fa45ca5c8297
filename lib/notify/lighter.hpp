// SPDX-License-Identifier: MIT
// A message without what it can do without, for a peer that refused it with that: what is optional must not cost the
// rest. Payloads are those of message.hpp; the message stays the same one, so its Message-ID does, too.
#pragma once

#include <optional>
#include <string>

namespace pos::notify {

// A mail without its attachment, which a line in its place tells of; one that has none, without its HTML. Nothing:
// there is no more to leave out.
[[nodiscard]] std::optional<std::string> lighter_mail(const std::string& payload);

// Slack's without `blocks`: the text alone. Nothing: it has none.
[[nodiscard]] std::optional<std::string> lighter_slack(const std::string& payload);

}  // namespace pos::notify
