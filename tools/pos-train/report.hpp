// SPDX-License-Identifier: MIT
// The report on a training: what decides first, and of the forest where that is asked for.
#pragma once

#include "held_out.hpp"
#include "history_reader.hpp"
#include "model/training.hpp"
#include "model/training_report.hpp"
#include "options.hpp"

namespace pos::tools {

// Nobody would read one (-q alone).
[[nodiscard]] bool is_reported(const Options& options);

// watch: has followed the training.
[[nodiscard]] model::TrainingReport make_report(const Options& options, const model::Trained& trained,
                                                const model::History& history, TrainingWatch& watch,
                                                HistoryReader& reader);

// As text to standard error, or as JSON where --report says.
void write_report(const Options& options, const model::Model& model, const model::TrainingReport& report);

}  // namespace pos::tools
