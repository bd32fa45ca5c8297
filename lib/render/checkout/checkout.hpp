// SPDX-License-Identifier: MIT
// What checkout-stats found, as text, data and page.
#pragma once

#include <span>
#include <string>

#include "checkout/report.hpp"
#include "render/words/style.hpp"

namespace pos::render {

enum class CheckoutPart { info, describe, insights, anomalies, compare, chart };
enum class ChartShape { line, bar };

struct CheckoutStyle {
  TextStyle text;
  int precision = 2;  // decimals, 0 to 9
  ChartShape chart = ChartShape::line;
  bool chart_wanted = false;  // of an ordinary day, too
};

// What there is to know of the days first: verdicts, hours that are flagged, what else is not ordinary, and of a day where
// something is a chart; of two days where their difference comes from. Of a day that cannot be tested its description.
void append_checkout_brief(std::string& out, const checkout::Report& report, const CheckoutStyle& style);

// The parts in the order given; `compare` says nothing of a single file. With two files each part says of which.
void append_checkout_text(std::string& out, const checkout::Report& report, std::span<const CheckoutPart> parts,
                          const CheckoutStyle& style);

// One part as a table of data, columns as in checkout-stats(1); any but chart. With two files the first column is
// `file`, the name as given (but for compare).
void append_checkout_csv(std::string& out, const checkout::Report& report, CheckoutPart part, int precision);
// The same names in the same order, an object a line; numbers unrounded, what CSV leaves empty is null.
void append_checkout_ndjson(std::string& out, const checkout::Report& report, CheckoutPart part);

// One self-contained page without scripts: verdicts, charts as SVG, tables.
[[nodiscard]] std::string checkout_page(const checkout::Report& report, int precision, const std::string& version);

}  // namespace pos::render
