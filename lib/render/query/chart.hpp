// SPDX-License-Identifier: MIT
// The result of a user's query on hourly tables, as charts.
#pragma once

#include <memory>

#include "render/checkout/checkout.hpp"
#include "render/query/result.hpp"

namespace pos::render {

// A chart for each column behind the first, which holds hours, `00h` to `23h`, ascending. What is below 0 is drawn as
// 0. Errors: its columns() and row() throw pos::Error(Fault::usage) for a result that is no such thing.
[[nodiscard]] std::unique_ptr<QueryResult> make_chart_result(const TextStyle& style, ChartShape shape);

}  // namespace pos::render
