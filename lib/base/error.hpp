// SPDX-License-Identifier: MIT
// The one exception of the project: what went wrong in the outside world, and the exit status it earns.
#pragma once

#include <stdexcept>
#include <string>

namespace pos {

// Exit statuses as sysexits.h numbers them; pos-tools(7) lists them for users.
enum class Fault : int {
  usage = 64,
  bad_data = 65,
  no_input = 66,
  unavailable = 69,
  internal = 70,
  system = 71,
  cannot_create = 73,
  io = 74,
  temporary = 75,
  protocol = 76,
  permission = 77,
  config = 78,
};

// Thrown for what a program cannot mend: no file, full disk, cut model. cli::run_tool answers it,
// once, by printing `tool: what()` and ending with the fault's number. what() is one line that
// names the file, and the line where there is one.
class Error : public std::runtime_error {
 public:
  Error(Fault fault, const std::string& message) : std::runtime_error(message), fault_(fault) {}
  [[nodiscard]] Fault fault() const { return fault_; }

 private:
  Fault fault_;
};

// What the system says of `name`, by its errno: `pos.db: No space left on device`. A full or failing disk is Fault::io
// and too little memory, or too few files that may be open, Fault::system, whichever call they stopped; what else stops
// it is `otherwise`.
[[nodiscard]] Error system_error(const std::string& name, int error, Fault otherwise);

}  // namespace pos
