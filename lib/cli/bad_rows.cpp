// SPDX-License-Identifier: MIT
#include "cli/bad_rows.hpp"

#include <utility>

#include "base/error.hpp"
#include "cli/run_tool.hpp"

namespace pos::cli {

BadRows::BadRows(std::string tool, OnError on_error, const std::string& rejects)
    : tool_(std::move(tool)), on_error_(on_error) {
  if (rejects == "-") throw Error(Fault::usage, "--rejects needs a file: standard output is for data");
  if (!rejects.empty()) rejects_ = std::make_unique<Output>(rejects, Output::Place::there);
}

void BadRows::begin_file(std::string name) { file_ = std::move(name); }

void BadRows::add(const BadRow& row) {
  const bool begins = !in_row_;
  in_row_ = row.goes_on;
  if (begins) {
    ++count_;
    message_ = file_ + ":" + std::to_string(row.line) + ": " + std::string(row.reason);
    if (on_error_ != OnError::stop) say(tool_, message_);
  }
  if (rejects_) {
    std::string& out = rejects_->buffer();
    if (!header_written_ && !row.header.empty()) (out += row.header) += '\n';
    header_written_ = true;
    if (begins) out += "# " + message_ + "\n";
    out += row.raw;
    if (!in_row_) out += '\n';
    rejects_->flush();
  }
  if (on_error_ == OnError::stop && !in_row_) throw Error(Fault::bad_data, message_);
}

void BadRows::close() {
  if (rejects_) rejects_->close();
}

int BadRows::exit_status() const { return count_ > 0 && on_error_ != OnError::skip ? exit_bad_data : exit_ok; }

}  // namespace pos::cli
