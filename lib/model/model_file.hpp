// SPDX-License-Identifier: MIT
// A trained model and its file (pos-formats(5) has the format).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/features.hpp"
#include "model/isolation_forest.hpp"
#include "model/keys/key_monitor.hpp"
#include "model/monitor/monitor.hpp"

namespace pos::model {

inline constexpr int model_format = 1;

// Mean and standard deviation (with n - 1) of a feature over the training rows.
struct FeatureSummary {
  double mean = 0;
  double deviation = 0;
};

struct Model {
  StatusCodes statuses;
  std::optional<std::array<FeatureSummary, feature_count>> features;  // none in a model made elsewhere
  IsolationForest forest;
  double threshold = 1;                                      // a score above it is an alert
  std::optional<Monitor> monitor;                            // none in a model made elsewhere
  std::vector<std::pair<std::string, std::string>> lineage;  // how the model came to be
  std::string sha256;                                        // of the file it was read from
  std::optional<KeyMonitor> keys = {};                       // none: the monitor watches the whole alone
};

// The file's bytes: the same model gives the same bytes.
[[nodiscard]] std::string to_text(const Model& model);

// Takes hostile bytes: allocates in proportion to them, executes nothing.
// Errors: pos::Error(Fault::bad_data) saying `name:line: ` and what is wrong: another version, cut
// or edited (the checksum), a section out of place, a tree that is none.
[[nodiscard]] Model parse_model(std::string_view text, const std::string& name);

}  // namespace pos::model
