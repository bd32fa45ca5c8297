// SPDX-License-Identifier: MIT
// How old a model is: what is normal changes, and a model does not.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/record.hpp"
#include "model/model_file.hpp"

namespace pos::pipeline {

inline constexpr std::chrono::hours usual_model_age(60 * 24);

// Time of the last row it was trained on; nothing where that had no date, or is not known.
[[nodiscard]] std::optional<LocalSeconds> trained_to(const model::Model& model);

// For people, of a model that ends more than `most` before `now`; empty: it does not. `name`: what has it.
[[nodiscard]] std::string model_age(const std::string& name, std::optional<LocalSeconds> trained_to, LocalSeconds now,
                                    std::chrono::seconds most);

}  // namespace pos::pipeline
