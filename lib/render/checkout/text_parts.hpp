// SPDX-License-Identifier: MIT
// The parts of checkout-stats as text.
#pragma once

#include <string>
#include <string_view>

#include "render/checkout/checkout.hpp"

namespace pos::render {

// Wide enough for what these functions want.
[[nodiscard]] CheckoutStyle usable_style(CheckoutStyle style);

void append_checkout_title(std::string& out, std::string_view text, const TextStyle& style);
// What is told of hours: all, or what somebody wants to know first.
enum class Detail { brief, all };
void append_checkout_anomalies(std::string& out, const checkout::DayReport& day, const CheckoutStyle& style,
                               Detail detail);
// A part of one day, below its title; of `compare` nothing.
void append_checkout_part(std::string& out, const checkout::DayReport& day, CheckoutPart part,
                          const CheckoutStyle& style);
// Title and sentences of the comparison of two days, without its table.
void append_comparison_words(std::string& out, const checkout::Report& report, const CheckoutStyle& style);

// The charts of one day, below its heading.
void append_checkout_chart(std::string& out, const checkout::DayReport& day, const CheckoutStyle& style);
// Today alone, against what was expected where that is known; nothing where there is no `today`.
void append_today_chart(std::string& out, const checkout::DayReport& day, const CheckoutStyle& style);

// `text` wrapped to the width, without what could steer a terminal.
void append_paragraph(std::string& out, std::string_view text, const TextStyle& style, Tone tone = Tone::plain);
// The same beside a label, `text` indented by its width.
void append_labelled(std::string& out, std::string_view label, std::string_view text, const TextStyle& style);

[[nodiscard]] inline std::string_view dash(const TextStyle& style) { return style.ascii ? "-" : "–"; }

}  // namespace pos::render
