// SPDX-License-Identifier: MIT
// What can be done about an incident from the page, and what people have done about it.
#pragma once

#include <string>
#include <string_view>

#include "render/page/page.hpp"
#include "report/report.hpp"

namespace pos::render {

// Show: the minutes of its part, on the chart. `place` tells buttons apart that do the same in different places.
[[nodiscard]] std::string show_button(const report::Report& report, const PageText& text,
                                      const incident::Incident& incident, const incident::Part& part,
                                      std::string_view place);
// Take it, silence it, or end its silence: of one that runs and pos-alert knows, where that may be done from here. Else
// nothing.
[[nodiscard]] std::string act_buttons(const report::Report& report, const PageText& text,
                                      const incident::Incident& incident, std::string_view place);

// "Mail 20:13 to ops@example.com; nobody took it", as people_words() has it: as text, not HTML. Empty: nobody has written
// down what people know.
[[nodiscard]] std::string told_words(const report::Report& report, const PageText& text,
                                     const incident::Incident& incident);

}  // namespace pos::render
