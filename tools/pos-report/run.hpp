// SPDX-License-Identifier: MIT
// A report on a source, made and written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/event.hpp"
#include "base/record.hpp"
#include "cli/output.hpp"
#include "options.hpp"
#include "read/time_zone.hpp"
#include "render/page/page.hpp"
#include "render/report/text_records.hpp"
#include "report/collect.hpp"
#include "source.hpp"
#include "write/record_line.hpp"

namespace pos::tools {

// When a report is made.
struct Now {
  explicit Now(const read::TimeZone& zone) : utc(cli::now()), local(zone.local(utc)) {}

  std::int64_t utc;
  LocalSeconds local;
};

class Run {
 public:
  // `zone` must outlive it. Errors: pos::Error(Fault::usage) for a period that cannot be.
  Run(const Options& options, Source& source, const read::TimeZone& zone, const Now& now);

  // As text; of a table no more rows than a screen of so many lines shows.
  [[nodiscard]] std::string screen(int lines);
  // Returns whether anything abnormal is in it. A period without any row is told on stderr.
  bool write(cli::Output& out);

 private:
  void check_volume();
  void check_by();
  [[nodiscard]] std::string title() const;
  [[nodiscard]] render::PageText page_text() const;
  using See = std::function<void(const Record&)>;

  report::Report make(const See& see = {});
  [[nodiscard]] report::Order order(const Period& period) const;
  report::Report collect(const Period& period, report::Keep keep, const See& see);
  bool write_rows(cli::Output& out);
  bool write_report(cli::Output& out);
  report::Report append_text(std::string& out, std::size_t most_rows, const std::function<void()>& after_row);
  [[nodiscard]] write::PlaceColumns place_columns();
  void append_rows(std::string& out, render::RecordsTable& table, std::size_t most,
                   const std::function<void()>& after_row);
  void tell_if_empty();
  void tell_of_no_rows(const Period& period, std::string_view what_for);

  const Options& options_;
  Source& source_;
  const read::TimeZone& zone_;
  Now now_;
  Period period_;
  incident::Rules rules_;
  std::vector<Event> events_;
  bool any_ = false;  // rows in the period
  std::optional<Period> nothing_to_compare_;  // what was to be compared with, and has no rows
};

}  // namespace pos::tools
