// SPDX-License-Identifier: MIT
// How a stream goes on where an earlier run has left it in the history.
#pragma once

#include <string>

#include "history/store.hpp"
#include "model/model_file.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {

// The model with its monitor where the last run left it. Errors: pos::Error(Fault::bad_data) for a state that is none.
[[nodiscard]] model::Model resume(history::Store& store, model::Model model);

// Likewise what is kept beside the monitor, before any row.
void restore_parts(history::Store& store, Stream& stream);

// For people, where no model is given and the stream is to go on with what it learns itself: told where that begins,
// and where a model has judged the stream before. Empty: nothing.
[[nodiscard]] std::string note_without_model(history::Store& store);

}  // namespace pos::pipeline
