// SPDX-License-Identifier: MIT
#include "read/plain_json.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "read/plain_text.hpp"

namespace pos::read {
namespace {

bool is_json_digit(char c) { return c >= '0' && c <= '9'; }

// Behind the number that stands there; null: none does, or it is a rare one.
const char* skip_number(const char* at) {
  constexpr std::ptrdiff_t most_digits = 15;
  const char* const begin = at;
  if (*at == '-') ++at;
  const char* const first = at;
  while (is_json_digit(*at)) ++at;
  if (at == first || (*first == '0' && at - first > 1)) return nullptr;
  if (*at == '.') {
    const char* const fraction = ++at;
    while (is_json_digit(*at)) ++at;
    if (at == fraction) return nullptr;
  }
  return at - begin <= most_digits ? at : nullptr;
}

const char* skip_word(const char* at) {
  using std::string_view_literals::operator""sv;
  for (const std::string_view word : {"true"sv, "false"sv, "null"sv}) {
    if (same_bytes(at, word.data(), word.size())) return at + word.size();
  }
  return nullptr;
}

}  // namespace

// Returns what stands behind the value; null: it is none of a plain row.
const char* PlainJson::read_value(const char* at, Value& value) {
  value.first = *at;
  if (*at == '"') {
    value.begin = at + 1;
    value.end = find_either(value.begin, '"', '\n');
    return *value.end == '"' ? value.end + 1 : nullptr;
  }
  value.begin = at;
  value.end = is_json_digit(*at) || *at == '-' ? skip_number(at) : skip_word(at);
  return value.end;
}

bool PlainJson::is_bare(std::string_view rows) {
  unsigned char special = 0;  // as wide as what is looked at, for the sake of vectors
  for (const char c : rows) {
    const auto byte = static_cast<unsigned char>(c);
    special |= static_cast<unsigned char>(((byte < 0x20) & (byte != '\n')) | (byte == '\\') | (byte >= 0x80));
  }
  return special == 0;
}

bool PlainJson::is_clean(std::string_view row) {
  const auto is_special = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\'; };
  return std::ranges::none_of(row, is_special) && is_utf8(row);
}

const char* PlainJson::read_row(const char* at, PlainRow& row) {
  if (between_.empty()) return nullptr;
  const char* const begin = at;
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const std::string& before = between_[i];
    if (!same_bytes(at, before.data(), before.size())) return nullptr;
    at = read_value(at + before.size(), values_[i]);
    if (at == nullptr) return nullptr;
  }
  if (!same_bytes(at, between_.back().data(), between_.back().size())) return nullptr;
  at += between_.back().size();
  row.raw = {begin, at};
  if (*at == '\r') ++at;
  if (*at != '\n' || row.raw.size() > LineBuffer::max_line) return nullptr;

  const Value& time = values_[places_.time];
  const Value& status = values_[places_.status];
  if (!is_text_or_digits(time) || !is_text_or_digits(status)) return nullptr;
  row.time_text = text(time);
  if (!times_.read(row.time_text)) return nullptr;
  row.time = times_.last();
  row.status = statuses_.find(text(status));
  if (row.status == KnownStatuses::unknown) return nullptr;
  row.count = 1;
  if (places_.count) {
    const Value& count = values_[*places_.count];
    if (plain_count(count.begin, row.count) != count.end) return nullptr;
  } else if (!row.time.dated() || (places_.needs_count && has_a_count())) {
    return nullptr;
  }
  return at + 1;
}

bool PlainJson::is_text_or_digits(const Value& value) {
  return value.first == '"' || std::ranges::all_of(text(value), is_json_digit);
}

bool PlainJson::may_be_count(std::size_t place) const {
  return place != places_.time && place != places_.status && places_.no_count != place &&
         std::ranges::find(places_.labels, std::optional(place)) == places_.labels.end();
}

// A value that could be how many transactions the row stands for.
bool PlainJson::has_a_count() const {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    const auto is_of_number = [](char c) { return is_json_digit(c) || c == ' ' || c == '-'; };
    if (may_be_count(i) && std::ranges::all_of(text(values_[i]), is_of_number)) return true;
  }
  return false;
}

void PlainJson::put_labels(RowLabels& labels, std::size_t row) const {
  for (std::size_t i = 0; i < places_.labels.size(); ++i) {
    const auto place = places_.labels[i];
    const bool is_there = place && values_[*place].first != 'n';  // of null
    labels.put(row, i, is_there ? text(values_[*place]) : std::string_view());
  }
}

std::string_view PlainJson::amount_text() const {
  const Value& value = values_[*places_.amount];
  return value.first == 'n' ? std::string_view() : text(value);  // of null
}

void PlainJson::learn(std::string_view line, const Places& places, std::string_view status) {
  between_.clear();
  values_.clear();
  if (!is_clean(line) || places.time == places.status) return;
  std::string padded(line);
  padded.resize(line.size() + LineBuffer::padding, '\n');
  const char* at = padded.data();
  const char* const end = at + line.size();
  // A value stands behind a colon that stands behind a key.
  std::vector<std::string> between;
  for (const char* from = at; at < end; from = at) {
    at = find_either(at, '"', '\n');
    if (*at == '"') at = find_either(at + 1, '"', '\n');
    if (*at == '\n') {  // no key any more
      between.emplace_back(from, end);
      break;
    }
    at = find_either(at, ':', '\n') + 1;
    while (at < end && (*at == ' ' || *at == '\t')) ++at;
    Value value{};
    const char* const behind = at < end ? read_value(at, value) : nullptr;
    if (behind == nullptr) return;
    between.emplace_back(from, at);
    values_.push_back(value);
    at = behind;
  }
  const std::size_t needed =
      std::max({places.time, places.status, places.count.value_or(0), places.amount.value_or(0)});
  if (values_.size() <= needed || between.size() != values_.size() + 1) {
    values_.clear();
    return;
  }
  statuses_.learn(text(values_[places.status]), status);
  places_ = places;
  between_ = std::move(between);
}

}  // namespace pos::read
