// SPDX-License-Identifier: MIT
#include "pipeline/model_age.hpp"

namespace pos::pipeline {

std::optional<LocalSeconds> trained_to(const model::Model& model) {
  constexpr std::int64_t minutes_of_ten_years = 3650 * 1440;  // clocks without a date begin on day 0
  const auto last = model.monitor ? model.monitor->last_minute() : std::nullopt;
  return last && *last > minutes_of_ten_years ? std::optional(*last * 60) : std::nullopt;
}

std::string model_age(const std::string& name, std::optional<LocalSeconds> trained_to, LocalSeconds now,
                      std::chrono::seconds most) {
  if (!trained_to || now - *trained_to <= most.count()) return {};
  constexpr LocalSeconds day = 86'400;
  return name + ": the model knows nothing of the last " + std::to_string((now - *trained_to) / day) + " days, since " +
         to_date_time(*trained_to) + ": train anew (pos-train -b HISTORY; --max-model-age)";
}

}  // namespace pos::pipeline
