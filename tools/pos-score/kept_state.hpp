// SPDX-License-Identifier: MIT
// The file of --state: where the stream was left, and where this run leaves it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

#include "options.hpp"
#include "pipeline/state_file.hpp"

namespace pos::tools {

// Written whole or not at all, and only after the rows that it takes for decided are out: who is killed in between
// gives them once more.
class KeptState {
 public:
  // Reads it; one that is not there, or empty, begins anew. `sha256`: of the model.
  // Errors: pos::Error(Fault::bad_data), and as of InputFile.
  KeptState(const Options& options, const std::string& sha256);

  // An earlier run has left one; nothing: none has.
  [[nodiscard]] pipeline::SavedState* saved() const { return saved_.get(); }
  // It is in the stream, and goes away.
  void forget_saved();

  void see_row() { see_rows(1); }
  void see_rows(std::size_t rows) { notes_.rows += static_cast<std::int64_t>(rows); }
  // Of the rows that are held, and of the input so far.
  void note_form(Format output, const Header& header) {
    notes_.output = output;
    notes_.header = header;
  }

  // Errors: pos::Error(Fault::temporary): another run has written it since; and as of file::NewFile.
  void save(const pipeline::Stream& stream);
  // As save(), where a minute was decided since the last time, a second ago or more.
  [[nodiscard]] bool is_due(const pipeline::Stream& stream) const {
    return stream.decided() != saved_minutes_ && std::chrono::steady_clock::now() - saved_at_ > std::chrono::seconds(1);
  }

 private:
  // What tells one file of this name from the next; nothing: there is none.
  using Print = std::optional<std::tuple<std::uint64_t, std::uint64_t, std::int64_t, std::int64_t>>;
  [[nodiscard]] Print print() const;

  std::string path_;
  Print seen_;  // as this run has read or written it
  pipeline::StateOwner owner_;
  pipeline::StateNotes notes_;
  std::unique_ptr<pipeline::SavedState> saved_;
  std::uint64_t saved_minutes_ = 0;
  std::chrono::steady_clock::time_point saved_at_ = std::chrono::steady_clock::now();
};

}  // namespace pos::tools
