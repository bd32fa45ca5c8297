// SPDX-License-Identifier: MIT
// What is at which path.
#pragma once

#include <optional>
#include <string_view>

#include "serve/http.hpp"

namespace pos::serve {

enum class Endpoint {
  score,
  transactions,
  summary,
  series,
  incidents,
  keys,
  page_data,
  record,
  stream,
  page,
  metrics,
  health,
  readiness,
  icon,
};

struct Route {
  std::string_view path;
  Endpoint endpoint;
};

// Null: there is nothing.
[[nodiscard]] const Route* find_route(std::string_view path);

// 405 where it is not POST for `score`, GET or HEAD for all others.
[[nodiscard]] std::optional<Response> check_method(const Request& request, const Route& route);

}  // namespace pos::serve
