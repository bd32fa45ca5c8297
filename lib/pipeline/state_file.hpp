// SPDX-License-Identifier: MIT
// A stream between two runs as one text, so that it can move from machine to machine (pos-formats(5) has the format).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/row.hpp"
#include "model/model_file.hpp"
#include "model/monitor/state_text.hpp"
#include "pipeline/stream.hpp"

namespace pos::pipeline {

// Whose state it is.
struct StateOwner {
  std::string sha256;              // of the model; empty: none was given
  std::string stream;              // its name; empty: it has none
  std::vector<std::string> where;  // as of Settings
};

// What goes along with the stream.
struct StateNotes {
  std::int64_t rows = 0;              // of the stream that were read so far, bad ones too
  Format output = Format::csv;        // of the rows that are held
  std::optional<Header> header = {};  // of the input so far; nothing: there was none
};

// The same stream, owner and notes give the same bytes.
[[nodiscard]] std::string state_text(const StateOwner& owner, const StateNotes& notes, const Stream& stream);

// The other direction, for bytes of unknown origin.
//
//     SavedState state(text, owner, name);
//     state.take_learnt(model);
//     Stream stream(std::move(model), ...);
//     state.restore(stream);
//
// Errors   pos::Error(Fault::bad_data), saying `name: `, what is wrong and the cure: no state, cut or edited, of
// another
//          version, model, stream or list of --where.
class SavedState {
 public:
  // What a state begins with: whatever does not is none.
  static constexpr std::string_view format_name = "pos-state";

  SavedState(std::string text, const StateOwner& owner, std::string name);
  SavedState(const SavedState&) = delete;  // it looks into itself
  SavedState& operator=(const SavedState&) = delete;

  [[nodiscard]] const StateNotes& notes() const { return notes_; }
  void take_learnt(model::Model& model);
  void restore(Stream& stream);

 private:
  template <typename Read>
  void read(Read read);
  void check_version();
  void check_owner(const StateOwner& owner);
  [[noreturn]] void fail(const std::string& reason) const;

  std::string name_;
  std::string text_;
  model::StateReader in_;
  StateNotes notes_;
};

}  // namespace pos::pipeline
