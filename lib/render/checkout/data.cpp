// SPDX-License-Identifier: MIT
// What checkout-stats found as CSV and NDJSON.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "render/checkout/checkout.hpp"
#include "render/checkout/numbers.hpp"
#include "write/table.hpp"

namespace pos::render {
namespace {

using checkout::DayReport;
using checkout::Report;

using write::Line;
using write::TableCell;

TableCell text_cell(std::string_view text) { return {std::string(text), text.empty()}; }

// Cells of one form: of a number CSV shows a rounded text, NDJSON the number itself; what is empty is null there.
class Cells {
 public:
  Cells(Line form, int precision) : form_(form), precision_(precision) {}

  [[nodiscard]] TableCell number(double value, std::string shown) const {
    if (form_ == Line::csv) return {std::move(shown)};
    TableCell cell{{}, true};
    if (std::isfinite(value)) append_json_real(cell.text, value);  // what JSON cannot say is not known
    return cell;
  }
  [[nodiscard]] TableCell count(std::size_t count) const {
    return number(static_cast<double>(count), std::to_string(count));
  }
  [[nodiscard]] TableCell plain(double value) const { return number(value, plain_number(value, precision_)); }
  [[nodiscard]] TableCell decimal(double value) const { return number(value, render::decimal(value, precision_)); }
  [[nodiscard]] int precision() const { return precision_; }

