// SPDX-License-Identifier: MIT
// What the rows of each status are like, as text.
#include <fmt/core.h>

#include <array>
#include <cmath>

#include "render/report/text_parts.hpp"
#include "render/terminal/table.hpp"
#include "render/words/numbers.hpp"

namespace pos::render {
namespace {

// Quartiles of whole numbers are exact with two decimals.
std::string two_decimals(double value, Language language) {
  return std::isnan(value) ? std::string() : in_language(language, fmt::format("{:.2f}", value));
}

}  // namespace

void append_descriptions(std::string& out, const report::Report& report, const TextStyle& style) {
  const Language language = style.language;
  append_heading(out, tr(language, "Transactions per row"), report, style);
  if (report.descriptions.empty()) return append_nothing(out, tr(language, "no transactions"), style);
  TextTable table({{.name = trf(language, "status"), .least = 8},
                   {.name = trf(language, "count"), .align = Align::right},
                   {.name = trf(language, "mean"), .align = Align::right},
                   {.name = trf(language, "std"), .align = Align::right},
                   {.name = trf(language, "min"), .align = Align::right},
                   {.name = "25%", .align = Align::right},
                   {.name = "50%", .align = Align::right},
                   {.name = "75%", .align = Align::right},
                   {.name = trf(language, "max"), .align = Align::right}});
  for (const auto& [status, all] : report.descriptions) {
    table.row(std::array{status, grouped(static_cast<std::int64_t>(all.count), language), two_decimals(all.mean, language),
                         two_decimals(all.std, language), grouped(static_cast<std::int64_t>(all.min), language),
                         two_decimals(all.q25, language), two_decimals(all.q50, language),
                         two_decimals(all.q75, language), grouped(static_cast<std::int64_t>(all.max), language)});
  }
  table.append_to(out, style);
}

}  // namespace pos::render
