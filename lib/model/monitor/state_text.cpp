// SPDX-License-Identifier: MIT
// The text a monitor's state is kept in: lines of "key value value ...", each ending in a newline.
#include "model/monitor/state_text.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/error.hpp"

namespace pos::model {

namespace {

constexpr double max_amount = 1e40;

// The longest double, -2.2250738585072014e-308, has 24 characters.
using Characters = std::array<char, 32>;

template <typename Number>
bool parse(std::string_view word, Number& value) {
  const char* const end = word.data() + word.size();
  const auto [last, error] = std::from_chars(word.data(), end, value);
  return error == std::errc{} && last == end;
}

}  // namespace

void StateWriter::number(double value) {
  Characters to;
  const auto [last, error] = digits_ > 0
                                 ? std::to_chars(to.begin(), to.end(), value, std::chars_format::general, digits_)
                                 : std::to_chars(to.begin(), to.end(), value);
  text_.append(1, ' ').append(to.begin(), last);
}

void StateWriter::numbers(std::span<const double> values) {
  for (const double value : values) number(value);
}

void StateWriter::integer(std::int64_t value) {
  Characters to;
  const auto [last, error] = std::to_chars(to.begin(), to.end(), value);
  text_.append(1, ' ').append(to.begin(), last);
}

void StateWriter::rest(std::string_view text) { text_.append(1, ' ').append(text); }

void StateWriter::integer_line(std::string_view key, std::int64_t value) { optional_line(key, value); }

void StateWriter::optional_line(std::string_view key, std::optional<std::int64_t> value) {
  begin(key);
  if (value) integer(*value);
  end();
}

std::int64_t StateReader::integer_line(std::string_view key, std::int64_t lowest, std::int64_t highest) {
  begin(key);
  const std::int64_t value = integer(lowest, highest);
  end();
  return value;
}

std::optional<std::int64_t> StateReader::optional_line(std::string_view key, std::int64_t lowest,
                                                       std::int64_t highest) {
  begin(key);
  const auto value = more() ? std::optional(integer(lowest, highest)) : std::nullopt;
  end();
  return value;
}

void StateReader::begin(std::string_view key) {
  ++line_number_;
  const std::size_t length = text_.find('\n');
  if (length == std::string_view::npos) fail("unfinished");
  line_ = text_.substr(0, length);
  text_.remove_prefix(length + 1);
  if (!line_.starts_with(key)) fail(std::string(key) + " expected");
  line_.remove_prefix(key.size());
  if (!line_.empty() && line_.front() != ' ') fail(std::string(key) + " expected");
}

std::string_view StateReader::word() {
  if (line_.empty()) fail("value missing");
  line_.remove_prefix(1);
  const std::string_view word = line_.substr(0, line_.find(' '));
  line_.remove_prefix(word.size());
  return word;
}

double StateReader::number(double lowest, double highest) {
  double value = 0.0;
  if (!parse(word(), value)) fail("not a number");
  if (!(value >= lowest && value <= highest)) fail("number out of range");  // so does NaN
  return value;
}

double StateReader::amount() { return number(0.0, max_amount); }

void StateReader::amounts(std::span<double> values) {
  for (double& value : values) value = amount();
}

std::int64_t StateReader::integer(std::int64_t lowest, std::int64_t highest) {
  std::int64_t value = 0;
  if (!parse(word(), value)) fail("not an integer");
  if (value < lowest || value > highest) fail("integer out of range");
  return value;
}

std::string_view StateReader::rest() {
  if (line_.empty()) fail("value missing");
  const std::string_view rest = line_.substr(1);
  line_ = {};
  return rest;
}

void StateReader::end() {
  if (more()) fail("a value too many");
}

std::string_view StateReader::block(std::size_t bytes) {
  if (bytes > text_.size()) fail("unfinished");
  const std::string_view block = text_.substr(0, bytes);
  text_.remove_prefix(bytes);
  return block;
}

void StateReader::finish() const {
  if (!text_.empty()) fail("followed by more");
}

void StateReader::fail(std::string_view reason) const {
  throw Error(Fault::bad_data, "monitor state, line " + std::to_string(line_number_) + ": " + std::string(reason));
}

}  // namespace pos::model
