// SPDX-License-Identifier: MIT
#include "read/text_order.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "read/csv_rows.hpp"

namespace pos::read {
namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// Compares times as text, where that is the order of time.
class TextOrder {
 public:
  // False: this row is earlier than the one before, or cannot be compared with it.
  bool next(std::string_view time) {
    if (length_ == 0) return begin(time);
    if (time.size() != length_) return false;
    if (std::memcmp(time.data(), last_.data(), length_) == 0) return true;
    std::size_t same = 0;
    while (same < length_ && time[same] == last_[same]) ++same;
    if (time.substr(zone_) != std::string_view(last_.data() + zone_, length_ - zone_)) return false;
    if (same >= minute_) return true;  // what is smaller than a minute does not count
    if (time[same] < last_[same] || !has_digits(time, same)) return false;
    std::memcpy(last_.data(), time.data(), length_);
    return true;
  }

  // Of times so far; 0: there was none.
  [[nodiscard]] std::size_t length() const { return length_; }

 private:
  bool begin(std::string_view time) {
    if (time.size() < 5 || time.size() > last_.size()) return false;
    length_ = zone_ = time.size();
    if (std::ranges::all_of(time, is_digit)) {  // since the epoch
      minute_ = length_;
    } else if (time[2] == ':') {
      minute_ = 5;
    } else if (time[2] == 'h') {
      minute_ = length_;
    } else if (time[4] == '-' && length_ >= 16) {
      minute_ = 16;
      zone_ = std::min(time.find_first_not_of("0123456789:.", minute_), length_);
    } else {
      return false;
    }
    std::memcpy(last_.data(), time.data(), length_);
    return true;
  }

  // From there to the minute digits stand where they stood in the row before, so that text compares as time does.
  [[nodiscard]] bool has_digits(std::string_view time, std::size_t from) const {
    for (std::size_t i = from; i < minute_; ++i) {
      if (is_digit(time[i]) != is_digit(last_[i]) || (!is_digit(time[i]) && time[i] != last_[i])) return false;
    }
    return true;
  }

  std::array<char, 40> last_{};
  std::size_t length_ = 0;  // 0: no row yet
  std::size_t minute_ = 0;  // where what is smaller than a minute begins,
  std::size_t zone_ = 0;    // and a zone
};

// The cell in a line; nothing where quotes make that more than a search.
std::optional<std::string_view> cell_at(std::string_view line, char delimiter, std::size_t place) {
  for (; place > 0; --place) {
    const std::size_t end = line.find(delimiter);
    if (end == std::string_view::npos || line.substr(0, end).find('"') != std::string_view::npos) return std::nullopt;
    line.remove_prefix(end + 1);
  }
  const bool quoted = line.starts_with('"');
  if (quoted) line.remove_prefix(1);
  const std::size_t end = line.find(quoted ? '"' : delimiter);
  return line.substr(0, std::min(end, line.size()));
}

bool csv_in_order(LineBuffer& lines, const std::string& name, const ReadOptions& options) {
  const CsvRows rows(
      lines, name, [](const BadRow&) {}, &options.columns);
  if (rows.names().empty()) return true;
  const ColumnFinder finder = find_columns(rows, name, options.columns, Labels::ignore);
  if (finder.place(Column::clock)) return false;
  const std::size_t place = finder.place(Column::time).value();
  TextOrder order;
  while (const auto line = lines.next()) {
    if (line->text.empty()) continue;
    const bool first_cell = place == 0 && order.length() < line->text.size() && order.length() > 0 &&
                            line->text[order.length()] == rows.delimiter();
    const auto time = first_cell ? line->text.substr(0, order.length()) : cell_at(line->text, rows.delimiter(), place);
    if (!line->whole || !time || !order.next(*time)) return false;
  }
  return true;
}

// The value of the key, written without blanks, as programs write it.
std::optional<std::string_view> value_of(std::string_view line, std::string_view key) {
  const std::size_t at = line.find(key);
  if (at == std::string_view::npos) return std::nullopt;
  line.remove_prefix(at + key.size());
  const std::size_t blank = line.starts_with(' ') ? 1 : 0;
  line.remove_prefix(blank);
  const bool quoted = line.starts_with('"');
  if (quoted) line.remove_prefix(1);
  const std::size_t end = quoted ? line.find('"') : line.find_first_of(",}");
  if (end == std::string_view::npos) return std::nullopt;
  return line.substr(0, end);
}

bool json_in_order(LineBuffer& lines, const ReadOptions& options) {
  std::string key;
  TextOrder order;
  while (const auto line = lines.next()) {
    if (line->text.empty()) continue;
    for (const std::string_view name : {"time", "timestamp", "ts", "datetime"}) {
      if (!key.empty()) break;
      key = "\"" + std::string(options.columns.time.empty() ? name : options.columns.time) + "\":";
      if (line->text.find(key) == std::string_view::npos) key.clear();
    }
    const auto time = key.empty() ? std::nullopt : value_of(line->text, key);
    if (!line->whole || !time || !order.next(*time)) return false;
  }
  return true;
}

}  // namespace

bool stands_in_order(ByteSource& source, const std::string& name, const ReadOptions& options) {
  if (!options.columns.time_format.empty()) return false;
  LineBuffer lines(source);
  if (options.format.value_or(detect_format(lines)) == Format::ndjson) return json_in_order(lines, options);
  return csv_in_order(lines, name, options);
}

}  // namespace pos::read
