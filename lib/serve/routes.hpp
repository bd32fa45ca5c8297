// SPDX-License-Identifier: MIT
// What is at which path.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "serve/http.hpp"

namespace pos::serve {

enum class Endpoint {
  score,
  transactions,
  summary,
  series,
  describe,
  incidents,
  keys,
  review,
  page_data,
  state,
  record,
  stream,
  page,
  metrics,
  health,
  readiness,
  icon,
  acknowledge,
  silences,
  silence,
  openapi,
};

struct Route {
  std::string_view path;  // `{id}` stands for a number
  Endpoint endpoint;
};

[[nodiscard]] std::span<const Route> all_routes();
// Null: there is nothing.
[[nodiscard]] const Route* find_route(std::string_view path);
// The number that a path has where its route has `{id}`.
[[nodiscard]] std::int64_t id_in(std::string_view path, const Route& route);

// What is written by it: the endpoint of one who says something of incidents.
[[nodiscard]] bool is_saying(Endpoint endpoint);

// 405 where it is not POST or DELETE for what changes something, GET or HEAD for all others.
[[nodiscard]] std::optional<Response> check_method(const Request& request, const Route& route);

}  // namespace pos::serve
