// SPDX-License-Identifier: MIT
#include "pipeline/resume.hpp"

#include <string>

#include "base/error.hpp"
#include "history/stream_models.hpp"

namespace pos::pipeline {

model::Model resume(history::Store& store, model::Model model) {
  const std::string state = store.models().monitor_state();
  if (state.empty()) return model;
  try {
    model.monitor = model::Monitor::from_state(state);
  } catch (const Error& error) {
    throw Error(error.fault(), store.path() + ": " + error.what());
  }
  return model;
}

}  // namespace pos::pipeline
