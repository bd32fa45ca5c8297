// SPDX-License-Identifier: MIT
// The parts of the page, each as HTML. Those named ..._part stand in the page under an id, and a live page gets them
// anew with its data (`html`): they are made here alone, and no script makes them again.
#pragma once

#include <string>

#include "render/page/page.hpp"
#include "report/report.hpp"

namespace pos::render {

// What is wrong now, or that nothing is, in one sentence, and what it costs.
[[nodiscard]] std::string verdict_part(const report::Report& report, const PageText& text);
// Links to other periods, on a live page; and how old the newest row is that came, in words.
[[nodiscard]] std::string periods_part(const report::Report& report, const PageText& text);
[[nodiscard]] std::string last_data_words(const report::Report& report, const PageText& text);
// A tile for each status: how it is, the last ten minutes, and the course of the period.
[[nodiscard]] std::string tiles_part(const report::Report& report, const PageText& text);
// The table of incidents.
[[nodiscard]] std::string incidents_part(const report::Report& report, const PageText& text);
// That rows are shown by the minute, or by more, since they are too many (Report::coarse); empty where they are not.
[[nodiscard]] std::string coarse_part(const report::Report& report, const PageText& text);
// The table of keys; empty where no row has any.
[[nodiscard]] std::string keys_part(const report::Report& report, const PageText& text);

// Buttons by which whoever looks takes an incident that is open, keeps it quiet, or ends that; empty where they may not,

// The numbers that the filters change, as they are before any is set: the scripts of the page make them again.
[[nodiscard]] std::string totals_part(const report::Report& report, Language language);
[[nodiscard]] std::string bars_part(const report::Report& report, Language language);
[[nodiscard]] std::string comparison_part(const report::Report& report, Language language);

// Back to all, from the page of a key.
[[nodiscard]] std::string all_keys_link(const report::Report& report, const PageText& text);
// A key may be one of thousands: it is typed, and the browser proposes those of the page.
[[nodiscard]] std::string key_filter(const report::Report& report, Language language = Language::en);

}  // namespace pos::render
