// SPDX-License-Identifier: MIT
// What pos-alert prints: a record per thing done.
#pragma once

#include <cstdint>
#include <string>

#include "base/record.hpp"
#include "base/row.hpp"
#include "cli/output.hpp"
#include "incident/incident.hpp"
#include "ledger/outbox.hpp"

namespace pos::tools {

class EventLog {
 public:
  // `silent`: standard output is for something else.
  EventLog(cli::Output& out, bool silent) : out_(out), silent_(silent) {}

  void set_format(Format format) { format_ = format; }

  // What happened, to a message or to an incident; the envelope of what is no message has its id alone, or nothing.
  struct Entry {
    LocalSeconds time = 0;
    std::string event;
    ledger::Envelope envelope = {};
    incident::Incident incident = {};  // as it is now; of a digest and a test: nothing
    std::string reason = {};           // in place of the incident's
  };
  void write(const Entry& entry);

 private:
  cli::Output& out_;
  bool silent_;
  Format format_ = Format::csv;
  bool begun_ = false;
};

}  // namespace pos::tools
