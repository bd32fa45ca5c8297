// SPDX-License-Identifier: MIT
// What pos-alert prints: a record per thing done.
#pragma once

#include <cstdint>
#include <string>

#include "base/row.hpp"
#include "cli/output.hpp"
#include "history/outbox.hpp"

namespace pos::tools {

class EventLog {
 public:
  // `silent`: standard output is for something else.
  EventLog(cli::Output& out, bool silent) : out_(out), silent_(silent) {}

  void set_format(Format format) { format_ = format; }

  // `event` is what happened, to the message or the incident that the envelope tells of.
  void write(LocalSeconds time, std::string_view event, const history::Envelope& envelope);

 private:
  cli::Output& out_;
  bool silent_;
  Format format_ = Format::csv;
  bool begun_ = false;
};

}  // namespace pos::tools
