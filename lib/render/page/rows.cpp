// SPDX-License-Identifier: MIT
#include "render/page/rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/keys.hpp"
#include "base/reworded.hpp"
#include "base/text.hpp"
#include "render/page/packed.hpp"
#include "render/report/numbers.hpp"
#include "render/words/html.hpp"

namespace pos::render {
namespace {

using report::Report;

// Texts of a column by number, in the order they first came.
class Names {
 public:
  std::int64_t number(std::string_view name) {
    const auto [at, fresh] = numbers_.try_emplace(name, names_.size());
    if (fresh) names_.push_back(name);
    return static_cast<std::int64_t>(at->second);
  }
  [[nodiscard]] const std::vector<std::string_view>& all() const { return names_; }

 private:
  std::unordered_map<std::string_view, std::size_t> numbers_;  // of names that the report owns
  std::vector<std::string_view> names_;
};

void add_keys(JsonObject& page, const Report& report, Names& keys, const Names& lists) {
  page.new_line().array("key_lists", lists.all(), [&](std::string& to, std::string_view rest) {
    std::vector<std::int64_t> numbers;
    while (!rest.empty()) numbers.push_back(keys.number(take_key(rest)));
    append_json_array(to, numbers, append_json_number);
  });
  append_script_string(page.member("by"), report.filter.key());
  page.new_line().array("keys", keys.all(), append_script_string);
}

// The decimals that a table shows as a whole number, rounded as there: one that is half way between two is looked at in
// its digits. What is beyond the whole numbers of JavaScript is cut.
std::int64_t scaled(double value, int decimals) {
  constexpr double most = 9e15;
  double scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const double exact = std::clamp(value * scale, -most, most);
  const double below = std::floor(exact);
  if (std::abs(exact - below - 0.5) > 1e-6) return std::llround(exact);
  std::string digits;
  append_decimal(digits, value, decimals);
  std::erase(digits, '.');
  return std::strtoll(digits.c_str(), nullptr, 10);
}

// A number of each row, as how much it is more than the one before it of the same status.
class Column {
 public:
  explicit Column(std::size_t statuses) : before_(statuses) {}
  void add(std::size_t status, std::optional<std::int64_t> value) {
    if (!value) {
      text_ += packed_none;
      return;
    }
    has_any_ = true;
    append_packed(text_, *value - std::exchange(before_[status], *value));
  }
  // Empty where no row has a number.
  [[nodiscard]] std::string_view text() const { return has_any_ ? text_ : std::string_view(); }

