// SPDX-License-Identifier: MIT
#include "pipeline/parts.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace pos;
using namespace pos::pipeline;

namespace {

model::KeyAlert scoring(double score) {
  model::KeyAlert alert{};
  alert.score = score;
  alert.expected = 12.5;
  alert.severity = Severity::critical;
  alert.reason = "above: 40 in 3 min, 12 expected";
  return alert;
}

}  // namespace

TEST_CASE("labels come back from their text, empty ones too") {
  const std::vector<std::vector<std::string_view>> rows = {
      {"m1", "x", "51"}, {"", "x", ""}, {"", "", ""}, {"m1", "", ""}};
  for (const auto& labels : rows) {
    std::string text;
    append_labels(text, labels);
    SplitLabels split;
    const auto back = split.of(text, labels.size());
    CHECK(std::vector(back.begin(), back.end()) == labels);
  }
  SplitLabels split;
  CHECK(split.of("", 0).empty());
  CHECK(split.of("m1", 3).size() == 3);  // of a row that was stored before there were so many
}

TEST_CASE("of two keys that alert a row shows the one that surprises more") {
  const model::KeyAlert merchant = scoring(1), acquirer = scoring(4), other = scoring(9);
  const std::vector<KeyVerdict> verdicts = {{"acquirer=x", 1, "x", "denied", &acquirer},
                                            {"merchant=m1", 0, "m1", "denied", &merchant},
                                            {"merchant=m2", 0, "m2", "denied", &other},
                                            {"merchant=m1", 0, "m1", "failed", &other}};
  const auto found = [&](std::string_view status, std::array<std::string_view, 2> labels) {
    const KeyVerdict* verdict = find_verdict(verdicts, status, labels);
    return std::string(verdict == nullptr ? "" : verdict->name);
  };

  CHECK(found("denied", {"m1", "x"}) == "acquirer=x");
  CHECK(found("denied", {"m1", "y"}) == "merchant=m1");
  CHECK(found("denied", {"m2", "x"}) == "merchant=m2");
  CHECK(found("denied", {"x", "m1"}).empty());  // another family's values
  CHECK(found("failed", {"m1", "x"}) == "merchant=m1");
  CHECK(found("approved", {"m1", "x"}).empty());
}

TEST_CASE("a key's verdict takes the place of the whole's, but for the forest's part") {
  Scored scored;
  scored.score = 0.4;
  scored.expected = 300;
  scored.surprise = -2;
  scored.where = "bin=4: 3 of 4 denied, 1 expected";
  const model::KeyAlert alert = scoring(4);

  apply(KeyVerdict{"merchant=m1", 0, "m1", "denied", &alert}, scored);

  CHECK(scored.score == 0.4);
  CHECK(scored.expected == 12.5);
  CHECK(scored.surprise == 4);
  CHECK(scored.decision == Decision::alert);
  CHECK(scored.key == "merchant=m1");
  CHECK(scored.where.empty());  // that was of the whole
}
