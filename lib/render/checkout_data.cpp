// SPDX-License-Identifier: MIT
// What checkout-stats found as CSV and NDJSON.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "render/checkout.hpp"
#include "render/checkout_numbers.hpp"

namespace pos::render {
namespace {

using checkout::DayReport;
using checkout::Report;

// CSV shows the text, which for a number is rounded; NDJSON the number itself.
struct Field {
  std::string text;
  std::optional<double> number;
};
Field text_field(std::string_view text) { return {std::string(text), std::nullopt}; }
Field number_field(double value, std::string text) { return {std::move(text), value}; }

struct Table {
  std::vector<std::string> names;
  std::vector<std::vector<Field>> rows;
  // Of insights, by row: what a cell of CSV cannot hold.
  std::vector<std::vector<std::pair<std::string, double>>> figures;
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

// A column of a file may be named as one of ours, and an object has a key once.
void add_names(std::vector<std::string>& names, const std::vector<std::string>& columns) {
  for (const std::string& column : columns) {
    std::string name = column;
    for (int i = 2; std::find(names.begin(), names.end(), name) != names.end(); ++i)
      name = fmt::format("{}_{}", column, i);
    names.push_back(name);
  }
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

Field count_field(std::size_t count) { return number_field(static_cast<double>(count), std::to_string(count)); }
Field plain_field(double value, int precision) { return number_field(value, plain_number(value, precision)); }
Field decimal_field(double value, int precision) { return number_field(value, decimal(value, precision)); }

void add_info(Table& table, const DayReport& day) {
  for (const checkout::ColumnInfo& column : day.info) {
    table.rows.push_back({text_field(column.name), text_field(type_name(column)), text_field(kind_name(column.kind)),
                          count_field(column.values), count_field(column.missing)});
  }
}

void add_description(Table& table, const DayReport& day, const std::vector<std::string>& columns, int precision) {
  for (const Statistic& statistic : statistics) {
    std::vector<Field>& row = table.rows.emplace_back();
    row.push_back(text_field(statistic.name));
    for (const std::string& name : columns) {
      const HourlyColumn* column = day.table.find(name);
      if (column == nullptr) {
        row.emplace_back();
        continue;
      }
      const checkout::Description& all = day.descriptions[static_cast<std::size_t>(column - day.table.columns.data())];
      row.push_back(number_field(statistic.of(all), statistic_text(statistic, all, precision)));
    }
  }
}

void add_insights(Table& table, const DayReport& day) {
  for (const checkout::Insight& insight : day.insights) {
    table.rows.push_back({text_field(insight.topic), text_field(insight.text)});
    table.figures.push_back(insight.figures);
  }
}

void add_anomalies(Table& table, const DayReport& day, int precision) {
  for (const checkout::HourResult& hour : flagged_hours(day)) {
    table.rows.push_back(
        {text_field(hour_text(hour.hour)), plain_field(hour.value, precision), decimal_field(hour.expected, precision),
         plain_field(hour.low, precision), plain_field(hour.high, precision), number_field(hour.p, probability(hour.p)),
         text_field(checkout::name_of(hour.anomaly)), decimal_field(hour.lost, precision), text_field(hour.explained)});
  }
}

void add_comparison(Table& table, const Report& report, int precision) {
  if (!report.comparison) return;
  for (const checkout::HourDifference& hour : report.comparison->hours) {
    table.rows.push_back({text_field(hour_text(hour.hour)), plain_field(hour.before, precision),
                          plain_field(hour.after, precision), plain_field(hour.after - hour.before, precision)});
  }
}

void add_day(Table& table, const Report& report, const DayReport& day, CheckoutPart part, int precision) {
  switch (part) {
    case CheckoutPart::info:
      return add_info(table, day);
    case CheckoutPart::describe:
      return add_description(table, day, columns_of(report), precision);
    case CheckoutPart::insights:
      return add_insights(table, day);
    case CheckoutPart::anomalies:
      return add_anomalies(table, day, precision);
    case CheckoutPart::compare:
    case CheckoutPart::chart:
      return;
  }
}

Table make_table(const Report& report, CheckoutPart part, int precision) {
  const bool files = has_files(report, part);
  Table table;
  if (files) table.names.emplace_back("file");
  for (const std::string& name : names_of(part)) table.names.push_back(name);
  if (part == CheckoutPart::describe) add_names(table.names, columns_of(report));
  if (part == CheckoutPart::compare) add_comparison(table, report, precision);
  for (const DayReport& day : report.days) {
    const std::size_t first = table.rows.size();
    add_day(table, report, day, part, precision);
    for (std::size_t row = first; files && row < table.rows.size(); ++row) {
      table.rows[row].insert(table.rows[row].begin(), text_field(day.table.name));
    }
  }
  return table;
}

// JSON has an escape for control characters, but none for bytes that are no UTF-8.
bool is_utf8(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
  return is_plain_text(text);
}

// The name of a file need not be UTF-8.
void append_json_text(std::string& out, const std::string& text) {
  append_json_string(out, is_utf8(text) ? text : printable(text, text.size() * 4));
}

void append_json_number(std::string& out, double value) {
  out += std::isfinite(value) ? fmt::format("{}", value) : "null";  // what JSON cannot say is not known
}

void append_json_field(std::string& out, const Field& field) {
  if (field.number) return append_json_number(out, *field.number);
  if (field.text.empty()) {
    out += "null";
  } else {
    append_json_text(out, field.text);
  }
}

void append_figures(std::string& out, const std::vector<std::pair<std::string, double>>& figures) {
  out += ",\"figures\":{";
  for (const auto& [name, value] : figures) {
    if (&name != &figures.front().first) out += ',';
    append_json_text(out, name);
    append_json_number(out += ':', value);
  }
  out += '}';
}

}  // namespace

void append_checkout_csv(std::string& out, const Report& report, CheckoutPart part, int precision) {
  const Table table = make_table(report, part, precision);
  for (const std::string& name : table.names) append_csv_cell(&name == table.names.data() ? out : out += ',', name);
  out += '\n';
  for (const std::vector<Field>& row : table.rows) {
    for (const Field& field : row) append_csv_cell(&field == row.data() ? out : out += ',', field.text);
    out += '\n';
  }
}

void append_checkout_ndjson(std::string& out, const Report& report, CheckoutPart part) {
  const Table table = make_table(report, part, 0);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t i = 0; i < table.names.size(); ++i) {
      append_json_text(out += i == 0 ? '{' : ',', table.names[i]);
      append_json_field(out += ':', table.rows[row][i]);
    }
    if (part == CheckoutPart::insights) append_figures(out, table.figures[row]);
    out += "}\n";
  }
}

}  // namespace pos::render
