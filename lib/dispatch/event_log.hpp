// SPDX-License-Identifier: MIT
// What pos-alert prints: a record per thing done.
#pragma once

#include <cstdint>
#include <string>

#include "base/record.hpp"
#include "base/row.hpp"
#include "incident/incident.hpp"
#include "ledger/outbox.hpp"

namespace pos::dispatch {

class EventLog {
 public:
  // What is printed is appended to `out`; null: nothing is.
  explicit EventLog(std::string* out, Format format = Format::csv) : out_(out), format_(format) {}

  void set_format(Format format) { format_ = format; }
  // Whether incidents may be of keys, or have places; and whether amounts are known. CSV has the columns for that where
  // it was so at its first line, objects have the members where there is something.
  struct MoreColumns {
    bool keys = false;
    bool amounts = false;
  };
  void show(MoreColumns shown) { shows_ = shown; }

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
  std::string* out_;
  Format format_;
  bool begun_ = false;
  MoreColumns shows_;
  MoreColumns columns_;  // since its first line
};

}  // namespace pos::dispatch
