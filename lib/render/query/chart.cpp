// SPDX-License-Identifier: MIT
#include "render/query/chart.hpp"

#include <limits>
#include <optional>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "render/checkout/text_parts.hpp"

namespace pos::render {
namespace {

std::optional<int> hour_of(const QueryValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr || text->size() != 3 || !text->ends_with('h')) return std::nullopt;
  const auto hour = parse_number<unsigned>(std::string_view(*text).substr(0, 2));
  return hour && *hour < 24 ? std::optional(static_cast<int>(*hour)) : std::nullopt;
}

// Null is no number, and stays so.
std::optional<double> number_of(const QueryValue& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  if (std::holds_alternative<std::monostate>(value)) return std::numeric_limits<double>::quiet_NaN();
  return std::nullopt;
}

class ChartResult final : public QueryResult {
 public:
  ChartResult(const TextStyle& style, ChartShape shape) : style_{style, 2, shape} {}

  void columns(std::span<const std::string> names, std::string&) override {
    if (names.size() < 2) refuse();
    for (const std::string& name : names.subspan(1)) day_.table.columns.push_back({name, {}});
  }

  void row(std::span<const QueryValue> values, std::string&) override {
    const auto hour = hour_of(values[0]);
    if (!hour || (!day_.table.hours.empty() && *hour <= day_.table.hours.back())) refuse();
    day_.table.hours.push_back(*hour);
    for (std::size_t i = 1; i < values.size(); ++i) {
      const auto number = number_of(values[i]);
      if (!number) refuse();
      day_.table.columns[i - 1].values.push_back(*number);
    }
  }

  void end(std::string& out) override {
    if (!day_.table.hours.empty()) append_checkout_chart(out, day_, style_);
  }

 private:
  [[noreturn]] static void refuse() {
    throw Error(Fault::usage, "--chart: the query's first column must be time, ascending, the others numbers");
  }

  CheckoutStyle style_;
  checkout::DayReport day_;
};

}  // namespace

std::unique_ptr<QueryResult> make_chart_result(const TextStyle& style, ChartShape shape) {
  return std::make_unique<ChartResult>(style, shape);
}

}  // namespace pos::render
