// SPDX-License-Identifier: MIT
// A report on a source, made and written.
#pragma once

#include <cstdint>

#include "base/record.hpp"
#include "cli/output.hpp"
#include "options.hpp"
#include "read/time_zone.hpp"
#include "report/collect.hpp"
#include "source.hpp"

namespace pos::tools {

// When a report is made.
struct Now {
  explicit Now(const read::TimeZone& zone) : utc(cli::now()), local(zone.local(utc)) {}

  std::int64_t utc;
  LocalSeconds local;
};

class Run {
 public:
  // Errors: pos::Error(Fault::usage) for a period that cannot be.
  Run(const Options& options, Source& source, const read::TimeZone& zone, const Now& now);

  [[nodiscard]] report::Report make();
  // Returns whether anything abnormal is in it. A period without any row is told on stderr.
  bool write(cli::Output& out);

 private:
  void check_volume();
  [[nodiscard]] bool keeps_records() const;
  report::Report collect(const Period& period, report::Keep keep);
  bool write_rows(cli::Output& out);
  bool write_report(cli::Output& out);
  void tell_if_empty();

  const Options& options_;
  Source& source_;
  Now now_;
  Period period_;
  incident::Rules rules_;
  bool any_ = false;  // rows in the period
};

}  // namespace pos::tools
