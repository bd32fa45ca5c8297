// SPDX-License-Identifier: MIT
#include "serve/routes.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace pos::serve {
namespace {

constexpr std::array<Route, 21> routes = {{{"/api/score", Endpoint::score},
                                           {"/api/transactions", Endpoint::transactions},
                                           {"/api/summary", Endpoint::summary},
                                           {"/api/series", Endpoint::series},
                                           {"/api/describe", Endpoint::describe},
                                           {"/api/incidents", Endpoint::incidents},
                                           {"/api/keys", Endpoint::keys},
                                           {"/api/review", Endpoint::review},
                                           {"/api/page", Endpoint::page_data},
                                           {"/api/state", Endpoint::state},
                                           {"/api/get_record", Endpoint::record},
                                           {"/api/stream", Endpoint::stream},
                                           {"/", Endpoint::page},
                                           {"/metrics", Endpoint::metrics},
                                           {"/healthz", Endpoint::health},
                                           {"/readyz", Endpoint::readiness},
                                           {"/favicon.ico", Endpoint::icon},
                                           {"/api/incidents/{id}/ack", Endpoint::acknowledge},
                                           {"/api/silences", Endpoint::silences},
                                           {"/api/silences/{id}", Endpoint::silence},
                                           {"/openapi.json", Endpoint::openapi}}};

// Digits in place of `{id}`; nothing: the path is not the route's.
std::optional<std::string_view> id_text(std::string_view path, std::string_view route) {
  constexpr std::string_view place = "{id}";
  const auto at = route.find(place);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view before = route.substr(0, at);
  const std::string_view after = route.substr(at + place.size());
  if (path.size() <= before.size() + after.size() || !path.starts_with(before) || !path.ends_with(after))
    return std::nullopt;
  const std::string_view id = path.substr(before.size(), path.size() - before.size() - after.size());
  return parse_number<std::int64_t>(id).value_or(0) > 0 ? std::optional(id) : std::nullopt;
}

struct Allowed {
  bool is = false;
  const char* methods;
  const char* cure;
};

Allowed allowed(Method method, Endpoint endpoint) {
  switch (endpoint) {
    case Endpoint::score:
      return {method == Method::post, "POST", "POST rows to it"};
    case Endpoint::acknowledge:
      return {method == Method::post, "POST", "POST who takes it"};
    case Endpoint::silences:
      return {method == Method::post, "POST", "POST what is to be silent"};
    case Endpoint::silence:
      return {method == Method::remove, "DELETE", "DELETE ends it"};
    default:
      return {method == Method::get || method == Method::head, "GET, HEAD", "it can only be read: GET"};
  }
}

}  // namespace

std::span<const Route> all_routes() { return routes; }

const Route* find_route(std::string_view path) {
  const auto at = std::ranges::find_if(
      routes, [path](const Route& route) { return route.path == path || id_text(path, route.path).has_value(); });
  return at == routes.end() ? nullptr : &*at;
}

std::int64_t id_in(std::string_view path, const Route& route) {
  return parse_number<std::int64_t>(id_text(path, route.path).value_or("0")).value_or(0);
}

bool is_saying(Endpoint endpoint) {
  return endpoint == Endpoint::acknowledge || endpoint == Endpoint::silences || endpoint == Endpoint::silence;
}

std::optional<Response> check_method(const Request& request, const Route& route) {
  const Allowed may = allowed(request.method, route.endpoint);
  if (may.is) return std::nullopt;
  Response response = error_response(405, may.cure);
  response.headers.emplace_back("Allow", may.methods);
  return response;
}

}  // namespace pos::serve
