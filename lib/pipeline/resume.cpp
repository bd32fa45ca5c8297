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

void restore_parts(history::Store& store, Stream& stream) {
  if (stream.labels().size() == 0 || store.models().monitor_state().empty()) return;
  try {
    stream.restore(store.models().pieces());
  } catch (const Error& error) {
    throw Error(error.fault(), store.path() + ": " + error.what());
  }
}

std::string note_without_model(history::Store& store) {
  if (store.models().has_others()) {
    return store.path() +
           ": a model has judged this stream before, and none is given now (--model, POS_MODEL): goes on "
           "with what its rows teach";
  }
  if (!store.models().monitor_state().empty()) return {};
  return "no model: starts from nothing and learns as it goes (40 minutes until its first alert; a day until it knows "
         "how a day goes)";
}

}  // namespace pos::pipeline
