// SPDX-License-Identifier: MIT
// State that is kept in pieces, since only a few of them change in a minute: what a monitor knows of each key, say.
#pragma once

#include <optional>
#include <string>

namespace pos {

struct StatePiece {
  std::string name;                 // unique within a model of a stream
  std::optional<std::string> text;  // any bytes; nothing: the piece is gone
};

}  // namespace pos
