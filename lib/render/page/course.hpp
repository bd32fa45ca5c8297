// SPDX-License-Identifier: MIT
// What is so now, and what the chart of the page shows before anybody chooses.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "report/report.hpp"
#include "render/svg/series.hpp"

namespace pos::render {

// The period reaches up to now.
[[nodiscard]] inline bool is_current(const report::Report& report) { return report.newest.has_value(); }

// A status that is not as it should be, now.
[[nodiscard]] bool is_running(const report::Report& report, const incident::Incident& incident,
                              const incident::Part& part);
// The worst of those; null: none is.
[[nodiscard]] const incident::Part* running_part(const report::Report& report);

// The status of running_part, else the volume, else what there is most of.
[[nodiscard]] std::string_view chart_status(const report::Report& report);

// What stands where a status is chosen, for the approval rate (report/approval.hpp). A status that is called so goes
// first.
inline constexpr std::string_view approval_choice = "*approval";

// `silent`, `below`, `above`: what a status does in an incident.
[[nodiscard]] std::string_view region_word(const incident::Part& part, Language language);
// The incidents of a status that are of what the report shows: of a key or the whole.
[[nodiscard]] std::vector<Region> regions_of(const report::Report& report, std::string_view status, Language language);

}  // namespace pos::render
