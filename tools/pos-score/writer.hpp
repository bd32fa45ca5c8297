// SPDX-License-Identifier: MIT
// Decided rows, as text, on their way out.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/record.hpp"
#include "cli/output.hpp"
#include "options.hpp"
#include "pipeline/stream.hpp"
#include "read/fields.hpp"
#include "read/row_reader.hpp"
#include "read/time_writing.hpp"
#include "unjudged.hpp"
#include "write/alone_rows.hpp"
#include "write/scored_format.hpp"

namespace pos::tools {

// Counts them, too, which decides the exit status.
class Writer final : public pipeline::Sink {
 public:
  // Both must outlive it.
  Writer(const Options& options, Unjudged& unjudged) : options_(options), unjudged_(unjudged), out_(options.output) {}

  // Before the first file.
  void add_columns(bool key) {
    extra_ = {.key = key, .where = !options_.scoring.where.empty(), .explain = options_.scoring.explain};
  }

  void begin_file(const Header& header, const std::string& name) {
    refuse_other_columns(header, name);
    begin_left();
    header_ = &header;
    if (!format_) format_ = write::make_scored_format(output_ = options_.format.value_or(header.format), extra_);
    if (!options_.state.empty() && output_ == Format::csv && header.format == Format::ndjson)
      throw Error(Fault::usage, name + ": NDJSON has other columns in each run: with --state it cannot become CSV");
    format_->header(header, name, header_line());
  }

  // The stream was left by a run whose input had this header, and whose rows, which may come out yet, are of that
  // format. `name` is that of its state.
  void go_on(const Header& header, Format output, const std::string& name) {
    if (options_.format && *options_.format != output)
      throw Error(Fault::bad_data, name + ": has rows in the other format: give the --format of the run before");
    left_ = header;
    output_ = output;
    left_name_ = name;
  }
  // Of the last input; nothing: there was none that had a header.
  [[nodiscard]] const Header* header() const {
    if (left_) return &*left_;
    if (header_ != nullptr && header_ != &own_header_ && !header_->time.empty()) return header_;
    return has_own_header_ ? &own_header_ : nullptr;
  }
  [[nodiscard]] Format output() const { return output_; }

  // The header goes away.
  void end_file() {
    if (header_ == nullptr) return;
    if (!header_->time.empty() && header_ != &own_header_) {
      own_header_ = *header_;
      has_own_header_ = true;
    }
    header_ = &own_header_;
  }

  // The row's own columns as the output has them. A reason: it cannot be written.
  std::string columns(const Row& row, read::RowReader& rows, std::string& to) {
    const auto cells = format_->needs_cells(row.format) ? rows.cells() : std::span<const Cell>();
    std::string reason = format_->check_columns(cells, header_line());
    if (reason.empty()) format_->input_columns(row, cells, to);
    return reason;
  }

  // Without columns: the row could not be written, and was told; it counts for its minute all the same.
  void row(const pipeline::Decided& row, const Scored& scored) override {
    unjudged_.see(row);
    if (row.columns.empty()) return;
    begin_left();
    ++rows_;
    if (scored.decision == Decision::alert) ++alerts_;
    if (options_.alerts_only && scored.decision != Decision::alert) return;
    out_.buffer() += row.columns;
    format_->scored_columns(scored, out_.buffer());
    out_.flush_if_full();
  }

  void silence(const pipeline::Silence& silence, const Scored& scored) override {
    ++alerts_;
    begin_left();
    if (header_ == nullptr) begin_file(own_header_, {});
    const Header& like = header_->time.empty() ? own_header_ : *header_;  // NDJSON without a row
    const std::string time = silence.time_like.empty() ? to_date_time(to_seconds(silence.time))
                             : silence.minutes_later == 0
                                 ? std::string(silence.time_like)
                                 : read::shift_time(silence.time_like, silence.minutes_later, like.time_style);
    const write::NamedText of_key{silence.family, silence.value};
    format_->made_up_columns(like, time, silence.status, silence.count,
                             std::span(&of_key, silence.family.empty() ? 0 : 1), out_.buffer());
    format_->scored_columns(scored, out_.buffer());
    out_.flush_if_full();
  }

  // True: alone() can write rows of that format.
  [[nodiscard]] bool writes_alone(Format input) const {
    return !format_->needs_cells(input) && !options_.scoring.explain;
  }
  // As columns(), of such a row.
  void own_columns(const PlainRow& row, Format format, std::string& to) {
    Row whole;
    whole.raw = row.raw;
    whole.format = format;
    format_->input_columns(whole, {}, to);
  }
  // Rows as row() would write them, were they to come one by one.
  [[nodiscard]] write::AloneRows& alone(Format format) {
    if (!alone_) alone_.emplace(*format_, format);
    return *alone_;
  }
  // One of them that cannot be, in its place.
  void alone_as_row(const PlainRow& row, Format format, const Scored& scored) {
    alone_->take(out_.buffer());
    own_columns(row, format, out_.buffer());
    format_->scored_columns(scored, out_.buffer());
  }
  // So many of them came, and were judged.
  void count_alone(std::size_t rows, std::size_t alerts) {
    rows_ += static_cast<std::int64_t>(rows);
    alerts_ += static_cast<std::int64_t>(alerts);
    unjudged_.see_judged(rows);
    alone_->take(out_.buffer());
    out_.flush_if_full();
  }

  void flush() { out_.flush(); }
  void sync() { out_.sync(); }
  void close() { out_.close(); }
  [[nodiscard]] std::int64_t rows() const { return rows_; }
  [[nodiscard]] std::int64_t alerts() const { return alerts_; }

 private:
  void refuse_other_columns(const Header& header, const std::string& name) const {
    const bool is_csv = left_ && left_->format == Format::csv && header.format == Format::csv && !header.line.empty();
    if (is_csv && output_ == Format::csv && (header.names != left_->names || header.delimiter != left_->delimiter))
      throw Error(Fault::bad_data, name + ":" + std::to_string(header.line_number) + ": other columns than the rows of " +
                                       left_name_ + ": give the same ones, or let those out (--now) and begin anew");
  }

  // Before the first row, if one comes: where it was left.
  void begin_left() {
    if (!left_) return;
    own_header_ = *std::exchange(left_, std::nullopt);
    has_own_header_ = true;
    header_ = &own_header_;
    format_ = write::make_scored_format(output_, extra_);
    format_->header(own_header_, left_name_, header_line());
  }

  // Where a header line of the output goes.
  std::string& header_line() {
    unwanted_.clear();
    return options_.no_header_out ? unwanted_ : out_.buffer();
  }

  const Options& options_;
  Unjudged& unjudged_;
  write::ExtraColumns extra_;
  cli::Output out_;
  std::unique_ptr<write::ScoredFormat> format_;
  std::optional<write::AloneRows> alone_;
  const Header* header_ = nullptr;  // of the file being read
  // Of the last one; where none had any, that of the rows we make up.
  Header own_header_{.line = "time,status,count",
                     .names = {"time", "status", "count"},
                     .time = "time",
                     .status = "status",
                     .count = "count"};
  bool has_own_header_ = false;  // it is that of an input
  Format output_ = Format::csv;
  std::optional<Header> left_;  // of a run before, until something comes out
  std::string left_name_;
  std::string unwanted_;
  std::int64_t rows_ = 0;
  std::int64_t alerts_ = 0;
};

}  // namespace pos::tools
