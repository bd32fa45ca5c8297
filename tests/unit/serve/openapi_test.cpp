// SPDX-License-Identifier: MIT
#include "serve/openapi.hpp"

#include <doctest/doctest.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "serve/routes.hpp"

using namespace pos::serve;

namespace {

simdjson::dom::element document() {
  static simdjson::dom::parser parser;
  return parser.parse(simdjson::padded_string(openapi()));
}

// `get /api/summary`, as OpenAPI names them.
std::set<std::string> operations() {
  std::set<std::string> all;
  for (const auto& [path, item] : document()["paths"].get_object()) {
    for (const auto& [method, what] : item.get_object()) {
      if (method != "parameters") all.insert(std::string(method) + " " + std::string(path));
    }
  }
  return all;
}

bool is_route(const std::string& operation) {
  const auto blank = operation.find(' ');
  std::string path = operation.substr(blank + 1);
  if (const auto id = path.find("{id}"); id != std::string::npos) path.replace(id, 4, "7");
  const Route* route = find_route(path);
  Request request;
  request.method = operation.starts_with("post")     ? Method::post
                   : operation.starts_with("delete") ? Method::remove
                                                     : Method::get;
  return route != nullptr && !check_method(request, *route);
}

}  // namespace

TEST_CASE("openapi: each operation is a route with that method") {
  for (const std::string& operation : operations()) {
    INFO(operation);
    CHECK(is_route(operation));
  }
}

TEST_CASE("openapi: each route has its operation") {
  const auto all = operations();
  for (const Route& route : all_routes()) {
    const std::string path(route.path);
    INFO(path);
    CHECK((all.contains("get " + path) || all.contains("post " + path) || all.contains("delete " + path)));
  }
}

TEST_CASE("openapi: each reference leads somewhere, and each operation says what it answers") {
  CHECK(std::string_view(document()["openapi"]) == "3.1.0");
  const std::string text(openapi());
  for (auto at = text.find("\"$ref\": \"#"); at != std::string::npos; at = text.find("\"$ref\": \"#", at + 1)) {
    const auto begin = at + 10;
    const std::string pointer = text.substr(begin, text.find('"', begin) - begin);
    INFO(pointer);
    CHECK(document().at_pointer(pointer).error() == simdjson::SUCCESS);
  }
  for (const auto& [path, item] : document()["paths"].get_object()) {
    for (const auto& [method, what] : item.get_object()) {
      if (method == "parameters") continue;
      const std::string_view where = path;  // INFO keeps names, and clang none of a binding
      INFO(where);
      CHECK(what["responses"].get_object().value().size() > 0);
      CHECK(std::string_view(what["summary"]).ends_with('.'));
    }
  }
}
