// SPDX-License-Identifier: MIT
// The report on a training.
#pragma once

#include <string>

#include "history_reader.hpp"
#include "model/training.hpp"
#include "model/training_report.hpp"
#include "options.hpp"

namespace pos::tools {

// It is 40 % of the work, and -q alone shows nobody any of it. (A test file is read all the same: what is wrong with it
// is told.)
[[nodiscard]] bool is_reported(const Options& options);

[[nodiscard]] model::TrainingReport make_report(const Options& options, const model::Trained& trained,
                                                const model::History& history, HistoryReader& reader);

// As text to standard error, or as JSON where --report says.
void write_report(const Options& options, const std::string& text, const std::string& json);

}  // namespace pos::tools
