// SPDX-License-Identifier: MIT
// What a template makes of a notice, as the payload of a message, and as it goes out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notify/webhook_secret.hpp"

namespace pos::notify {

inline constexpr std::string_view json_type = "application/json";

struct WebhookRequest {
  std::string append;  // to the URL; empty: nothing
  std::string content_type{json_type};
  std::string body;
};

// As one text, which the database keeps: JSON for the URL itself is its body alone. The secrets of both stand as names.
[[nodiscard]] std::string payload_of(const WebhookRequest& request);
// Back; any other text is a body of JSON.
[[nodiscard]] WebhookRequest request_of(std::string_view payload);

// Puts secrets in where their names stand: as JSON wants it, or as they are, and percent-encoded in what is appended.
// Returns the name of one that is not there.
[[nodiscard]] std::optional<std::string> fill_in(WebhookRequest& request, const std::vector<NamedSecret>& secrets);

// Parts of a path and of a query, each behind what the URL has of them.
[[nodiscard]] std::string joined_url(std::string_view url, std::string_view append);

[[nodiscard]] bool is_json_type(std::string_view content_type);

}  // namespace pos::notify
