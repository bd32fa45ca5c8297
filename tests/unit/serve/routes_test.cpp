// SPDX-License-Identifier: MIT
#include "serve/routes.hpp"

#include <doctest/doctest.h>

using namespace pos::serve;

TEST_CASE("routes: a path may have a number in it, and nothing else in its place") {
  const Route* take = find_route("/api/incidents/202603091017/ack");
  REQUIRE(take);
  CHECK(take->endpoint == Endpoint::acknowledge);
  CHECK(id_in("/api/incidents/202603091017/ack", *take) == 202603091017);
  const Route* silence = find_route("/api/silences/7");
  REQUIRE(silence);
  CHECK(silence->endpoint == Endpoint::silence);
  CHECK(id_in("/api/silences/7", *silence) == 7);
  for (const char* path : {"/api/incidents//ack", "/api/incidents/0/ack", "/api/incidents/-1/ack",
                           "/api/incidents/1x/ack", "/api/incidents/99999999999999999999/ack", "/api/incidents/1/ack/",
                           "/api/incidents/{id}", "/api/silences/", "/api/silences/1/2"})
    CHECK_MESSAGE(find_route(path) == nullptr, path);
}

TEST_CASE("routes: what changes something is posted or deleted, all else is read") {
  Request request;
  const auto status = [&](const char* path, Method method) {
    request.method = method;
    const auto refused = check_method(request, *find_route(path));
    return refused ? refused->status : 200;
  };
  CHECK(status("/api/incidents/1/ack", Method::post) == 200);
  CHECK(status("/api/incidents/1/ack", Method::get) == 405);
  CHECK(status("/api/silences", Method::get) == 405);
  CHECK(status("/api/silences/1", Method::remove) == 200);
  CHECK(status("/api/silences/1", Method::post) == 405);
  CHECK(status("/api/incidents", Method::remove) == 405);
  CHECK(status("/", Method::head) == 200);
}
