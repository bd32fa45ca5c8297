// SPDX-License-Identifier: MIT
#include "cli/bad_rows.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "cli/run_tool.hpp"

namespace pos::cli {
namespace {

constexpr std::int64_t told_in_full = 10;
constexpr std::size_t most_kinds = 50;

bool is_tenfold(std::int64_t count) {
  while (count > told_in_full && count % 10 == 0) count /= 10;
  return count == told_in_full;
}

}  // namespace

std::string kind_of_bad_row(std::string_view reason) {
  constexpr std::string_view digits = "0123456789";
  std::string kind;
  const std::size_t open = reason.find_first_of("'\"[{");
  const std::size_t close = reason.find_last_of("'\"]}");
  const bool has_value = open != std::string_view::npos && close != std::string_view::npos && open < close;
  for (std::size_t i = 0; i < reason.size(); ++i) {
    if (has_value && i == open) {
      kind += "...";
      i = close;
    } else if (digits.find(reason[i]) == std::string_view::npos) {
      kind += reason[i];
    } else if (kind.empty() || kind.back() != 'N' || i == 0 || digits.find(reason[i - 1]) == std::string_view::npos) {
      kind += 'N';
    }
  }
  return kind;
}

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
    if (on_error_ != OnError::stop) tell(kind(row.reason));
  }
  if (rejects_) set_aside(row, begins);
  if (on_error_ == OnError::stop && !in_row_) throw Error(Fault::bad_data, message_);
}

BadRows::Kind& BadRows::kind(std::string_view reason) {
  const std::string name = kind_of_bad_row(reason);
  const auto known = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& kind) { return kind.name == name; });
  if (known != kinds_.end()) return *known;
  if (kinds_.size() < most_kinds) return kinds_.emplace_back(Kind{name, std::string(reason), 0});
  if (kinds_.size() == most_kinds) kinds_.push_back({"other reasons", "other reasons", 0});
  return kinds_.back();
}

void BadRows::tell(Kind& kind) {
  ++kind.rows;
  if (kind.rows < told_in_full) {
    say(tool_, message_);
  } else if (kind.rows == told_in_full) {
    say(tool_, message_ + " (more like this are counted)");
  } else if (is_tenfold(kind.rows)) {
    say(tool_, message_ + " (" + std::to_string(kind.rows) + " like this so far)");
  }
}

void BadRows::set_aside(const BadRow& row, bool begins) {
  std::string& out = rejects_->buffer();
  if (!header_written_ && !row.header.empty()) (out += mask_card_numbers(row.header)) += '\n';
  header_written_ = true;
  if (begins) out += "# " + mask_card_numbers(message_) + "\n";
  append_masked(row.raw, out);
  if (!in_row_) out += '\n';
  rejects_->flush();
}

// A card number may lie across two pieces: what is near the end waits for what comes, and what is behind it is kept as
// long as one could begin there.
void BadRows::append_masked(std::string_view piece, std::string& out) {
  constexpr std::size_t near = 36;  // 19 digits and a blank between each, less one byte
  tail_ += piece;
  const std::string masked = mask_card_numbers(tail_);
  const std::size_t end = in_row_ ? std::max(tail_out_, tail_.size() - std::min(near, tail_.size())) : tail_.size();
  out.append(masked, tail_out_, end - tail_out_);
  const std::size_t kept = in_row_ ? std::min(near, end) : 0;
  tail_.erase(0, end - kept);
  tail_out_ = kept;
}

void BadRows::close() {
  for (const Kind& kind : kinds_) {
    if (kind.rows > told_in_full) say(tool_, std::to_string(kind.rows) + " rows in all like this: " + kind.reason);
  }
  if (rejects_) rejects_->close();
}

int BadRows::exit_status() const { return count_ > 0 && on_error_ != OnError::skip ? exit_bad_data : exit_ok; }

}  // namespace pos::cli