 private:
  Line form_;
  int precision_;
};

bool has_files(const Report& report, CheckoutPart part) {
  return report.days.size() > 1 && part != CheckoutPart::compare;
}

// The columns of all files, each name once.
std::vector<std::string> columns_of(const Report& report) {
  std::vector<std::string> columns;
  for (const DayReport& day : report.days) {
    for (const HourlyColumn& column : day.table.columns) {
      if (std::find(columns.begin(), columns.end(), column.name) == columns.end()) columns.push_back(column.name);
    }
  }
  return columns;
}

bool has_causes(const Report& report) {
  return std::any_of(report.days.begin(), report.days.end(), [](const DayReport& day) { return day.causes.has_value(); });
}

std::vector<std::string> names_of(CheckoutPart part) {
  switch (part) {
    case CheckoutPart::info:
      return {"column", "type", "kind", "values", "missing"};
    case CheckoutPart::describe:
      return {"stat"};
    case CheckoutPart::insights:
      return {"topic", "text"};
    case CheckoutPart::anomalies:
      return {"time", "value", "expected", "low", "high", "p", "kind", "lost", "explanation"};
    case CheckoutPart::compare:
      return {"time", "before", "after", "difference"};
    case CheckoutPart::chart:
      return {};
  }
  return {};
}

void add_info(write::Table& table, const DayReport& day, const Cells& cells) {
  for (const checkout::ColumnInfo& column : day.info) {
    table.rows.push_back({text_cell(column.name), text_cell(type_name(column)), text_cell(kind_name(column.kind)),
                          cells.count(column.values), cells.count(column.missing)});
  }
}

void add_description(write::Table& table, const DayReport& day, const std::vector<std::string>& columns,
                     const Cells& cells) {
  for (const Statistic& statistic : statistics) {
    std::vector<TableCell>& row = table.rows.emplace_back();
    row.push_back(text_cell(statistic.name));
    for (const std::string& name : columns) {
      const HourlyColumn* column = day.table.find(name);
      if (column == nullptr) {
        row.push_back(text_cell({}));
        continue;
      }
      const Description& all = day.descriptions[static_cast<std::size_t>(column - day.table.columns.data())];
      row.push_back(cells.number(statistic.of(all), statistic_text(statistic, all, cells.precision())));
    }
  }
}

std::string figures_json(const checkout::Insight& insight) {
  std::string json;
  JsonObject object(json);
  for (const auto& [name, value] : insight.figures) object.real(name, value);
  object.end();
  return json;
}

void add_insights(write::Table& table, const DayReport& day) {
  for (const checkout::Insight& insight : day.insights)
    table.rows.push_back({text_cell(insight.topic), text_cell(insight.text), {figures_json(insight), true}});
}

// Columns of anomalies where a history or events were asked.
constexpr std::array<std::string_view, 4> cause_columns = {"cause", "status", "transactions", "evidence"};

void append_cause(std::vector<TableCell>& row, const DayReport& day, int hour, const Cells& cells) {
  const checkout::HourCause* cause = cause_of(day, hour);
  if (cause == nullptr) return void(row.resize(row.size() + cause_columns.size(), text_cell({})));
  row.push_back(text_cell(checkout::name_of(cause->cause)));
  row.push_back(text_cell(cause->status));
  row.push_back(cause->transactions ? cells.plain(*cause->transactions) : text_cell({}));
  row.push_back(text_cell(cause->evidence));
}

void add_anomalies(write::Table& table, const DayReport& day, bool causes, const Cells& cells) {
  for (const checkout::HourResult& hour : flagged_hours(day)) {
    std::vector<TableCell>& row = table.rows.emplace_back(std::vector<TableCell>{text_cell(hour_text(hour.hour)), cells.plain(hour.value), cells.decimal(hour.expected),
                          cells.plain(hour.low), cells.plain(hour.high), cells.number(hour.p, probability(hour.p)),
                          text_cell(checkout::name_of(hour.anomaly)), cells.decimal(hour.lost),
                          text_cell(hour.explained)});
    if (causes) append_cause(row, day, hour.hour, cells);
  }
}

void add_comparison(write::Table& table, const Report& report, const Cells& cells) {
  if (!report.comparison) return;
  for (const checkout::HourDifference& hour : report.comparison->hours) {
    table.rows.push_back({text_cell(hour_text(hour.hour)), cells.plain(hour.before), cells.plain(hour.after),
                          cells.plain(hour.after - hour.before)});
  }
}

void add_day(write::Table& table, const Report& report, const DayReport& day, CheckoutPart part, const Cells& cells) {
  switch (part) {
    case CheckoutPart::info:
      return add_info(table, day, cells);
    case CheckoutPart::describe:
      return add_description(table, day, columns_of(report), cells);
    case CheckoutPart::insights:
      return add_insights(table, day);
    case CheckoutPart::anomalies:
      return add_anomalies(table, day, has_causes(report), cells);
    case CheckoutPart::compare:
    case CheckoutPart::chart:
      return;
  }
}

write::Table make_table(const Report& report, CheckoutPart part, const Cells& cells) {
  const bool files = has_files(report, part);
  write::Table table;
  if (files) table.names.emplace_back("file");
  for (const std::string& name : names_of(part)) table.names.push_back(name);
  if (part == CheckoutPart::anomalies && has_causes(report))
    table.names.insert(table.names.end(), cause_columns.begin(), cause_columns.end());
  if (part == CheckoutPart::describe) {
    // A column of a file may be named as one of ours.
    for (const std::string& column : columns_of(report)) write::add_name(table.names, column);
  }
  if (part == CheckoutPart::compare) add_comparison(table, report, cells);
  for (const DayReport& day : report.days) {
    const std::size_t first = table.rows.size();
    add_day(table, report, day, part, cells);
    for (std::size_t row = first; files && row < table.rows.size(); ++row) {
      table.rows[row].insert(table.rows[row].begin(), text_cell(day.table.name));
    }
  }
  return table;
}

}  // namespace

void append_checkout_csv(std::string& out, const Report& report, CheckoutPart part, int precision) {
  write::append_table(out, Line::csv, make_table(report, part, {Line::csv, precision}));
}

void append_checkout_ndjson(std::string& out, const Report& report, CheckoutPart part) {
  write::Table table = make_table(report, part, {Line::ndjson, 0});
  if (part == CheckoutPart::insights) table.names.emplace_back("figures");  // which a cell of CSV cannot hold
  write::append_table(out, Line::ndjson, table);
}

}  // namespace pos::render
