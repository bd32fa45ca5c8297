// SPDX-License-Identifier: MIT
#include "read/hourly_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "read/fed_reader.hpp"

namespace pos::read {
namespace {

constexpr std::size_t most_cells = most_hourly_columns + 1;
using Cells = std::array<char*, most_cells>;
using AllCells = std::make_index_sequence<most_cells>;

constexpr double largest = 9007199254740992;  // 2^53

struct Hour {
  int hour;
  std::int64_t line;
  std::vector<double> values;
};

std::optional<int> parse_hour(std::string_view text) {
  if (text.size() != 3 || text[2] != 'h') return std::nullopt;
  const auto hour = parse_number<unsigned>(text.substr(0, 2));
  return hour && *hour < 24 ? std::optional(static_cast<int>(*hour)) : std::nullopt;
}

// What is wrong with it; empty: nothing.
std::string check_header(const std::vector<std::string>& names) {
  std::set<std::string_view> seen;
  for (const std::string& name : names) {
    if (name.empty()) return "a column has no name";
    if (name.find('\n') != std::string::npos) return "the name of a column has a line break";
    if (!seen.insert(name).second) return "column " + printable(name) + " is there twice";
  }
  if (!seen.contains("time")) return "column time is missing";
  if (names.size() < 2) return "there is no column beside time";
  if (names.size() > most_cells) return "more than " + std::to_string(most_cells) + " columns";
  return {};
}

// The rows of one file: what the parser gives as text becomes numbers here, or a bad row.
class HourlyRows {
 public:
  HourlyRows(LineBuffer& lines, const std::string& name, BadRowHandler on_bad)
      : feed_(lines, name, std::move(on_bad)), names_(feed_.rows().names()) {
    if (names_.empty()) throw Error(Fault::bad_data, name + ": is empty");
    if (const std::string problem = check_header(names_); !problem.empty()) {
      throw Error(Fault::bad_data, name + ":" + std::to_string(feed_.rows().header_line()) + ": " + problem);
    }
    time_ = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), "time") - names_.begin());
  }

  void read() {
    switch (feed_.rows().delimiter()) {
      case ';':
        return read_delimited<';'>(AllCells());
      case '\t':
        return read_delimited<'\t'>(AllCells());
      default:
        return read_delimited<','>(AllCells());
    }
  }

  [[nodiscard]] HourlyTable table(const std::string& name) && {
    if (hours_.empty()) throw Error(Fault::bad_data, name + ": has no row that can be used");
    std::sort(hours_.begin(), hours_.end(), [](const Hour& a, const Hour& b) { return a.hour < b.hour; });
    HourlyTable table{name, {}, {}};
    for (const Hour& hour : hours_) table.hours.push_back(hour.hour);
    for (std::size_t i = 0, column = 0; i < names_.size(); ++i) {
      if (i == time_) continue;
      table.columns.push_back({names_[i], {}});
      for (const Hour& hour : hours_) table.columns.back().values.push_back(hour.values[column]);
      ++column;
    }
    return table;
  }

 private:
  // The parser wants the number of columns when it is compiled: those that are not there are passed over.
  template <char delimiter, std::size_t... i>
  void read_delimited(std::index_sequence<i...> all) {
    auto reader = read_fed<most_cells, delimiter>(feed_);
    const std::string none = "\n";  // no header can have that
    reader.read_header(io::ignore_missing_column, (i < names_.size() ? names_[i] : none)...);
    feed_.tell_refused(false);
    std::string reason;
    while (next(reader, reason, all)) {
      if (!reason.empty()) feed_.reject(reason);
      feed_.tell_refused(false);
    }
    feed_.tell_refused(true);
  }

  // False at the end. A reason: the row just read cannot be used.
  template <typename Reader, std::size_t... i>
  bool next(Reader& reader, std::string& reason, std::index_sequence<i...>) {
    Cells cells{};
    try {
      if (!reader.read_row(cells[i]...)) return false;
      feed_.given();
      reason = take(cells);
    } catch (const io::error::too_few_columns&) {
      feed_.given();
      reason = wrong_cell_count(true, names_.size());
    } catch (const io::error::too_many_columns&) {
      feed_.given();
      reason = wrong_cell_count(false, names_.size());
    }
    return true;
  }

  std::string take(const Cells& cells) {
    const std::string_view time = cells[time_];
    const auto hour = parse_hour(time);
    if (!hour) return time.empty() ? "time is empty" : "time '" + printable(time) + "' is no hour from 00h to 23h";
    for (const Hour& before : hours_) {
      if (before.hour == *hour) return hour_text(*hour) + " is there already, in line " + std::to_string(before.line);
    }
    Hour row{*hour, feed_.line(), {}};
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (i == time_) continue;
      const std::string_view cell = cells[i];
      const auto value = parse_number<double>(cell);
      if (cell.empty()) return printable(names_[i]) + " is empty";
      if (!value || !std::isfinite(*value)) return printable(names_[i]) + " '" + printable(cell) + "' is no number";
      if (std::abs(*value) > largest) return printable(names_[i]) + " '" + printable(cell) + "' is beyond 2^53";
      row.values.push_back(*value);
    }
    hours_.push_back(std::move(row));
    return {};
  }

  CsvFeed feed_;
  const std::vector<std::string>& names_;
  std::size_t time_ = 0;
  std::vector<Hour> hours_;
};

}  // namespace

HourlyTable read_hourly(ByteSource& source, const std::string& name, BadRowHandler on_bad) {
  LineBuffer lines(source);
  HourlyRows rows(lines, name, std::move(on_bad));
  rows.read();
  return std::move(rows).table(name);
}

}  // namespace pos::read
