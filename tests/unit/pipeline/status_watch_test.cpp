// SPDX-License-Identifier: MIT
#include "pipeline/status_watch.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace pos;
using pipeline::Policy;
using pipeline::StatusWatch;

namespace {

pipeline::Settings with_policy(Policy policy) {
  pipeline::Settings settings;
  settings.policy = policy;
  return settings;
}

void push(StatusWatch& watch, int rows, const std::string& status) {
  for (int row = 0; row < rows; ++row) watch.push(status);
}

}  // namespace

TEST_CASE(
    "status watch: a volume that does not come is missed early, and after a thousand rows nothing is worth much") {
  StatusWatch watch("approved", {});
  push(watch, 99, "aprovada");
  CHECK_FALSE(watch.misses());
  push(watch, 900, "aprovada");
  CHECK(watch.misses());
  CHECK_FALSE(watch.is_worthless());
  push(watch, 1, "negada");
  CHECK(watch.is_worthless());
  CHECK(watch.why().starts_with("none of 1000 rows has the status 'approved'"));
  CHECK(watch.why().find("they have aprovada, negada") != std::string::npos);
  push(watch, 1, "approved");  // late, but here it is: the file was grouped by status
  CHECK_FALSE(watch.misses());
  CHECK_FALSE(watch.is_worthless());
}

TEST_CASE("status watch: nothing is missed where one row has it, or where all together are the volume") {
  StatusWatch watch("aprovada", {});
  push(watch, 1, "aprovada");
  push(watch, 2000, "negada");
  CHECK_FALSE(watch.misses());
  StatusWatch sum("*", {});
  push(sum, 2000, "negada");
  CHECK_FALSE(sum.misses());
  CHECK_FALSE(sum.is_worthless());
}

TEST_CASE("status watch: of the policies without a monitor seed misses its words, and forest none") {
  StatusWatch seed("approved", with_policy(Policy::seed));
  push(seed, 999, "negada");
  CHECK_FALSE(seed.misses());
  push(seed, 1, "negada");
  CHECK(seed.misses());
  CHECK(seed.is_worthless());
  StatusWatch good_night("approved", with_policy(Policy::seed));
  push(good_night, 2000, "approved");
  CHECK_FALSE(good_night.misses());
  StatusWatch forest("approved", with_policy(Policy::forest));
  push(forest, 2000, "negada");
  CHECK_FALSE(forest.misses());
  CHECK_FALSE(forest.is_worthless());
}
