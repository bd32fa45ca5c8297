// SPDX-License-Identifier: MIT
// The parts of checkout-stats as text.
#pragma once

#include <string>
#include <string_view>

#include "render/checkout/checkout.hpp"

namespace pos::render {

// The charts of one day, below its heading.
void append_checkout_chart(std::string& out, const checkout::DayReport& day, const CheckoutStyle& style);

// `text` wrapped to the width, without what could steer a terminal.
void append_paragraph(std::string& out, std::string_view text, const TextStyle& style, Tone tone = Tone::plain);
// The same beside a label, `text` indented by its width.
void append_labelled(std::string& out, std::string_view label, std::string_view text, const TextStyle& style);

[[nodiscard]] inline std::string_view dash(const TextStyle& style) { return style.ascii ? "-" : "–"; }

}  // namespace pos::render
