// SPDX-License-Identifier: MIT
// How well verdicts agree with labels, row by row.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pos::model {

struct Judged {
  double score = 0;
  bool label = false;     // it was an anomaly
  bool alert = false;     // it was called one
  std::int64_t rows = 1;  // that are all of this
};

// Counts and measures as scikit-learn's metrics define them (version 1.3: confusion_matrix,
// classification_report, roc_auc_score). A measure whose divisor is 0 is 0, as there.
struct Evaluation {
  struct Class {
    double precision = 0, recall = 0, f1 = 0;
    std::int64_t support = 0;
  };

  std::array<std::array<std::int64_t, 2>, 2> confusion{};  // [label][alert]
  std::array<Class, 2> classes;                            // normal, anomaly
  Class macro, weighted;                                   // averages over the classes; support: all rows
  double accuracy = 0;
  double roc_auc = 0.5;  // chance that an anomaly scores above a normal row, ties half; 0.5 without both kinds
};

// Cost     32 bytes for each that is judged, however many rows it stands for.
[[nodiscard]] Evaluation evaluate(std::span<const Judged> rows);

// The table as scikit-learn's classification_report prints it, to the column.
[[nodiscard]] std::string classification_report(const Evaluation& evaluation);

}  // namespace pos::model