 private:
  std::vector<std::int64_t> before_;
  std::string text_;
  bool has_any_ = false;
};

// Of a column that is empty in most rows, those that are not: each with how many rows it is behind the one before it.
class Sparse {
 public:
  std::string& add(std::size_t row) {
    append_packed(text_, static_cast<std::int64_t>(row - std::exchange(before_, row)));
    return text_;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::size_t before_ = 0;
  std::string text_;
};

// Times, each with how many seconds it is behind the one before it and how many rows are of it.
std::string packed_times(const std::vector<Record>& records) {
  std::string out;
  LocalSeconds before = 0;
  for (std::size_t i = 0, end = 0; i < records.size(); i = end) {
    while (end < records.size() && records[end].time == records[i].time) ++end;
    append_packed(out, records[i].time - std::exchange(before, records[i].time));
    append_packed(out, static_cast<std::int64_t>(end - i));
  }
  return out;
}

// Statuses come in much the same order in each minute: of how many rows the status is that which followed the status of
// the row before it when that came last, and then one that is not.
std::string packed_statuses(const std::vector<Record>& records, Names& statuses) {
  std::string out;
  std::vector<std::int64_t> next(std::max<std::size_t>(statuses.all().size(), 1));
  std::int64_t before = 0, foreseen = 0;
  for (const Record& record : records) {
    const std::int64_t status = statuses.number(record.status);
    std::int64_t& likely = next[static_cast<std::size_t>(std::exchange(before, status))];
    if (likely == status) {
      ++foreseen;
      continue;
    }
    append_packed(out, std::exchange(foreseen, 0));
    append_packed(out, likely = status);
  }
  append_packed(out, foreseen);
  return out;
}

std::optional<std::int64_t> scaled(const std::optional<double>& value, int decimals) {
  return value && std::isfinite(*value) ? std::optional(scaled(*value, decimals)) : std::nullopt;
}

// What is expected of a rare status is little in each minute, and much in a day of them: as many decimals as make four
// digits of the most of it, or five, two decimals at least.
std::vector<int> expected_decimals(const Report& report, Names& statuses) {
  std::vector<double> most(statuses.all().size());
  for (const Record& record : report.records) {
    double& one = most[static_cast<std::size_t>(statuses.number(record.status))];
    one = std::max(one, std::min(record.scored.expected.value_or(0), 1e6));
  }
  std::vector<int> decimals;
  for (const double one : most) {
    int enough = 2;
    const double least = one < 1 ? 10'000 : 1000;  // few rows tell of the rarest: what each says counts for an hour
    for (double digits = one * 100; digits > 0 && digits < least && enough < 7; digits *= 10) ++enough;
    decimals.push_back(enough);
  }
  return decimals;
}

// With so many decimals, and so that a table that shows two of them shows those of the CSV: what is rounded twice is kept
// off the middle.
std::optional<std::int64_t> scaled_expected(const std::optional<double>& value, int decimals) {
  const auto exact = scaled(value, decimals);
  const auto shown = scaled(value, 2);
  if (!exact || decimals == 2) return exact;
  std::int64_t parts = 1;
  for (int i = 2; i < decimals; ++i) parts *= 10;
  return std::clamp(*exact, *shown * parts - parts / 2 + 1, *shown * parts + parts / 2 - 1);
}

void add_expected(JsonObject& page, const Report& report, Names& statuses) {
  const std::vector<int> decimals = expected_decimals(report, statuses);
  Column column(statuses.all().size());
  for (const Record& record : report.records) {
    const auto status = static_cast<std::size_t>(statuses.number(record.status));
    column.add(status, scaled_expected(record.scored.expected, decimals[status]));
  }
  page.new_line().text("expected", column.text());
  page.array("expected_decimals", decimals,
             [](std::string& to, int number) { append_json_number(to, std::int64_t{number}); });
}

void add_numbers(JsonObject& page, const Report& report, Names& statuses) {
  page.number("rows", static_cast<std::int64_t>(report.records.size())).text("time", packed_times(report.records));
  page.new_line().text("status", packed_statuses(report.records, statuses));
  const auto add = [&](std::string_view name, auto number_of) {
    Column column(statuses.all().size());
    for (const Record& record : report.records)
      column.add(static_cast<std::size_t>(statuses.number(record.status)), number_of(record));
    page.new_line().text(name, column.text());
  };
  add("count", [](const Record& record) { return std::optional(record.count); });
  const bool has_scores = !report.coarse;
  add("score", [has_scores](const Record& record) { return scaled(known(has_scores, record.scored.score), 4); });
  add_expected(page, report, statuses);
  add("surprise", [](const Record& record) { return scaled(record.scored.surprise, 2); });
}

// What is shown of texts that stay English for programs; nothing in English, where it is the same.
void add_shown(JsonObject& page, std::string_view name, const Names& names, Language language,
               std::string (*words)(Language, std::string_view)) {
  if (language == Language::en) return;
  page.new_line().array(name, names.all(), [&](std::string& out, std::string_view text) {
    append_script_string(out, words(language, text));
  });
}

void add_alerts(JsonObject& page, const Report& report, Language language) {
  Names reasons;
  Sparse alerts;
  reasons.number("");
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    const Scored& scored = report.records[i].scored;
    const int flags = (scored.decision == Decision::alert ? 1 : 0) + 2 * static_cast<int>(scored.severity);
    if (flags == 0 && scored.reason.empty()) continue;
    std::string& out = alerts.add(i);
    append_packed(out, flags);
    append_packed(out, reasons.number(scored.reason));
  }
  page.new_line().text("alerts", alerts.text());
  page.new_line().array("reasons", reasons.all(), append_script_string);
  add_shown(page, "reasons_shown", reasons, language, reason_words);
}

template <typename NameOf>
std::string packed_names(const Report& report, Names& names, NameOf name_of) {
  Sparse column;
  names.number("");
  for (std::size_t i = 0; i < report.records.size(); ++i) {
    if (const auto number = names.number(name_of(report.records[i])); number != 0) append_packed(column.add(i), number);
  }
  return column.text();
}

}  // namespace

void add_rows(JsonObject& page, const report::Report& report, Language language) {
  Names statuses;
  for (const report::StatusTotal& total : report.statuses) statuses.number(total.status);
  for (const Record& record : report.records) statuses.number(record.status);
  add_numbers(page, report, statuses);
  add_alerts(page, report, language);
  if (report.coarse) {
    std::string rows_of;
    for (const std::int64_t number : report.rows_of) append_packed(rows_of, number);
    page.new_line().text("rows_of", rows_of);
  }
  if (report.has_places) {
    Names places;
    page.new_line().text("where", packed_names(report, places, [](const Record& record) -> std::string_view {
      return record.scored.where;
    }));
    page.new_line().array("places", places.all(), append_script_string);
    add_shown(page, "places_shown", places, language, place_words);
  }
  if (report.has_keys && report.coarse) append_script_string(page.member("by"), report.filter.key());
  if (report.has_keys && !report.coarse) {
    Names keys;
    Names key_lists;
    page.new_line().text("key", packed_names(report, keys, [](const Record& record) -> std::string_view {
      return record.scored.key;
    }));
    std::string has;
    for (const Record& record : report.records) append_packed(has, key_lists.number(record.keys));
    page.new_line().text("has", has);
    add_keys(page, report, keys, key_lists);
  }
  page.new_line().array("statuses", statuses.all(), append_script_string);
}

}  // namespace pos::render
