// SPDX-License-Identifier: MIT
#include "pipeline/model_age.hpp"

#include <doctest/doctest.h>

#include "unit/pipeline/calm_shop.hpp"

using namespace pos;
using namespace pos::pipeline;

TEST_CASE("model age: a model is told as old when its last row is, by whole days") {
  constexpr LocalSeconds now = 1'773'050'400;  // 2026-03-09 10:00
  constexpr LocalSeconds day = 86'400;
  CHECK(model_age("m", std::nullopt, now, usual_model_age).empty());
  CHECK(model_age("m", now - 60 * day, now, usual_model_age).empty());
  CHECK(model_age("m", now - 60 * day - 1, now, usual_model_age) ==
        "m: the model knows nothing of the last 60 days, since 2026-01-08 09:59:59: train anew (pos-train -b HISTORY; "
        "--max-model-age)");
  CHECK(model_age("m", now - 61 * day, now, usual_model_age).starts_with("m: the model knows nothing of the last 61 "));
}

TEST_CASE("model age: clocks without a date say nothing of it") {
  CHECK_FALSE(trained_to(trained()));
  model::Model bare = trained();
  bare.monitor.reset();
  CHECK_FALSE(trained_to(bare));
  model::History history;
  history.begin_file();
  for (const Input& row : calm(0, 60, 1)) history.add({on_a_day(row.minute), row.status, row.count});
  CHECK(trained_to(model::train(history, {}).model) == to_seconds(on_a_day(59)));
}
