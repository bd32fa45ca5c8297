// SPDX-License-Identifier: MIT
#include "model/evaluation.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace pos::model {
namespace {

double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

Evaluation::Class class_of(const std::array<std::array<std::int64_t, 2>, 2>& confusion, std::size_t k) {
  const auto hits = static_cast<double>(confusion[k][k]);
  Evaluation::Class result;
  result.support = confusion[k][0] + confusion[k][1];
  result.precision = ratio(hits, static_cast<double>(confusion[0][k] + confusion[1][k]));
  result.recall = ratio(hits, static_cast<double>(result.support));
  result.f1 = ratio(2 * result.precision * result.recall, result.precision + result.recall);
  return result;
}

Evaluation::Class average(const std::array<Evaluation::Class, 2>& classes, double weight0, double weight1) {
  const auto mean = [&](double a, double b) { return ratio(weight0 * a + weight1 * b, weight0 + weight1); };
  const auto& [a, b] = classes;
  return {mean(a.precision, b.precision), mean(a.recall, b.recall), mean(a.f1, b.f1), a.support + b.support};
}

// Mann-Whitney: ranks of the anomalies among all scores, ties sharing their mean rank.
// Hanley & McNeil (1982), Radiology 143:29.
double roc_auc(std::span<const Judged> rows) {
  std::vector<Judged> sorted(rows.begin(), rows.end());
  std::sort(sorted.begin(), sorted.end(), [](const Judged& a, const Judged& b) { return a.score < b.score; });
  double positives = 0;
  double rank_sum = 0;
  std::int64_t ranked = 0;
  for (std::size_t i = 0; i < sorted.size();) {
    const double score = sorted[i].score;
    const std::int64_t before = ranked;
    std::int64_t tied_positives = 0;
    for (; i < sorted.size() && sorted[i].score == score; ++i) {
      ranked += sorted[i].rows;
      if (sorted[i].label) tied_positives += sorted[i].rows;
    }
    const double mean_rank = static_cast<double>(before + ranked + 1) / 2;  // of ranks before+1 to ranked
    rank_sum += static_cast<double>(tied_positives) * mean_rank;
    positives += static_cast<double>(tied_positives);
  }
  const double negatives = static_cast<double>(ranked) - positives;
  if (positives == 0 || negatives == 0) return 0.5;
  return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives);
}

std::string report_line(std::string_view name, const Evaluation::Class& row) {
  return fmt::format("{:>12} {:>10.2f} {:>9.2f} {:>9.2f} {:>9}\n", name, row.precision, row.recall, row.f1,
                     row.support);
}

}  // namespace

Evaluation evaluate(std::span<const Judged> rows) {
  Evaluation result;
  for (const Judged& row : rows) result.confusion[row.label ? 1 : 0][row.alert ? 1 : 0] += row.rows;
  for (std::size_t k = 0; k < 2; ++k) result.classes[k] = class_of(result.confusion, k);
  result.macro = average(result.classes, 1, 1);
  result.weighted = average(result.classes, static_cast<double>(result.classes[0].support),
                            static_cast<double>(result.classes[1].support));
  result.accuracy = ratio(static_cast<double>(result.confusion[0][0] + result.confusion[1][1]),
                          static_cast<double>(result.macro.support));
  result.roc_auc = roc_auc(rows);
  return result;
}

std::string classification_report(const Evaluation& evaluation) {
  return fmt::format("{:>12} {:>10} {:>9} {:>9} {:>9}\n\n", "", "precision", "recall", "f1-score", "support") +
         report_line("0", evaluation.classes[0]) + report_line("1", evaluation.classes[1]) +
         fmt::format("\n{:>12} {:>10} {:>9} {:>9.2f} {:>9}\n", "accuracy", "", "", evaluation.accuracy,
                     evaluation.macro.support) +
         report_line("macro avg", evaluation.macro) + report_line("weighted avg", evaluation.weighted);
}

}  // namespace pos::model
