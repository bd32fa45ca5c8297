// SPDX-License-Identifier: MIT
#include "model/history_volume.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/error.hpp"

using namespace pos;
using model::volume_of;

namespace {

void add_minutes(model::History& history, const std::string& status, std::int64_t count) {
  for (int minute = 0; minute < 30; ++minute) history.add({{20'000, minute * 60}, status, count});
}

}  // namespace

TEST_CASE("volume of a history: by transactions, of which rows of 0 are none") {
  model::History history;
  add_minutes(history, "approved", 0);
  add_minutes(history, "negada", 4);
  add_minutes(history, "aprovada", 5);
  CHECK(volume_of(history, "").status == "aprovada");
  CHECK(volume_of(history, "").rule == VolumeRule::most);
  CHECK(volume_of(history, "negada").status == "negada");
  CHECK(volume_of(history, "*").status == "*");
}

TEST_CASE("volume of a history: one garbage count does not make its status the one that has most") {
  model::History history;
  add_minutes(history, "aprovada", 40);
  add_minutes(history, "negada", 3);
  history.add({{20'000, 3600}, "negada", 300'000});
  CHECK(volume_of(history, "").status == "aprovada");
}

TEST_CASE("volume of a history: one that is asked for and has no transaction is refused with those that have") {
  model::History history;
  add_minutes(history, "approved", 0);
  add_minutes(history, "negada", 4);
  add_minutes(history, "aprovada", 5);
  CHECK_THROWS_WITH_AS(static_cast<void>(volume_of(history, "approved")),
                       "--volume: no transaction has the status 'approved'; there are: aprovada, negada", Error);
}
