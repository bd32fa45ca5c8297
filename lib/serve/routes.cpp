// SPDX-License-Identifier: MIT
#include "serve/routes.hpp"

#include <algorithm>
#include <array>

namespace pos::serve {
namespace {

constexpr std::array<Route, 14> routes = {{{"/api/score", Endpoint::score},
                                           {"/api/transactions", Endpoint::transactions},
                                           {"/api/summary", Endpoint::summary},
                                           {"/api/series", Endpoint::series},
                                           {"/api/incidents", Endpoint::incidents},
                                           {"/api/keys", Endpoint::keys},
                                           {"/api/page", Endpoint::page_data},
                                           {"/api/get_record", Endpoint::record},
                                           {"/api/stream", Endpoint::stream},
                                           {"/", Endpoint::page},
                                           {"/metrics", Endpoint::metrics},
                                           {"/healthz", Endpoint::health},
                                           {"/readyz", Endpoint::readiness},
                                           {"/favicon.ico", Endpoint::icon}}};

}  // namespace

const Route* find_route(std::string_view path) {
  const auto at = std::find_if(routes.begin(), routes.end(), [path](const Route& route) { return route.path == path; });
  return at == routes.end() ? nullptr : &*at;
}

std::optional<Response> check_method(const Request& request, const Route& route) {
  const Method method = request.method;
  const bool posts = route.endpoint == Endpoint::score;
  if (posts ? method == Method::post : method == Method::get || method == Method::head) return std::nullopt;
  Response response = error_response(405, posts ? "POST rows to it" : "it can only be read: GET");
  response.headers.emplace_back("Allow", posts ? "POST" : "GET, HEAD");
  return response;
}

}  // namespace pos::serve
