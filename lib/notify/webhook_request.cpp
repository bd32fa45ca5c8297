// SPDX-License-Identifier: MIT
#include "notify/webhook_request.hpp"

#include <algorithm>
#include <utility>

#include "base/json.hpp"
#include "base/percent.hpp"
#include "base/text.hpp"
#include "notify/template_nodes.hpp"

namespace pos::notify {
namespace {

// No body of JSON begins with it.
constexpr std::string_view begins = "POST ";

enum class As { text, json, percent };

std::string secret_as(const std::string& value, As as) {
  if (as == As::percent) return percent_encoded(value);
  if (as == As::text) return value;
  std::string quoted;
  append_json_string(quoted, value);
  return quoted.substr(1, quoted.size() - 2);
}

std::optional<std::string> fill_in(std::string& text, const std::vector<NamedSecret>& secrets, As as) {
  std::string out;
  std::string_view rest = text;
  for (auto open = rest.find(secret_mark); open != std::string_view::npos; open = rest.find(secret_mark)) {
    const auto close = rest.find(secret_mark, open + 1);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    const auto at =
        std::find_if(secrets.begin(), secrets.end(), [&](const auto& secret) { return secret.name == name; });
    if (close == std::string_view::npos || at == secrets.end()) return std::string(name);
    (out += rest.substr(0, open)) += secret_as(at->value, as);
    rest.remove_prefix(close + 1);
  }
  text = out.append(rest);
  return std::nullopt;
}

}  // namespace

std::string payload_of(const WebhookRequest& request) {
  if (request.append.empty() && request.content_type == json_type) return request.body;
  return std::string(begins) + request.append + "\n" + request.content_type + "\n" + request.body;
}

WebhookRequest request_of(std::string_view payload) {
  WebhookRequest request;
  if (payload.starts_with(begins)) {
    payload.remove_prefix(begins.size());
    request.append = take_until(payload, '\n');
    request.content_type = take_until(payload, '\n');
  }
  request.body = payload;
  return request;
}

std::optional<std::string> fill_in(WebhookRequest& request, const std::vector<NamedSecret>& secrets) {
  if (auto missing = fill_in(request.append, secrets, As::percent)) return missing;
  return fill_in(request.body, secrets, is_json_type(request.content_type) ? As::json : As::text);
}

std::string joined_url(std::string_view url, std::string_view append) {
  std::string_view path = take_until(url, '#');  // what is behind it goes to no server
  const std::string_view more = append.starts_with('&') ? std::string_view() : take_until(append, '?');
  std::string_view query = path;
  path = take_until(query, '?');
  if (path.ends_with('/') && more.starts_with('/')) path.remove_suffix(1);
  std::string joined = std::string(path).append(more);
  if (append.starts_with('&')) append.remove_prefix(1);
  const bool both = !query.empty() && !append.empty();
  if (!query.empty() || !append.empty()) joined.append("?").append(query).append(both ? "&" : "").append(append);
  return joined;
}

bool is_json_type(std::string_view content_type) {
  const std::string type = fold_name(content_type.substr(0, content_type.find_first_of("; ")));
  return type == json_type || type == "text/json" || type.ends_with("+json");
}

}  // namespace pos::notify
