// SPDX-License-Identifier: MIT
#include "checkout/verdict.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "checkout/expected_count.hpp"
#include "checkout/long_run.hpp"

namespace pos::checkout {
namespace {

constexpr std::size_t shortest_run = 2, longest_run = 4;
constexpr double least_run_z = 0.8;
constexpr double shoulder_p = 0.10;

// Holm's step-down adjustment.
void adjust(std::vector<Verdict>& verdicts, const std::vector<HourFit>& hours) {
  std::vector<std::size_t> order(hours.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return hours[a].p < hours[b].p; });
  double worst = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    worst = std::max(worst, std::min(1.0, hours[order[rank]].p * static_cast<double>(order.size() - rank)));
    verdicts[order[rank]].holm = worst;
  }
}

class Judge {
 public:
  Judge(std::span<const int> hours, std::span<const double> day, DayFit& fit, double alpha)
      : hours_(hours), day_(day), fit_(fit.hours), alpha_(alpha), verdicts_(day.size()) {}

  std::vector<Verdict> verdicts() {
    adjust(verdicts_, fit_);
    for (Verdict& verdict : verdicts_) {
      if (verdict.holm <= alpha_) verdict.flag = Flag::hour;
    }
    flag_runs();
    flag_long_run();
    flag_shoulders();
    return std::move(verdicts_);
  }

 private:
  // All runs are found before one is flagged: they may overlap.
  void flag_runs() {
    std::vector<Verdict> runs;
    for (std::size_t length = shortest_run; length <= longest_run; ++length) {
      for (std::size_t first = 0; first + length <= day_.size(); ++first) {
        const std::size_t last = first + length - 1;
        if (!may_run(first, last)) continue;
        const double chance = chance_of(first, last);
        if (chance <= alpha_) runs.push_back({Flag::run, 1, first, last, 1, chance});
      }
    }
    for (Verdict run : runs) {
      for (std::size_t h = run.first; h <= run.last; ++h) {
        run.holm = verdicts_[h].holm;
        verdicts_[h] = run;
      }
    }
  }

  [[nodiscard]] bool may_run(std::size_t first, std::size_t last) const {
    if (hours_[last] - hours_[first] != static_cast<int>(last - first)) return false;
    const double side = fit_[first].z < 0 ? -1 : 1;
    for (std::size_t h = first; h <= last; ++h) {
      if (verdicts_[h].flag != Flag::none || side * fit_[h].z <= least_run_z) return false;
    }
    return true;
  }

  // Stouffer's sum of z, two-sided, for as many runs as there are.
  [[nodiscard]] double chance_of(std::size_t first, std::size_t last) const {
    double sum = 0;
    for (std::size_t h = first; h <= last; ++h) sum += fit_[h].z;
    const auto length = static_cast<double>(last - first + 1);
    const double runs = static_cast<double>(longest_run - shortest_run + 1) * static_cast<double>(day_.size());
    return 2 * normal_probability(-std::abs(sum) / std::sqrt(length)) * runs;
  }

  void flag_long_run() {
    const std::optional<LongRun> run = find_long_run(hours_, day_, fit_, verdicts_, alpha_);
    for (std::size_t h = 0; run && h < day_.size(); ++h) {
      if (!run->hours[h]) continue;
      verdicts_[h].flag = Flag::long_run;
      verdicts_[h].chance = run->chance;
      verdicts_[h].ratio = run->ratio;
      fit_[h] = at_level(std::move(fit_[h]), run->level, run->noise, day_[h]);
    }
  }

  // A shoulder has no shoulder of its own.
  void flag_shoulders() {
    std::vector<std::size_t> shoulders;
    for (std::size_t h = 0; h < day_.size(); ++h) {
      if (verdicts_[h].flag != Flag::none || fit_[h].p > shoulder_p) continue;
      const bool after = h > 0 && is_edge(h, h - 1);
      const bool before = h + 1 < day_.size() && is_edge(h, h + 1);
      if (after || before) shoulders.push_back(h);
    }
    for (const std::size_t h : shoulders) verdicts_[h].flag = Flag::shoulder;
  }

  [[nodiscard]] bool is_edge(std::size_t h, std::size_t flagged) const {
    return verdicts_[flagged].flag != Flag::none && std::abs(hours_[h] - hours_[flagged]) == 1 &&
           is_low(h) == is_low(flagged);
  }

  [[nodiscard]] bool is_low(std::size_t h) const {
    return verdicts_[h].flag == Flag::long_run ? verdicts_[h].ratio < 1 : day_[h] < fit_[h].mean;
  }

  std::span<const int> hours_;
  std::span<const double> day_;
  std::vector<HourFit>& fit_;
  double alpha_;
  std::vector<Verdict> verdicts_;
};

}  // namespace

std::vector<Verdict> judge(std::span<const int> hours, std::span<const double> day, DayFit& fit, double alpha) {
  return Judge(hours, day, fit, alpha).verdicts();
}

}  // namespace pos::checkout
