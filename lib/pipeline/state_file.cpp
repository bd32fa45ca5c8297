// SPDX-License-Identifier: MIT
#include "pipeline/state_file.hpp"

#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "model/checksum.hpp"
#include "pipeline/state_text.hpp"

namespace pos::pipeline {
namespace {

using model::StateReader;
using model::StateWriter;

constexpr std::int64_t version = 1;
constexpr std::int64_t most_columns = 1'000'000;
constexpr const char* begin_anew = "move it away to begin anew";

void save_texts(StateWriter& out, std::string_view key, const std::vector<std::string>& texts) {
  out.integer_line(key, static_cast<std::int64_t>(texts.size()));
  for (const std::string& text : texts) save_text(out, "-", text);
}

std::vector<std::string> take_texts(StateReader& in, std::string_view key) {
  std::vector<std::string> texts;
  for (std::int64_t left = in.integer_line(key, 0, most_columns); left > 0; --left) texts.push_back(take_text(in, "-"));
  return texts;
}

void save_optional(StateWriter& out, std::string_view key, const std::optional<std::string>& text) {
  save_texts(out, key, text ? std::vector<std::string>{*text} : std::vector<std::string>());
}

std::optional<std::string> take_optional(StateReader& in, std::string_view key) {
  std::vector<std::string> texts = take_texts(in, key);
  return texts.empty() ? std::nullopt : std::optional(std::move(texts.front()));
}

Format take_format(StateReader& in, std::string_view key) {
  return in.integer_line(key, 0, 1) == 1 ? Format::ndjson : Format::csv;
}

void save_header(StateWriter& out, const Header& header) {
  out.integer_line("format", header.format == Format::ndjson ? 1 : 0);
  save_text(out, "delimiter", std::string(1, header.delimiter));
  save_text(out, "line", header.line);
  save_texts(out, "names", header.names);
  save_text(out, "time_column", header.time);
  save_text(out, "status_column", header.status);
  save_optional(out, "count_column", header.count);
  save_optional(out, "clock_column", header.clock);
  save_texts(out, "label_columns", header.labels);
  out.integer_line("date_blanks", static_cast<std::int64_t>(header.date_blanks));
  save_text(out, "time_format", header.time_style.format);
  out.integer_line("time_order", static_cast<std::int64_t>(header.time_style.order));
}

Header take_header(StateReader& in) {
  Header header;
  header.format = take_format(in, "format");
  const std::string delimiter = take_text(in, "delimiter");
  if (delimiter.size() != 1) in.fail("a delimiter is one character");
  header.delimiter = delimiter.front();
  header.line = take_text(in, "line");
  header.names = take_texts(in, "names");
  header.time = take_text(in, "time_column");
  header.status = take_text(in, "status_column");
  header.count = take_optional(in, "count_column");
  header.clock = take_optional(in, "clock_column");
  header.labels = take_texts(in, "label_columns");
  header.date_blanks = static_cast<std::size_t>(in.integer_line("date_blanks", 0, most_columns));
  header.time_style.format = take_text(in, "time_format");
  header.time_style.order = static_cast<TimeStyle::Order>(
      in.integer_line("time_order", 0, static_cast<std::int64_t>(TimeStyle::Order::month_first)));
  return header;
}

std::string model_of(const std::string& sha256) { return sha256.empty() ? "none" : sha256; }

std::string named(const std::string& stream) {
  return stream.empty() ? "the stream without a name" : "the stream '" + printable(stream) + "'";
}

std::string as_option(const std::string& list) {
  return list.empty() ? "without --where" : "with --where " + printable(list);
}

}  // namespace

std::string state_text(const StateOwner& owner, const StateNotes& notes, const Stream& stream) {
  StateWriter out;
  out.integer_line(SavedState::format_name, version);
  save_text(out, "model", model_of(owner.sha256));
  save_text(out, "stream", owner.stream);
  save_text(out, "where", join(owner.where, ","));
  out.integer_line("rows", notes.rows);
  out.integer_line("output", notes.output == Format::ndjson ? 1 : 0);
  out.integer_line("header", notes.header ? 1 : 0);
  if (notes.header) save_header(out, *notes.header);
  stream.save(out);
  std::string text = out.take();
  model::append_checksum(text);
  return text;
}

SavedState::SavedState(std::string text, const StateOwner& owner, std::string name)
    : name_(std::move(name)), text_(std::move(text)), in_(text_) {
  check_version();
  try {
    in_ = StateReader(model::check_sum(text_, name_));
  } catch (const Error& error) {
    throw Error(error.fault(), std::string(error.what()) + " (give the one before, or " + begin_anew + ")");
  }
  read([&] {
    static_cast<void>(in_.integer_line(format_name, version, version));
    check_owner(owner);
    notes_.rows = in_.integer_line("rows", 0, INT64_MAX - 1);
    notes_.output = take_format(in_, "output");
    if (in_.integer_line("header", 0, 1) == 1) notes_.header = take_header(in_);
  });
}

// First of all: what another version has written may end otherwise.
void SavedState::check_version() {
  const std::string_view text = text_;
  const std::string_view first = text.substr(0, text.find('\n'));
  const std::string begin = std::string(format_name) + " ";
  const auto number = first.starts_with(begin) ? parse_number<std::int64_t>(first.substr(begin.size())) : std::nullopt;
  if (!number) fail("is no state of a stream: give a file of its own, or none, which is made");
  if (*number != version)
    fail("is a state of format " + std::to_string(*number) + ", and this pos-tools has " + std::to_string(version) +
         ": use the pos-tools that wrote it, or " + begin_anew);
}

void SavedState::check_owner(const StateOwner& owner) {
  const std::string sha256 = take_text(in_, "model");
  const std::string stream = take_text(in_, "stream");
  const std::string where = take_text(in_, "where");
  const std::string wanted = join(owner.where, ",");
  if (sha256 != model_of(owner.sha256))
    fail("is the state of another model (sha256 " + printable(sha256.substr(0, 12)) +
         "): give that one, or let its rows out (--now) and " + begin_anew);
  if (stream != owner.stream)
    fail("is the state of " + named(stream) + ", not of " + named(owner.stream) +
         ": each stream has a state of its own");
  if (where != wanted)
    fail("is a state " + as_option(where) + ", and this run is " + as_option(wanted) + ": give the same columns, or " +
         begin_anew);
}

void SavedState::take_learnt(model::Model& model) {
  read([&] { Stream::take_learnt(in_, model); });
}

void SavedState::restore(Stream& stream) {
  read([&] {
    stream.restore(in_);
    in_.finish();
  });
}

template <typename Read>
void SavedState::read(Read read) {
  try {
    read();
  } catch (const Error& error) {
    if (std::string_view(error.what()).starts_with(name_)) throw;
    fail(std::string(error.what()) + " (" + begin_anew + ")");
  }
}

void SavedState::fail(const std::string& reason) const { throw Error(Fault::bad_data, name_ + ": " + reason); }

}  // namespace pos::pipeline
