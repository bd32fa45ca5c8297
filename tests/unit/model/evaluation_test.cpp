// SPDX-License-Identifier: MIT
#include "model/evaluation.hpp"

#include <doctest/doctest.h>

using namespace pos::model;

TEST_CASE("evaluate: six rows, by hand") {
  const std::vector<Judged> rows = {{0.9, true, true},   {0.8, false, true}, {0.7, true, false},
                                    {0.6, false, false}, {0.6, true, false}, {0.1, false, false}};
  const Evaluation e = evaluate(rows);
  CHECK(e.confusion[0][0] == 2);
  CHECK(e.confusion[0][1] == 1);
  CHECK(e.confusion[1][0] == 2);
  CHECK(e.confusion[1][1] == 1);
  CHECK(e.accuracy == 0.5);
  CHECK(e.classes[1].precision == 0.5);
  CHECK(e.classes[1].recall == doctest::Approx(1.0 / 3));
  CHECK(e.classes[1].f1 == doctest::Approx(0.4));  // 2 (1/2)(1/3) / (5/6)
  // pairs (anomaly, normal) in order: 0.9 beats 3; 0.7 beats 2; 0.6 beats 1 and ties 1: 6.5 of 9
  CHECK(e.roc_auc == doctest::Approx(6.5 / 9));
}

TEST_CASE("classification_report: laid out as scikit-learn's") {
  // sklearn.metrics.classification_report([0]*480+[1]*367, ...) of version 1.2.1 on these counts.
  std::vector<Judged> rows;
  const auto add = [&](int n, bool label, bool alert) {
    rows.insert(rows.end(), static_cast<std::size_t>(n), {0, label, alert});
  };
  add(461, false, false);
  add(19, false, true);
  add(350, true, false);
  add(17, true, true);
  CHECK(classification_report(evaluate(rows)) ==
        "              precision    recall  f1-score   support\n"
        "\n"
        "           0       0.57      0.96      0.71       480\n"
        "           1       0.47      0.05      0.08       367\n"
        "\n"
        "    accuracy                           0.56       847\n"
        "   macro avg       0.52      0.50      0.40       847\n"
        "weighted avg       0.53      0.56      0.44       847\n");
}

TEST_CASE("evaluate: one kind of row only, or none, divides by nothing") {
  const std::vector<Judged> normal(3, Judged{0.5, false, false});
  CHECK(evaluate(normal).accuracy == 1);
  CHECK(evaluate(normal).classes[1].f1 == 0);
  CHECK(evaluate(normal).roc_auc == 0.5);
  CHECK(evaluate({}).accuracy == 0);
}
